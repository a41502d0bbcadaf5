import type { SearchText } from '../../application/ports.js';
import { Lexicon } from './lexicon.js';
import type { Alternative, Group } from './parse-query.js';
import { parseQuery } from './parse-query.js';
import { NONE, RowCosts } from './row-costs.js';
import { chunksOf, codeTokens, foldText, spellingsOf } from './tokenise.js';
import { Vocabulary, isWord } from './vocabulary.js';

export interface TextQuery {
  readonly text: string;
  /** Language of the searcher, `fr`. */
  readonly language?: string;
  readonly lexicon?: Lexicon;
}

/** How strictly a query is read. Each is tried when the one before finds nothing. */
type Reading = 'strict' | 'forgiving' | 'partial';

/** A partial match must still hold this much of what the query says, or every common word would list the whole shop. */
const PARTIAL_MIN = 0.3;
/** Letters from which on a word may be wrong twice. */
const TWO_TYPOS_FROM = 8;
/** A shorter beginning is looked for in the names of what the rest of the query found: nearly every name has an `m`. */
const SHORT_PREFIX = 2;
/** Endings of model names that few people type and fewer mean by leaving them out. */
const LIGHT = new Set(
  '5g 4g 3g lte wifi dual sim nfc uw inch generation gen edition global de ds ss gps cellular'.split(' '),
);

/** A match's cost of one group, packed so that less is better: typos, then words outside the name, then distance from what was typed. */
const TYPO = 1 << 16;
const OUTSIDE = 1 << 8;

/** A word of a name: `term × 8 + weight × 2 + (1 where a chunk begins)`; weights: 0 the brand's, 1 light, 2 telling. */
type NameSequence = readonly number[];

/**
 * Full text of products, in memory. All words of a query must be found, each as it is, as the beginning of a word, or with typos; when no
 * product has them all, typos are allowed everywhere, and then the products with the most telling words are shown.
 *
 * The score of a product depends on the query and the product alone, never on what else there is: a product added or taken out moves no
 * other, so a cursor keeps its place. Read from its highest digit: words missing, typos, words found outside the name only, words read
 * otherwise than typed, words of the name that nobody asked for, words in the order asked for.
 */
export class TextIndex {
  private readonly vocabulary = new Vocabulary();
  /** Word numbers of each row, × 2 + 1 when in the name. */
  private readonly described: (readonly number[] | undefined)[] = [];
  private readonly sequences: (readonly NameSequence[])[] = [];
  private rows = 0;
  private scratch = new Scratch(0);
  /** When the query asked for a word of a name: its place in the query from 1, by word number. */
  private placeOf = new Uint8Array(0);
  private placed: number[] = [];

  /** States a row's text, replacing what was there; `undefined` takes it out. */
  describe(row: number, text: SearchText | undefined): void {
    this.rows = Math.max(this.rows, row + 1);
    const next = text === undefined ? [] : this.termsOf(text);
    const before = this.described[row] ?? [];
    const keep = new Set(next);
    const had = new Set(before);
    for (const term of before) if (!keep.has(term)) this.vocabulary.remove(term >> 1, row * 2 + (term & 1));
    for (const term of next) if (!had.has(term)) this.vocabulary.add(term >> 1, row * 2 + (term & 1));
    this.described[row] = next;
    this.sequences[row] = text === undefined ? [] : this.sequencesOf(text);
  }

  /** Rows that match with their scores. Valid until the next call. */
  search({ text, language = 'en', lexicon = Lexicon.empty }: TextQuery): TextMatches {
    const groups = parseQuery(text, { language, lexicon, known: this.vocabulary });
    if (this.scratch.size < this.rows) this.scratch = new Scratch(this.rows + (this.rows >> 2));
    if (this.placeOf.length < this.vocabulary.size) {
      this.placeOf = new Uint8Array(this.vocabulary.size * 2);
      this.placed = [];
    }
    const { matches } = this.scratch;
    for (const reading of ['strict', 'forgiving', 'partial'] as const)
      if (groups.length > 0 && this.read(groups, reading)) return matches;
    matches.clear();
    return matches;
  }

