/**
 * Characters no text of ours has: controls (NUL breaks PostgreSQL's JSON), halves of a surrogate pair (no UTF-8 can hold one), and the signs that
 * turn the direction of what follows, which make a text show as another than it is. Tabs and line breaks are let through.
 */
const refused = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u;

/** The first character of a text that no text may have, as its code point (`U+0000`). */
export function refusedCharacterIn(text: string): string | undefined {
  const found = refused.exec(text)?.[0].codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}
