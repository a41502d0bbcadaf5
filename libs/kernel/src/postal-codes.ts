/** Finds what a postal code lies in; the longest pattern that fits wins. */
export type PostalIndex<Value> = (postalCode: string) => Value | undefined;

/** Patterns are a code (`98000`), a prefix (`35*`) or a numeric range (`9000-9499`); each stands for every code that begins so. */
export function compilePostalIndex<Value>(
  entries: readonly { readonly patterns: readonly string[]; readonly value: Value }[],
): PostalIndex<Value> {
  const byLength = new Map<number, Map<string, Value>>();
  for (const { patterns, value } of entries)
    for (const prefix of patterns.flatMap(prefixesOf)) {
      const sameLength = byLength.get(prefix.length) ?? new Map<string, Value>();
      byLength.set(prefix.length, sameLength.set(prefix, value));
    }
  const lengths = [...byLength.entries()].sort(([a], [b]) => b - a);
  return (postalCode) => {
    for (const [length, prefixes] of lengths) {
      const value = prefixes.get(postalCode.slice(0, length));
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** As people write a town, to letters that can be compared: no case, accents, marks, or province in brackets. */
export function plainPlaceName(name: string): string {
  return name
    .replace(/\(.*$/, '')
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

/** As people write it, to as tables do: upper case, no spaces or hyphens, no `F-` or `AT-` before the digits. */
export function normalizePostalCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/^[A-Z]{1,2}(?=\d{4})/, '');
}

/** What codes of a pattern begin with: one prefix, or one for each number of a range. */
export function prefixesOf(pattern: string): string[] {
  const [from = '', to] = pattern.replace('*', '').split('-');
  if (to === undefined) return [from];
  const prefixes: string[] = [];
  for (let code = Number(from); code <= Number(to); code += 1) prefixes.push(String(code).padStart(from.length, '0'));
  return prefixes;
}
