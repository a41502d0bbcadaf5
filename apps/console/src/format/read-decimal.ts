/**
 * A typed amount as the API wants it: `1 234,50` is `1234.50`. Undefined where it is none, or where a sign could part thousands as well as
 * decimals: `1.234` is one amount to one reader and a thousand times as much to another.
 */
export function readDecimal(typed: string): string | undefined {
  const text = typed.trim().replaceAll(/[\u00a0\u202f ]/g, '');
  const [, whole, fraction] = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return fraction === undefined ? whole : `${whole}.${fraction}`;
}

/** Per cent as typed, in parts per million: `5`, `-2.5` and `2,5` are 50000, -25000 and 25000. */
export function readPercent(typed: string): number | undefined {
  const text = typed.trim().replace(/\s*%$/, '').replace('\u2212', '-').replace(',', '.');
  return /^[+-]?\d{1,3}(\.\d{1,4})?$/.test(text) ? Math.round(Number(text) * 10_000) : undefined;
}
