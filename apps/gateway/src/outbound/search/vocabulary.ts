import { withinOneEdit } from './within-one-edit.js';
import { withinTwoEdits } from './within-two-edits.js';

/** Prefixes shorter than a word match far too much; what is scanned is bounded whatever is typed. */
const EXPANSIONS_MAX = 400;
const SCANNED_MAX = 20_000;

/**
 * The words of an index and where each stands: a posting is `row × 2 + (1 when the word is in the product's name)`, kept in ascending
 * order. Words are numbered, so that a row remembers its words in a few bytes and can be described anew without its old text.
 */
export class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly terms: string[] = [];
  private readonly postings: number[][] = [];
  /** All words in code unit order, for prefixes. */
  private sorted: string[] = [];
  /** Words of letters only, spelled backwards, in order: for a typo in a word's first half. */
  private mirrored: string[] = [];
  /** Words of letters only by their length, for two typos. */
  private readonly byLength: string[][] = [];
  /** Words not yet in the lists. A bulk load sorts once; a word here and there is put in its place. */
  private waiting: string[] = [];

  idOf(term: string): number {
    const known = this.ids.get(term);
    if (known !== undefined) return known;
    const id = this.terms.push(term) - 1;
    this.ids.set(term, id);
    this.postings.push([]);
    this.waiting.push(term);
    return id;
  }

  add(id: number, posting: number): void {
    const list = this.postings[id] as number[];
    const last = list.at(-1);
    if (last === undefined || last < posting) {
      if (last === undefined) this.postings[id] = [posting];
      else list.push(posting);
      return;
    }
    const at = lowerBound(list, posting);
    if (list[at] !== posting) list.splice(at, 0, posting);
  }

  remove(id: number, posting: number): void {
    const list = this.postings[id] as number[];
    const at = lowerBound(list, posting);
    if (list[at] === posting) list.splice(at, 1);
  }

  /** Whether any row has the word now. */
  has(term: string): boolean {
    return this.postingsOf(term).length > 0;
  }

  /** The word's number, if it ever stood anywhere. */
  find(term: string): number | undefined {
    return this.ids.get(term);
  }

  term(id: number): string {
    return this.terms[id] as string;
  }

  get size(): number {
    return this.terms.length;
  }

  /** Where a word stands; empty for an unknown one. */
  postingsOf(term: string): readonly number[] {
    const id = this.ids.get(term);
    return id === undefined ? nowhere : (this.postings[id] as number[]);
  }

  /** Longer words that begin so, in order; the word itself is not among them. */
  startingWith(prefix: string): string[] {
    this.settle();
    const found: string[] = [];
    for (let i = lowerBound(this.sorted, prefix); i < this.sorted.length && found.length < EXPANSIONS_MAX; i++) {
      const term = this.sorted[i] as string;
      if (!term.startsWith(prefix)) break;
      if (term !== prefix) found.push(term);
    }
    return found;
  }

  /**
   * Words of letters one edit away. One edit leaves one half of a word untouched (a swap across the middle apart, which is looked up as
   * it is), so only words sharing the first or the second half are compared.
   */
  oneEditFrom(word: string): string[] {
    this.settle();
    const half = word.length >> 1;
    const found = new Set<string>();
    const tail = mirror(word.slice(half));
    for (const term of this.range(this.sorted, word.slice(0, half)))
      if (isWord(term) && term !== word && withinOneEdit(word, term)) found.add(term);
    for (const mirroredTerm of this.range(this.mirrored, tail)) {
      const term = mirror(mirroredTerm);
      if (term !== word && withinOneEdit(word, term)) found.add(term);
    }
    const swapped = word.slice(0, half - 1) + word.charAt(half) + word.charAt(half - 1) + word.slice(half + 1);
    if (swapped !== word && this.ids.has(swapped)) found.add(swapped);
    return [...found].slice(0, EXPANSIONS_MAX);
  }

  /** Words of letters two edits away that begin alike: two wrong letters in a long word still leave its first one. */
  twoEditsFrom(word: string): string[] {
    this.settle();
    const found: string[] = [];
    for (let length = word.length - 2; length <= word.length + 2; length++)
      for (const term of this.byLength[length] ?? [])
        if (term.charCodeAt(0) === word.charCodeAt(0) && this.has(term) && withinTwoEdits(word, term)) found.push(term);
    return found.slice(0, EXPANSIONS_MAX);
  }

  private *range(list: readonly string[], prefix: string): Generator<string> {
    const from = lowerBound(list, prefix);
    for (let i = from; i < list.length && i < from + SCANNED_MAX; i++) {
      const term = list[i] as string;
      if (!term.startsWith(prefix)) return;
      yield term;
    }
  }

  private settle(): void {
    if (this.waiting.length === 0) return;
    const words = this.waiting.filter(isWord).map(mirror);
    if (this.waiting.length > 200) {
      this.sorted = [...this.sorted, ...this.waiting].sort(byCodeUnit);
      this.mirrored = [...this.mirrored, ...words].sort(byCodeUnit);
    } else {
      for (const term of this.waiting) this.sorted.splice(lowerBound(this.sorted, term), 0, term);
      for (const word of words) this.mirrored.splice(lowerBound(this.mirrored, word), 0, word);
    }
    for (const term of this.waiting) if (isWord(term)) (this.byLength[term.length] ??= []).push(term);
    this.waiting = [];
  }
}

/** Letters only, and enough of them that one may be wrong: nobody wants `13` corrected to `12`, or `5g` to `4g`. */
export function isWord(term: string): boolean {
  return term.length >= 3 && /^\p{L}+$/u.test(term);
}

const nowhere: readonly number[] = [];

function mirror(word: string): string {
  return [...word].reverse().join('');
}

function lowerBound<T extends number | string>(list: readonly T[], value: T): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as T) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
