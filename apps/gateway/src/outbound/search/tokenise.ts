/** A stretch of text without spaces, as a searcher may type it: whole (`sms911b`) and taken apart (`sm`, `s`, `911`, `b`). */
export interface Chunk {
  readonly whole: string;
  /** Runs of letters and runs of digits. One part equal to `whole` when there is nothing to take apart. */
  readonly parts: readonly string[];
}

/** Longer words are no words; what follows is cut so that no input makes a long key. */
const CHUNK_MAX = 40;

/** Letters that decompose into nothing (NFKD) but that people type without their stroke or as two. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

/** Lower case without diacritics: `Téléphone` → `telephone`, `Straße` → `strasse`. Greek and Cyrillic stay themselves. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøłđæœıþ]/g, (letter) => spelledOut[letter] ?? letter);
}

/** The chunks of a text, in order. `+` is read as the word it stands for in model names: `S23+` is `S23 plus`. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (const piece of foldText(text).replaceAll('+', ' plus ').split(/\s+/)) {
    const parts = piece.slice(0, CHUNK_MAX * 2).match(/\p{L}+|\p{N}+/gu);
    if (parts === null) continue;
    chunks.push({ whole: parts.join('').slice(0, CHUNK_MAX), parts: parts.map((part) => part.slice(0, CHUNK_MAX)) });
  }
  return chunks;
}

/** A code as it is looked up: `SM-S911B` → `sms911b`, and without what precedes its first dash (`s911b`), as people shorten it. */
export function codeTokens(code: string): string[] {
  const whole = foldText(code)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, CHUNK_MAX);
  if (whole === '') return [];
  const dash = code.indexOf('-');
  if (dash <= 0) return [whole];
  const rest = foldText(code.slice(dash + 1))
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, CHUNK_MAX);
  return rest.length >= 4 && /\d/.test(rest) ? [whole, rest] : [whole];
}

/** A key that sorts model names as people expect: words folded, numbers by size (`iphone 9` before `iphone 13`). */
export function nameSortKey(name: string): string {
  return chunksOf(name)
    .flatMap((chunk) => chunk.parts)
    .map((part) => (/^\d/.test(part) ? part.padStart(6, '0') : part))
    .join(' ');
}
