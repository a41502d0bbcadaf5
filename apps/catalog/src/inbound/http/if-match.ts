/** The version a caller decided on, from `If-Match`; undefined for whoever does not ask. */
export function expectedVersion(headers: { readonly 'if-match'?: string | undefined }): number | undefined {
  const [, digits] = /"(\d+)"$/.exec(headers['if-match'] ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The tag a market's version goes by. */
export function etagOf(version: number): string {
  return `"${version}"`;
}
