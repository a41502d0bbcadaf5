/** Longest word compared; names of things are shorter. */
const LENGTH_MAX = 40;
const rows = [new Uint8Array(LENGTH_MAX + 1), new Uint8Array(LENGTH_MAX + 1), new Uint8Array(LENGTH_MAX + 1)] as const;

/**
 * True when at most two letters typed wrong, left out, typed twice or swapped with their neighbour turn one word into the other
 * (Damerau-Levenshtein, no letter changed twice). Stops at the first row that is already too far.
 */
export function withinTwoEdits(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 2 || a.length > LENGTH_MAX || b.length > LENGTH_MAX) return false;
  let [before, last, next] = rows as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    next[0] = i;
    let nearest = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(changed, (last[j] as number) + 1, (next[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      next[j] = cost;
      if (cost < nearest) nearest = cost;
    }
    // A swap reaches back one row further, so that row counts too.
    if (nearest > 2 && Math.min(...last.subarray(0, b.length + 1)) > 2) return false;
    [before, last, next] = [last, next, before];
  }
  return (last[b.length] as number) <= 2;
}