  private read(groups: readonly Group[], reading: Reading): boolean {
    const { matches, group, cost, held } = this.scratch;
    this.forgetPlaces();
    cost.clear();
    held.clear();
    let known = 0;
    let asked = 0;
    let place = 1;
    for (const [i, { alternatives, weight }] of groups.entries()) {
      asked += weight;
      const last = i === groups.length - 1;
      // The rest of the query is what a short beginning is looked for in; alone it is looked up as it is.
      const within = last && known > 0 ? known : undefined;
      this.matchGroup(alternatives, { reading, last, place, within });
      place += Math.max(...alternatives.map(({ words }) => words.length));
      if (group.count === 0) continue;
      known += weight;
      for (let at = 0; at < group.count; at++) {
        const row = group.row(at);
        cost.add(row, group.get(row));
        held.add(row, weight);
      }
    }
    if (known === 0 || known < asked * PARTIAL_MIN) return false;
    // Words nobody's products have say nothing about which one is wanted.
    const least = reading === 'partial' ? Math.max(1, asked * PARTIAL_MIN) : known;
    matches.clear();
    for (let at = 0; at < held.count; at++) {
      const row = held.row(at);
      const own = held.get(row);
      if (own >= least) matches.set(row, this.score(row, known - own, cost.get(row)));
    }
    return matches.count > 0;
  }

  private score(row: number, missing: number, cost: number): number {
    let best = 0;
    for (const sequence of this.sequences[row] ?? []) best = Math.max(best, this.likeness(sequence));
    const digits = (most: number, value: number): number => most - Math.min(most, value);
    return (
      digits(62, missing) * 2 ** 25 +
      2 ** 25 +
      digits(63, cost >>> 16) * 2 ** 19 +
      digits(15, (cost >>> 8) & 0xff) * 2 ** 15 +
      digits(15, cost & 0xff) * 2 ** 11 +
      best
    );
  }

  /** How much of a name was asked for, and in its order: 0 to 2047. */
  private likeness(sequence: NameSequence): number {
    let uncovered = 0;
    let chunk = 0;
    let inOrder = 0;
    let before = 0;
    for (const word of sequence) {
      const place = this.placeOf[word >> 3] as number;
      if ((word & 1) === 1) {
        uncovered += chunk;
        chunk = 0;
      }
      if (place === 0) chunk = Math.max(chunk, (word >> 1) & 3);
      else if (place === before + 1) inOrder++;
      before = place;
    }
    uncovered += chunk;
    return (63 - Math.min(63, uncovered)) * 16 + Math.min(15, inOrder);
  }

  /** Least cost per row of one group by any of its readings, into `group`. */
  private matchGroup(alternatives: readonly Alternative[], how: How): void {
    const { group, part } = this.scratch;
    group.clear();
    for (const { words, inexact } of alternatives) {
      const [only] = words;
      const found = words.length === 1 && only !== undefined ? part : this.matchAll(words, how);
      if (found === part) this.matchWord(only as string, how, part);
      for (let at = 0; at < found.count; at++) {
        const row = found.row(at);
        const own = found.get(row);
        if (own !== NONE) group.lower(row, own + inexact);
      }
    }
  }

  /** Rows that have every word, with the costs of all. */
  private matchAll(words: readonly string[], how: How): RowCosts {
    const { part } = this.scratch;
    let [all, next] = [this.scratch.joined, this.scratch.narrowed];
    all.clear();
    words.forEach((word, i) => {
      this.matchWord(word, { ...how, last: how.last && i === words.length - 1, place: how.place + i }, part);
      next.clear();
      for (let at = 0; at < part.count; at++) {
        const row = part.row(at);
        if (i === 0) next.lower(row, part.get(row));
        else if (all.get(row) !== NONE) next.lower(row, all.get(row) + part.get(row));
      }
      [all, next] = [next, all];
    });
    return all;
  }

  private matchWord(word: string, { reading, last, place, within }: How, best: RowCosts): void {
    best.clear();
    const exact = this.vocabulary.has(word);
    // A code or a size stands where it belongs, outside the name; a plain word there says less than in the name.
    const outside = /\p{N}/u.test(word) && word.length > 3 ? 0 : OUTSIDE;
    if (exact) this.mark(word, 0, outside, place, best);
    let longer = false;
    if (last && word.length <= SHORT_PREFIX && within !== undefined) this.markNamesStarting(word, within, place, best);
    else if ((last || !exact || reading !== 'strict') && (word.length > 1 || !exact))
      for (const term of this.vocabulary.startingWith(word)) {
        longer = true;
        this.mark(term, 2, word.length > SHORT_PREFIX ? outside : NONE, place, best);
      }
    if (!isWord(word) || !(reading !== 'strict' || (!exact && !longer))) return;
    const near = this.vocabulary.oneEditFrom(word);
    for (const term of near) this.mark(term, TYPO, OUTSIDE, place, best);
    if (near.length === 0 && word.length >= TWO_TYPOS_FROM)
      for (const term of this.vocabulary.twoEditsFrom(word)) this.mark(term, 2 * TYPO, OUTSIDE, place, best);
  }

