const zipPattern = /^(\d{5})(?:-?(\d{4}))?$/;

/** A ZIP code as people write it, `10001` or `10001-1234`; undefined for anything else. */
export function readZip(text: string): { readonly zip5: string; readonly plus4: string | undefined } | undefined {
  const match = zipPattern.exec(text.trim());
  return match?.[1] === undefined ? undefined : { zip5: match[1], plus4: match[2] };
}

/** `CA`, whether it was written so or with its country, as ISO 3166-2 does. */
export function stateCodeOf(region: string, country: string): string {
  const code = region.trim().toUpperCase();
  return code.startsWith(`${country}-`) ? code.slice(country.length + 1) : code;
}
