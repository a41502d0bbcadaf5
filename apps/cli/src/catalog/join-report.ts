/**
 * How rows of one data set found what they are about in the others. Each outcome says by what it was found, or why it was not.
 * `appleVariants`: a colour and storage of ios-device-list, and whether another data set knows the device too.
 * `playCodes`: a model code of Google Play, and the product it is a code of.
 * `specs`: a product, and its row of specifications.
 */
export const joinOutcomes = {
  appleVariants: { found: ['alsoInDetector'], missed: ['onlyHere'] },
  playCodes: {
    found: ['sameName', 'withoutRadio', 'filledTemplate', 'codePattern'],
    missed: ['unknownBrand', 'codeName', 'unknownName'],
  },
  specs: { found: ['ownName', 'otherName', 'otherSpelling', 'modelCode'], missed: ['noRow'] },
} as const;

export type JoinName = keyof typeof joinOutcomes;
export type JoinOutcome<Join extends JoinName> =
  (typeof joinOutcomes)[Join]['found'][number] | (typeof joinOutcomes)[Join]['missed'][number];

export interface JoinLine {
  readonly join: JoinName;
  readonly rows: number;
  readonly found: number;
  /** In per mille of rows, rounded down. */
  readonly foundPerMille: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** The first few rows that found nothing, by outcome. */
  readonly missedSamples: Readonly<Record<string, readonly string[]>>;
}

const samplesKept = 5;

/** Counts joins in bounded memory: a number per outcome, and the first few rows that found nothing. */
export class JoinReport {
  private readonly counts = new Map<string, number>();
  private readonly samples = new Map<string, string[]>();

  add<Join extends JoinName>(join: Join, outcome: JoinOutcome<Join>, row: string): void {
    const key = `${join} ${outcome}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    if (!(joinOutcomes[join].missed as readonly string[]).includes(outcome)) return;
    const samples = this.samples.get(key) ?? [];
    if (samples.length < samplesKept) samples.push(row);
    this.samples.set(key, samples);
  }

  toJSON(): JoinLine[] {
    return (Object.keys(joinOutcomes) as JoinName[]).map((join) => this.lineOf(join));
  }

  private lineOf(join: JoinName): JoinLine {
    const { found, missed } = joinOutcomes[join];
    const countOf = (outcome: string): number => this.counts.get(`${join} ${outcome}`) ?? 0;
    const outcomes = Object.fromEntries([...found, ...missed].map((outcome) => [outcome, countOf(outcome)]));
    const rows = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
    const hits = found.reduce((sum, outcome) => sum + countOf(outcome), 0);
    return {
      join,
      rows,
      found: hits,
      foundPerMille: rows === 0 ? 0 : Math.floor((hits * 1000) / rows),
      outcomes,
      missedSamples: Object.fromEntries(
        missed.map((outcome) => [outcome, this.samples.get(`${join} ${outcome}`) ?? []]),
      ),
    };
  }
}
