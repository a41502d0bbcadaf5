/** A stretch of text without spaces, as a searcher may type it: whole (`sms911b`) and taken apart (`sm`, `s`, `911`, `b`). */
export interface Chunk {
  readonly whole: string;
  /** Runs of letters and runs of digits. One part equal to `whole` when there is nothing to take apart. */
  readonly parts: readonly string[];
}

/** Longer words are no words; what follows is cut so that no input makes a long key. */
const CHUNK_MAX = 40;
/** No name and no sensible query is longer; what follows is not read. */
const TEXT_MAX = 2_000;

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

/** What a keyboard without the letter writes: `Grün` as `gruen`, `Blå` as `blaa`. */
const transcribed: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae' };

/** Letters a language holds for letters of their own and not for others with a mark: there `å` typed means `å`, though `a` finds both. */
const ownLetters: Readonly<Record<string, RegExp>> = {
  sv: /[åäö]/,
  fi: /[åäö]/,
  da: /[æøå]/,
  nb: /[æøå]/,
  nn: /[æøå]/,
  no: /[æøå]/,
  et: /[õäöü]/,
  es: /ñ/,
};

/** Lower case without diacritics: `Téléphone` → `telephone`, `Straße` → `strasse`. Greek and Cyrillic stay themselves. */
export function foldText(text: string): string {
  return text
    .slice(0, TEXT_MAX)
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøłđæœıþ]/g, (letter) => spelledOut[letter] ?? letter);
}

/** The chunks of a text, in order. `+` is read as the word it stands for in model names: `S23+` is `S23 plus`. */
export function chunksOf(text: string): Chunk[] {
  return piecesOf(foldText(text)).flatMap((piece) => chunkOf(piece) ?? []);
}

/** What spaces divide, of a text already folded. */
export function piecesOf(folded: string): string[] {
  return folded.replaceAll('+', ' plus ').split(/\s+/).filter(Boolean);
}

/** A piece taken apart; undefined when it has no letter and no digit. */
export function chunkOf(piece: string): Chunk | undefined {
  const parts = piece.slice(0, CHUNK_MAX * 2).match(/\p{L}+|\p{N}+/gu);
  if (parts === null) return undefined;
  return { whole: parts.join('').slice(0, CHUNK_MAX), parts: parts.map((part) => part.slice(0, CHUNK_MAX)) };
}

/** Other spellings of the words of a text that lose nothing: with its marks kept, and as typed without the letter. */
export function spellingsOf(text: string): string[] {
  const lower = text.slice(0, TEXT_MAX).normalize('NFC').toLowerCase();
  const found: string[] = [];
  for (const word of lower.match(/\p{L}+/gu) ?? []) {
    if (!/[äöüåøæõñ]/.test(word)) continue;
    found.push(word.slice(0, CHUNK_MAX));
    found.push(foldText(word.replaceAll(/[äöüåøæ]/g, (letter) => transcribed[letter] ?? letter)).slice(0, CHUNK_MAX));
  }
  return found;
}

/** The word with its marks where the reader's language holds one of its letters for a letter of its own. */
export function ownSpelling(word: string, language: string): string | undefined {
  const lower = word.normalize('NFC').toLowerCase();
  return ownLetters[language]?.test(lower) === true ? lower.slice(0, CHUNK_MAX) : undefined;
}

/** A code as it is looked up: `SM-S911B` → `sms911b`, and without what precedes its first dash (`s911b`), as people shorten it. */
export function codeTokens(code: string): string[] {
  const whole = codeToken(code);
  if (whole === '') return [];
  const dash = code.indexOf('-');
  if (dash <= 0) return [whole];
  const rest = codeToken(code.slice(dash + 1));
  return rest.length >= 4 && /\d/.test(rest) ? [whole, rest] : [whole];
}

/** Letters and digits alone, and a comma between digits: without it `iPhone12,8` would be what `iphone 128` asks for. */
export function codeToken(code: string): string {
  return foldText(code)
    .replaceAll(/(?<!\d),|,(?!\d)|[^\p{L}\p{N},]+/gu, '')
    .slice(0, CHUNK_MAX);
}

/** A key that sorts model names as people expect: words folded, numbers by size (`iphone 9` before `iphone 13`). */
export function nameSortKey(name: string): string {
  return chunksOf(name)
    .flatMap((chunk) => chunk.parts)
    .map((part) => (/^\d/.test(part) ? part.padStart(6, '0') : part))
    .join(' ');
}
