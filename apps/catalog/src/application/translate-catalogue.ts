import type { Outcome } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import type { CurationRejection } from '../domain/curation-rejection.js';
import { productNotFound } from '../domain/curation-rejection.js';
import { checkTranslation, translateProduct } from '../domain/translate-product.js';
import type { Translation } from '../domain/translate-product.js';
import type { StatedProduct } from '../domain/stated-product.js';
import type { NotTheWriter } from '../domain/writer-region.js';
import { refuseUnlessWriter } from '../domain/writer-region.js';
import type { Authority } from './curate-products.js';
import type { LineRejection } from './import-products.js';
import type { ProductChange, TranslationDesk, TranslationTx } from './ports.js';

/** A row as it arrived: a translation, a row whose text nobody has written yet, or why it is neither. */
export type TranslationLine =
  | { readonly line: number; readonly translation: Translation }
  | { readonly line: number; readonly blank: true }
  | { readonly line: number; readonly rejections: readonly LineRejection[] };

/** What became of an import. */
export interface TranslationSummary {
  received: number;
  changed: number;
  unchanged: number;
  /** Rows whose text is empty: not translated yet. */
  blank: number;
  rejectedCount: number;
  /** The first thousand. */
  readonly rejected: LineRejection[];
}

interface Row {
  readonly line: number;
  readonly translation: Translation;
}

/** Rows a transaction. Larger holds up other writers longer, smaller pays more commits. */
const batchSize = 500;
const rejectionsListed = 1000;

/** Takes translations in as they arrive. A row that says what is said already changes nothing; a wrong one is reported and the others go on. */
export class TranslateCatalogue<P extends StatedProduct> {
  constructor(
    private readonly desk: TranslationDesk<P>,
    private readonly place: { readonly region: string; readonly writerRegion: string },
  ) {}

  async import(
    lines: AsyncIterable<TranslationLine>,
    by: Authority,
    { dryRun = false } = {},
  ): Promise<Outcome<TranslationSummary, NotTheWriter>> {
    const refusal = refuseUnlessWriter(this.place.region, this.place.writerRegion);
    if (refusal !== undefined) return refusal;
    const summary: TranslationSummary = {
      ...{ received: 0, changed: 0, unchanged: 0, blank: 0, rejectedCount: 0 },
      rejected: [],
    };
    let batch: Row[] = [];
    for await (const line of lines) {
      summary.received += 1;
      if ('rejections' in line) note(summary, line.rejections);
      else if ('blank' in line) summary.blank += 1;
      else batch.push(line);
      if (batch.length < batchSize) continue;
      await this.take(batch, by, dryRun, summary);
      batch = [];
    }
    if (batch.length > 0) await this.take(batch, by, dryRun, summary);
    return summary;
  }

  private take(rows: readonly Row[], by: Authority, dryRun: boolean, summary: TranslationSummary): Promise<void> {
    return this.desk.translate(async (tx) => {
      const terms = await tx.terms();
      const sound = rows.filter(({ line, translation }) => {
        const wrong = checkTranslation(translation, terms);
        if (wrong !== undefined) note(summary, [rejectionOf(line, wrong)]);
        return wrong === undefined;
      });
      const ofColours = sound.filter(({ translation }) => translation.kind === 'colour.name');
      const ofProducts = sound.filter(({ translation }) => translation.kind !== 'colour.name');
      await takeProducts(tx, ofProducts, by, dryRun, summary);
      await takeColours(tx, ofColours, by, dryRun, summary);
    });
  }
}

async function takeProducts<P extends StatedProduct>(
  tx: TranslationTx<P>,
  rows: readonly Row[],
  by: Authority,
  dryRun: boolean,
  summary: TranslationSummary,
): Promise<void> {
  if (rows.length === 0) return;
  const before = await tx.family([...new Set(rows.map(({ translation }) => translation.key))]);
  const slugs = rows.flatMap(({ translation: { kind, text } }) => (kind === 'product.slug' ? [text] : []));
  const owners = new Map(await tx.ownersOfSlugs(slugs));
  const after = new Map(before);
  const changes: ProductChange[] = [];
  for (const { line, translation } of rows) {
    const { kind, key, locale, text } = translation;
    const known = after.get(key);
    const decided =
      known === undefined
        ? productNotFound(key, 'key')
        : (slugTaken(translation, owners) ?? translateProduct(known, translation));
    if (isRejection(decided) || known === undefined) {
      note(summary, [rejectionOf(line, decided as CurationRejection)]);
      continue;
    }
    if (kind === 'product.slug') owners.set(text, key);
    if (decided === known.decisions) {
      summary.unchanged += 1;
      continue;
    }
    summary.changed += 1;
    after.set(key, { ...known, decisions: decided });
    changes.push({ productId: key, action: 'translated', ...by, detail: { kind, locale, text } });
  }
  if (!dryRun) await tx.keepAll(before, after, changes);
}

async function takeColours<P extends StatedProduct>(
  tx: TranslationTx<P>,
  rows: readonly Row[],
  by: Authority,
  dryRun: boolean,
  summary: TranslationSummary,
): Promise<void> {
  if (rows.length === 0) return;
  const known = await tx.colours([...new Set(rows.map(({ translation }) => translation.key))]);
  const said = new Map([...known].map(([code, names]) => [code, { ...names }]));
  const changed: Translation[] = [];
  for (const { line, translation } of rows) {
    const names = said.get(translation.key);
    if (names === undefined) {
      const none = reject('catalog.colour_not_found', `No product has a colour ${translation.key}.`, { field: 'key' });
      note(summary, [rejectionOf(line, none)]);
    } else if (names[translation.locale] === translation.text) summary.unchanged += 1;
    else {
      summary.changed += 1;
      names[translation.locale] = translation.text;
      changed.push(translation);
    }
  }
  if (!dryRun && changed.length > 0) await tx.nameColours(changed, by);
}

/** An address leads to one product for ever, whatever language it is in. */
function slugTaken(
  { kind, key, text }: Translation,
  owners: ReadonlyMap<string, string>,
): CurationRejection | undefined {
  const owner = kind === 'product.slug' ? owners.get(text) : undefined;
  if (owner === undefined || owner === key) return undefined;
  return reject('catalog.slug_taken', `The product ${owner} has the address ${text}.`, { field: 'text' });
}

function rejectionOf(line: number, { code, message, field = '' }: CurationRejection): LineRejection {
  return { line, field, code, message };
}

function note(summary: TranslationSummary, rejections: readonly LineRejection[]): void {
  summary.rejectedCount += 1;
  summary.rejected.push(...rejections.slice(0, rejectionsListed - summary.rejected.length));
}
