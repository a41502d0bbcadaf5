import type { Chunk } from './tokenise.js';
import { chunksOf, codeTokens } from './tokenise.js';
import { Vocabulary, isWord } from './vocabulary.js';

/** What of a product can be searched. */
export interface SearchText {
  /** Brand and model in each language: what a searcher most likely means. */
  readonly names: readonly string[];
  /** Aliases, storage, colours: what narrows a search down. */
  readonly words: readonly string[];
  /** Model codes, part numbers, GTINs: matched whole. */
  readonly codes: readonly string[];
}

/** How strictly a query is read. Each is tried when the one before finds nothing. */
type Reading = 'strict' | 'forgiving' | 'partial';

/** More words than this say nothing more about what is wanted. */
const GROUPS_MAX = 12;

const TYPO = 0.45;
/** A word outside the name (an alias, a colour, a code) says less than the same word in it. */
const OUTSIDE_NAME = 0.6;
const COVERAGE_WEIGHT = 3;

/**
 * Full text of products, in memory. All words of a query must be found, each as it is, as the beginning of a word, or with one typo;
 * when no product has them all, typos are allowed everywhere, and then the products with the most telling words are shown.
 */
export class TextIndex {
  private readonly vocabulary = new Vocabulary();
  /** Word numbers of each row, × 2 + 1 when in the name. */
  private readonly described: (readonly number[] | undefined)[] = [];
  private nameLengths = new Uint8Array(0);
  private rows = 0;
  private scratch = new Scratch(0);

  /** States a row's text, replacing what was there; `undefined` takes it out. */
  describe(row: number, text: SearchText | undefined): void {
    this.rows = Math.max(this.rows, row + 1);
    this.nameLengths = grown(this.nameLengths, this.rows);
    const next = text === undefined ? [] : this.termsOf(text);
    const before = this.described[row] ?? [];
    const keep = new Set(next);
    const had = new Set(before);
    for (const term of before) if (!keep.has(term)) this.vocabulary.remove(term >> 1, row * 2 + (term & 1));
    for (const term of next) if (!had.has(term)) this.vocabulary.add(term >> 1, row * 2 + (term & 1));
    this.described[row] = next;
    this.nameLengths[row] = text === undefined ? 0 : Math.min(255, nameLength(text));
  }

  /** Scores by row, above zero for each row that matches. Valid until the next call. */
  search(query: string): Float32Array {
    const groups = chunksOf(query).slice(0, GROUPS_MAX);
    if (this.scratch.size < this.rows) this.scratch = new Scratch(this.rows + (this.rows >> 2));
    const { total } = this.scratch;
    for (const reading of ['strict', 'forgiving', 'partial'] as const) {
      if (this.read(groups, reading)) return total;
    }
    total.fill(0);
    return total;
  }

  private read(groups: readonly Chunk[], reading: Reading): boolean {
    const { total, group, cover, coverage, hits } = this.scratch;
    total.fill(0);
    coverage.fill(0);
    hits.fill(0);
    let weights = 0;
    groups.forEach((chunk, i) => {
      const found = this.matchGroup(chunk, reading, i === groups.length - 1);
      if (found === 0) return;
      const weight = Math.log(1 + this.rows / found);
      weights += weight;
      for (let row = 0; row < this.rows; row++) {
        const quality = group[row] as number;
        if (quality === 0) continue;
        total[row] = (total[row] as number) + weight * quality;
        coverage[row] = (coverage[row] as number) + (cover[row] as number) * chunk.parts.length;
        hits[row] = (hits[row] as number) + 1;
      }
    });
    if (weights === 0) return false;
    let any = false;
    for (let row = 0; row < this.rows; row++) {
      const score = total[row] as number;
      if (score === 0) continue;
      // A partial match must still hold half of what the query says, or every common word would list the whole shop.
      const enough = reading === 'partial' ? score >= weights * 0.3 : hits[row] === groups.length;
      if (!enough) total[row] = 0;
      else {
        total[row] =
          score + (COVERAGE_WEIGHT * (coverage[row] as number)) / Math.max(1, this.nameLengths[row] as number);
        any = true;
      }
    }
    return any;
  }

