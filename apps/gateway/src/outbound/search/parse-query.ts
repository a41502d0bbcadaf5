import type { Lexicon } from './lexicon.js';
import type { Chunk } from './tokenise.js';
import { chunkOf, codeToken, foldText, ownSpelling, piecesOf } from './tokenise.js';

/** One way to read a stretch of a query: words that must all be found. */
export interface Alternative {
  readonly words: readonly string[];
  /** How far this is from what was typed: 0 is as typed. Settles what is otherwise equal. */
  readonly inexact: number;
}

/** A stretch of a query and every way it can be read; a product matches when it has any. */
export interface Group {
  readonly alternatives: readonly Alternative[];
  /** How telling it is: numbers tell models apart. */
  readonly weight: number;
}

/** What the parser asks of the index: whether anything is called so. */
export interface KnownWords {
  has(word: string): boolean;
}

export interface ParseOptions {
  readonly language: string;
  readonly lexicon: Lexicon;
  readonly known: KnownWords;
}

/** More words than this say nothing more about what is wanted. */
const GROUPS_MAX = 12;
/** Nobody types more; pieces beyond are not read, however long the query is. */
const PIECES_MAX = 40;
/** The shortest code that may be the beginning of what was typed: `mlpj3` of `MLPJ3LL/A`. */
const CODE_MIN = 5;
/** Units of memory, as typed after a number and a space. */
const UNITS = new Set(['gb', 'go', 'gib', 'tb', 'to', 'mb', 'mo', 'гб', 'тб', 'mm', 'гиг', 'gig']);

interface Piece {
  /** Folded, with its punctuation. */
  readonly raw: string;
  readonly typed: string;
  readonly chunk: Chunk;
}

/** Reads a query: spaces set wrong, codes with a suffix, sizes with a space, other words for the same thing. */
export function parseQuery(text: string, options: ParseOptions): Group[] {
  const pieces = meaningful(readPieces(text), options);
  const words = listedWords(pieces, options);
  const groups: Group[] = [];
  for (let at = 0; at < pieces.length && groups.length < GROUPS_MAX;) {
    const { alternatives, length } = readAt(pieces, words, at, options);
    const telling = words.slice(at, at + length).some((word) => /\p{N}/u.test(word));
    groups.push({ alternatives, weight: telling ? 3 : 2 });
    at += length;
  }
  return groups;
}

function readPieces(text: string): Piece[] {
  const typed = piecesOf(text.slice(0, 2_000).normalize('NFC').toLowerCase());
  return typed.slice(0, PIECES_MAX).flatMap((piece) => {
    const raw = foldText(piece);
    const chunk = chunkOf(raw);
    return chunk === undefined ? [] : [{ raw, typed: piece, chunk }];
  });
}

/** Without what narrows nothing down, unless nothing else was said. */
function meaningful(pieces: readonly Piece[], options: ParseOptions): readonly Piece[] {
  const { lexicon } = options;
  const words = listedWords(pieces, options);
  const kept: Piece[] = [];
  for (let at = 0; at < pieces.length;) {
    const ignored = lexicon.ignoredAt(words, at);
    if (ignored === 0) kept.push(pieces[at] as Piece);
    at += Math.max(1, ignored);
  }
  return kept.length > 0 ? kept : pieces;
}

/** Each word as the lexicon lists it, whatever its ending; what the catalogue calls something itself stays what it is. */
function listedWords(pieces: readonly Piece[], { lexicon, known }: ParseOptions): string[] {
  return pieces.map(({ chunk: { whole } }) => (known.has(whole) ? whole : lexicon.forms.listed(whole)));
}

interface Reading {
  readonly alternatives: Alternative[];
  readonly length: number;
}

function readAt(pieces: readonly Piece[], words: readonly string[], at: number, options: ParseOptions): Reading {
  const piece = pieces[at] as Piece;
  const meaning = options.lexicon.meaningAt(words, at);
  if (meaning !== undefined) {
    const own = pieces.slice(at, at + meaning.length).flatMap(({ chunk }) => chunk.parts);
    const meant = meaning.meanings.map((mean): Alternative => ({ words: mean, inexact: 1 }));
    const alone = meaning.length === 1 ? readPiece(piece, options) : [{ words: own, inexact: 0 }];
    return { alternatives: [...alone, ...meant], length: meaning.length };
  }
  const next = pieces[at + 1];
  if (next === undefined) return { alternatives: readPiece(piece, options), length: 1 };
  if (/^\d+$/.test(piece.chunk.whole) && UNITS.has(next.chunk.whole))
    return { alternatives: [{ words: [piece.chunk.whole + next.chunk.whole], inexact: 0 }], length: 2 };
  const joined = joinedOf(piece, next, options.known);
  if (joined === undefined) return { alternatives: readPiece(piece, options), length: 1 };
  const apart = [...piece.chunk.parts, ...next.chunk.parts];
  return {
    alternatives: [
      { words: apart, inexact: 0 },
      { words: [joined], inexact: 1 },
    ],
    length: 2,
  };
}

/** Two pieces that are one word, or one code, of some product: `play station`, `sm s911b`, `iphone 12,8`. */
function joinedOf(piece: Piece, next: Piece, known: KnownWords): string | undefined {
  const joined = codeToken(piece.raw + next.raw);
  if (!known.has(joined)) return undefined;
  const isWord = /^\p{L}{4,}$/u.test(joined);
  const isCode =
    joined.length >= 6 && (joined.includes(',') || /^\p{L}+$/u.test(piece.raw)) && /\p{N}.*\p{N}/u.test(joined);
  // A word followed by a number alone is a name and its number, never a code.
  return isWord || (isCode && !/^\d+$/.test(next.raw)) ? joined : undefined;
}

function readPiece({ raw, typed, chunk }: Piece, { known, language, lexicon }: ParseOptions): Alternative[] {
  const found: Alternative[] = [];
  const own = ownSpelling(typed, language);
  if (own !== undefined && known.has(own)) found.push({ words: [own], inexact: 0 });
  const marked = found.length;
  found.push({ words: [chunk.whole], inexact: marked });
  if (chunk.parts.length > 1) found.push({ words: chunk.parts, inexact: marked + 1 });
  const code = codeToken(raw);
  if (code !== chunk.whole && known.has(code)) found.push({ words: [code], inexact: 0 });
  if (!known.has(chunk.whole)) {
    const begun = /\p{N}/u.test(code) ? knownBeginning(code, known) : undefined;
    if (begun !== undefined) found.push({ words: [begun], inexact: 2 });
    const halves = twoWords(chunk.whole, known);
    if (halves !== undefined) found.push({ words: halves, inexact: 1 });
    const form = lexicon.forms.of(chunk.whole).find((each) => known.has(each));
    if (form !== undefined) found.push({ words: [form], inexact: 1 });
  }
  return found;
}

/** The longest known code that what was typed begins with: people copy suffixes that say where a device was sold. */
function knownBeginning(code: string, known: KnownWords): string | undefined {
  for (let length = code.length - 1; length >= CODE_MIN; length--) {
    const begun = code.slice(0, length);
    if (/\p{N}/u.test(begun) && /\p{L}/u.test(begun) && known.has(begun)) return begun;
  }
  return undefined;
}

/** Two known words written as one: `samsunggalaxy`. */
function twoWords(word: string, known: KnownWords): readonly [string, string] | undefined {
  if (!/^\p{L}{7,}$/u.test(word)) return undefined;
  for (let at = word.length - 3; at >= 3; at--) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (known.has(left) && known.has(right)) return [left, right];
  }
  return undefined;
}
