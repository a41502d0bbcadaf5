/** Words a text in one language may not use, and why. */
export interface PhraseRule {
  readonly language: string;
  readonly phrases: readonly string[];
  /** The fact that would make the words true. */
  readonly unless?: string | undefined;
  readonly reason: string;
  /** The law, as a reader can look it up. */
  readonly source: string;
  /** What to write in its place. */
  readonly instead?: string | undefined;
}

/** What of a text is not allowed, in the rule's own spelling. */
export interface ForbiddenPhrase {
  readonly phrase: string;
  readonly rule: PhraseRule;
}

/**
 * The first phrase of a text that a rule of its language forbids. Compared word by word without accents, case, hyphens or spaces: a claim does
 * not become true by being written "COMME-NEUF" or "comme\u00a0neuf". `locale` undefined: a text of no language in particular, such as a trade
 * name, which every rule reads.
 */
export function findForbidden(
  text: string,
  locale: string | undefined,
  rules: readonly PhraseRule[],
): ForbiddenPhrase | undefined {
  const language = locale?.split('-', 1)[0];
  const applying = rules.filter((rule) => language === undefined || rule.language === language);
  if (applying.length === 0) return undefined;
  const words = wordsOf(text);
  for (const rule of applying)
    for (const phrase of rule.phrases) if (words.includes(wordsOf(phrase))) return { phrase, rule };
  return undefined;
}

/** The sentence that tells a writer what is wrong, why, and what to do. */
export function explainForbidden({ phrase, rule: { reason, source, unless, instead } }: ForbiddenPhrase): string {
  const remedy = instead ?? (unless === undefined ? 'Leave it out.' : `Leave it out, unless ${unless}.`);
  return `“${phrase}” may not be said: ${reason} (${source}) ${remedy}`;
}

/** The words, one space before, between and after, so that a phrase is found as whole words only, and not across the end of a clause. */
function wordsOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll(/[.,;:!?()]+/g, ' 0clause ');
  return ` ${plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;
}