  /** Marks every row that has the term. `outside` is what it costs not to be in the name; NONE where it then counts for nothing. */
  private mark(term: string, cost: number, outside: number, place: number, best: RowCosts): void {
    this.setPlace(this.vocabulary.find(term) as number, place);
    for (const posting of this.vocabulary.postingsOf(term)) {
      if ((posting & 1) === 1) best.lower(posting >> 1, cost);
      else if (outside !== NONE) best.lower(posting >> 1, cost + outside);
    }
  }

  /** Rows that hold all the query says so far and whose name has a word that begins so. */
  private markNamesStarting(prefix: string, within: number, place: number, best: RowCosts): void {
    const { held } = this.scratch;
    for (let at = 0; at < held.count; at++) {
      const row = held.row(at);
      if (held.get(row) < within) continue;
      for (const sequence of this.sequences[row] ?? [])
        for (const word of sequence) {
          if (!this.vocabulary.term(word >> 3).startsWith(prefix)) continue;
          // A word asked for already is not asked for again by its first letter.
          if (this.placeOf[word >> 3] !== 0 && this.placeOf[word >> 3] !== place) continue;
          this.setPlace(word >> 3, place);
          best.lower(row, 2);
        }
    }
  }

  private setPlace(term: number, place: number): void {
    if (this.placeOf[term] !== 0) return;
    this.placeOf[term] = Math.min(255, place);
    this.placed.push(term);
  }

  private forgetPlaces(): void {
    for (const term of this.placed) this.placeOf[term] = 0;
    this.placed = [];
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

  /** The words of each name in their order, with what each weighs. */
  private sequencesOf({ names, brand }: SearchText): NameSequence[] {
    const free = new Set(brand === undefined ? [] : chunksOf(brand).flatMap(({ parts }) => parts));
    const found = new Map<string, NameSequence>();
    for (const name of names) {
      const sequence = chunksOf(name).flatMap(({ whole, parts }) =>
        parts.map((part, i) => {
          const weight = free.has(part) ? 0 : LIGHT.has(whole) || LIGHT.has(part) ? 1 : 2;
          return this.vocabulary.idOf(part) * 8 + weight * 2 + (i === 0 ? 1 : 0);
        }),
      );
      found.set(foldText(name), sequence);
    }
    return [...found.values()];
  }
}

/** How a word is looked for. */
interface How {
  readonly reading: Reading;
  /** The end of the query may be unfinished. */
  readonly last: boolean;
  readonly place: number;
  /** How much a row must hold of the query so far for a short beginning to be looked for in it. */
  readonly within: number | undefined;
}

function* tokensOf(text: string): Generator<string> {
  for (const { whole, parts } of chunksOf(text)) {
    yield whole;
    yield* parts;
  }
  yield* spellingsOf(text);
}

/** Rows that match and their scores, above zero. */
export class TextMatches {
  private readonly scores: Uint32Array;
  private readonly rows: Int32Array;
  count = 0;

  constructor(size: number) {
    this.scores = new Uint32Array(size);
    this.rows = new Int32Array(size);
  }

  /** The `i`th row that matches, in no order. */
  row(i: number): number {
    return this.rows[i] as number;
  }

  /** 0 for a row that does not match. */
  scoreOf(row: number): number {
    return this.scores[row] ?? 0;
  }

  set(row: number, score: number): void {
    this.scores[row] = score;
    this.rows[this.count++] = row;
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.scores[this.rows[i] as number] = 0;
    this.count = 0;
  }
}

/** Columns kept between queries, so that a search allocates nothing that grows with the shop. */
class Scratch {
  readonly matches: TextMatches;
  readonly cost: RowCosts;
  readonly held: RowCosts;
  readonly group: RowCosts;
  readonly part: RowCosts;
  readonly joined: RowCosts;
  readonly narrowed: RowCosts;

  constructor(readonly size: number) {
    this.matches = new TextMatches(size);
    this.cost = new RowCosts(size);
    this.held = new RowCosts(size);
    this.group = new RowCosts(size);
    this.part = new RowCosts(size);
    this.joined = new RowCosts(size);
    this.narrowed = new RowCosts(size);
  }
}
