/** The offered type an `Accept` header likes best (RFC 9110 §12.5.1); the first offered where it has no preference, none where it excludes all. */
export function chooseMediaType<Type extends string>(
  accept: string | undefined,
  offered: readonly [Type, ...Type[]],
): Type | undefined {
  if (accept === undefined || accept.trim() === '') return offered[0];
  const ranges = accept.split(',').map((entry) => {
    const [range = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { range, weight: weight === undefined ? 1 : Number(weight) };
  });
  const weightOf = (type: string): number => {
    const [family] = type.split('/', 1);
    // The most specific range that matches decides, whatever it says.
    for (const range of [type, `${family}/*`, '*/*']) {
      const match = ranges.find((each) => each.range === range);
      if (match) return match.weight;
    }
    return 0;
  };
  const best = offered.reduce((first, type) => (weightOf(type) > weightOf(first) ? type : first));
  return weightOf(best) > 0 ? best : undefined;
}