  /** Best quality per row of one chunk, as a whole or as all of its parts, into `group`; how many rows have any. */
  private matchGroup(chunk: Chunk, reading: Reading, last: boolean): number {
    const { group, cover, part, partCover, joined, joinedCover } = this.scratch;
    this.matchWord(chunk.whole, reading, last, group, cover);
    if (chunk.parts.length > 1) {
      chunk.parts.forEach((word, i) => {
        this.matchWord(word, reading, last && i === chunk.parts.length - 1, part, partCover);
        for (let row = 0; row < this.rows; row++) {
          if (i === 0) {
            joined[row] = part[row] as number;
            joinedCover[row] = partCover[row] as number;
          } else {
            joined[row] = Math.min(joined[row] as number, part[row] as number);
            joinedCover[row] = Math.min(joinedCover[row] as number, partCover[row] as number);
          }
        }
      });
      for (let row = 0; row < this.rows; row++)
        if ((joined[row] as number) > (group[row] as number)) {
          group[row] = joined[row] as number;
          cover[row] = joinedCover[row] as number;
        }
    }
    let found = 0;
    for (let row = 0; row < this.rows; row++) if (group[row] !== 0) found++;
    return found;
  }

  private matchWord(word: string, reading: Reading, last: boolean, best: Float32Array, cover: Float32Array): void {
    best.fill(0);
    cover.fill(0);
    const mark = (term: string, quality: number): void => {
      for (const posting of this.vocabulary.postingsOf(term)) {
        const row = posting >> 1;
        const inName = (posting & 1) === 1;
        const value = inName ? quality : quality * OUTSIDE_NAME;
        if (value > (best[row] as number)) best[row] = value;
        if (inName && quality > (cover[row] as number)) cover[row] = quality;
      }
    };
    const exact = this.vocabulary.postingsOf(word).length > 0;
    if (exact) mark(word, 1);
    const unfinished = last || !exact || reading !== 'strict';
    let longer = 0;
    if (unfinished && (word.length > 1 || !exact))
      for (const term of this.vocabulary.startingWith(word)) {
        mark(term, 0.5 + (0.4 * word.length) / term.length);
        longer++;
      }
    const maybeTypo = isWord(word) && (reading !== 'strict' || (!exact && longer === 0));
    if (maybeTypo) for (const term of this.vocabulary.oneEditFrom(word)) mark(term, TYPO);
  }

  private termsOf({ names, words, codes }: SearchText): number[] {
    const inName = new Set<string>();
    const elsewhere = new Set<string>();
    for (const name of names) for (const token of tokensOf(name)) inName.add(token);
    for (const word of words) for (const token of tokensOf(word)) elsewhere.add(token);
    for (const code of codes) for (const token of codeTokens(code)) elsewhere.add(token);
    const terms = [...inName].map((token) => this.vocabulary.idOf(token) * 2 + 1);
    for (const token of elsewhere) if (!inName.has(token)) terms.push(this.vocabulary.idOf(token) * 2);
    return terms;
  }
}

function* tokensOf(text: string): Generator<string> {
  for (const { whole, parts } of chunksOf(text)) {
    yield whole;
    yield* parts;
  }
}

/** Distinct words of the shortest name: `Apple iPhone 13` is covered by three. */
function nameLength({ names }: SearchText): number {
  return Math.min(255, ...names.map((name) => new Set(chunksOf(name).flatMap((chunk) => chunk.parts)).size));
}

/** Arrays of one number a row, kept between queries so that a search allocates nothing that grows with the shop. */
class Scratch {
  readonly total: Float32Array;
  readonly coverage: Float32Array;
  readonly group: Float32Array;
  readonly cover: Float32Array;
  readonly part: Float32Array;
  readonly partCover: Float32Array;
  readonly joined: Float32Array;
  readonly joinedCover: Float32Array;
  readonly hits: Uint8Array;

  constructor(readonly size: number) {
    this.total = new Float32Array(size);
    this.coverage = new Float32Array(size);
    this.group = new Float32Array(size);
    this.cover = new Float32Array(size);
    this.part = new Float32Array(size);
    this.partCover = new Float32Array(size);
    this.joined = new Float32Array(size);
    this.joinedCover = new Float32Array(size);
    this.hits = new Uint8Array(size);
  }
}

function grown(array: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  if (array.length >= size) return array;
  const larger = new Uint8Array(Math.max(1_024, size + (size >> 1)));
  larger.set(array);
  return larger;
}
