/**
 * Gathers items into as few groups of one kind as keep every key's order: items of one key never end up in an earlier group than
 * the item before them. Groups, run one after the other, are what a consumer hands to its hearings.
 */
export function groupInOrder<Item, Kind>(
  items: readonly Item[],
  kindOf: (item: Item) => Kind,
  keyOf: (item: Item) => string,
): { kind: Kind; items: Item[] }[] {
  const groups: { kind: Kind; items: Item[] }[] = [];
  const latestOfKind = new Map<Kind, number>();
  const latestOfKey = new Map<string, number>();
  for (const item of items) {
    const kind = kindOf(item);
    const key = keyOf(item);
    let index = latestOfKind.get(kind);
    if (index === undefined || index < (latestOfKey.get(key) ?? 0)) {
      index = groups.push({ kind, items: [] }) - 1;
      latestOfKind.set(kind, index);
    }
    groups[index]?.items.push(item);
    latestOfKey.set(key, index);
  }
  return groups;
}
