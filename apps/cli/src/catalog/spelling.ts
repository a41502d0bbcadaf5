/** A key two spellings of one name share: "Galaxy S10+" and "galaxy s10 plus". Empty when the text has no Latin letter or digit. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øœæßłđµμ]/g, (letter) => transliterations[letter] ?? '')
    .replace(/\+/g, ' plus ')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** As slugOf without word breaks: sources disagree on "Mate10", "Mate 10" and "Mate-10", and a join must not. */
export function joinKeyOf(text: string): string {
  return slugOf(text).replace(/-/g, '');
}

/** The name with single spaces and none at the ends, as the case of the source has it. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * True when the text went through a wrong character set: the replacement character, or what is left of it (U+BFEF, U+BDBF with
 * U+00BD) after the Android list was decoded twice.
 */
export function isMojibake(text: string): boolean {
  return /[\uFFFD\uBFEF\uBDBF]/u.test(text);
}

const transliterations: Readonly<Record<string, string>> = {
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  µ: 'u',
  μ: 'u',
};
