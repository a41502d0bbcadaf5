/** Less of a word says too little: `pro` is no form of anything. */
const STEM_MIN = 3;

/** The forms of a language's words, by the endings they take: `używanego` is `używany`, `svarta` is `svart`. */
export class WordForms {
  private readonly byStem = new Map<string, string>();
  private readonly endings: readonly string[];

  /** `listed`: the words that forms lead to, folded like the endings. */
  constructor(endings: readonly string[], listed: readonly string[]) {
    // Shorter endings leave more of the word, so they are believed first.
    this.endings = [...new Set(endings)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    // A listed word is itself before it is a form of another.
    for (const word of listed) this.byStem.set(word, word);
    for (const word of listed)
      for (const stem of this.stemsOf(word)) if (!this.byStem.has(stem)) this.byStem.set(stem, word);
  }

  /** The listed word this is a form of, or the word itself. */
  listed(word: string): string {
    const itself = this.byStem.get(word);
    if (itself !== undefined) return itself;
    for (const stem of this.stemsOf(word)) {
      const listed = this.byStem.get(stem);
      if (listed !== undefined) return listed;
    }
    return word;
  }

  /** Every form of a word but itself, nearest first. */
  of(word: string): string[] {
    const withEndings = (stem: string): string[] => this.endings.map((ending) => stem + ending);
    const inflected = this.stemsOf(word).flatMap((stem) => [stem, ...withEndings(stem)]);
    const longer = isStem(word) ? withEndings(word) : [];
    return [...new Set([...inflected, ...longer])].filter((form) => form !== word);
  }

  private stemsOf(word: string): string[] {
    return this.endings
      .filter((ending) => word.endsWith(ending))
      .map((ending) => word.slice(0, -ending.length))
      .filter(isStem);
  }
}

/** Letters alone: what has digits is a code or a size, and takes no endings. */
function isStem(word: string): boolean {
  return word.length >= STEM_MIN && /^\p{L}+$/u.test(word);
}
