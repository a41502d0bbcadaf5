import type { SearchLexicon } from '../../application/ports.js';
import { WordForms } from './word-forms.js';
import { chunksOf, foldText } from './tokenise.js';

/** The words of a phrase, as an index has them. */
type Words = readonly string[];

/** Longest phrase looked for, in words. */
const PHRASE_MAX = 4;

/** A language's search words made ready for look-ups: what says nothing about a product, and what else a phrase may be called. */
export class Lexicon {
  static readonly empty = new Lexicon({ ignore: [], synonyms: [], endings: [] });
  private readonly ignored = new Set<string>();
  private readonly meanings = new Map<string, Words[]>();
  readonly forms: WordForms;

  constructor({ ignore, synonyms, endings }: SearchLexicon) {
    for (const phrase of ignore) this.ignored.add(wordsOf(phrase).join(' '));
    for (const { words, mean } of synonyms)
      for (const phrase of words) {
        const key = wordsOf(phrase).join(' ');
        this.meanings.set(key, [...(this.meanings.get(key) ?? []), ...mean.map(wordsOf)]);
      }
    const listed = [...this.ignored, ...this.meanings.keys()].flatMap((phrase) => phrase.split(' '));
    this.forms = new WordForms(endings.map(foldText), listed);
  }

  /** How many of the words from `at` on are a phrase that narrows nothing down; 0 for none. */
  ignoredAt(words: Words, at: number): number {
    return longest(words, at, (phrase) => this.ignored.has(phrase));
  }

  /** What the longest known phrase from `at` on may also be called, and how many words it is. */
  meaningAt(words: Words, at: number): { readonly length: number; readonly meanings: readonly Words[] } | undefined {
    const length = longest(words, at, (phrase) => this.meanings.has(phrase));
    if (length === 0) return undefined;
    return { length, meanings: this.meanings.get(words.slice(at, at + length).join(' ')) ?? [] };
  }
}

const ready = new WeakMap<SearchLexicon, Lexicon>();

/** Made ready once for as long as the market's definition it came with is the current one. */
export function lexiconOf(raw: SearchLexicon | undefined): Lexicon {
  if (raw === undefined) return Lexicon.empty;
  let lexicon = ready.get(raw);
  if (lexicon === undefined) ready.set(raw, (lexicon = new Lexicon(raw)));
  return lexicon;
}

function longest(words: Words, at: number, known: (phrase: string) => boolean): number {
  for (let length = Math.min(PHRASE_MAX, words.length - at); length > 0; length--)
    if (known(words.slice(at, at + length).join(' '))) return length;
  return 0;
}

function wordsOf(phrase: string): string[] {
  return chunksOf(phrase).map((chunk) => chunk.whole);
}
