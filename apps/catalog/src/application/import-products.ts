import type { Outcome } from '@reprise/kernel';
import type { Product } from '../domain/product.js';
import type { NotTheWriter } from '../domain/writer-region.js';
import type { ProductBook } from './ports.js';
import { checkImages } from '../domain/check-images.js';
import type { PicturedProduct } from '../domain/check-images.js';
import { checkCharacters } from '../domain/check-characters.js';
import { checkTexts } from '../domain/check-texts.js';
import type { WordedProduct } from '../domain/check-texts.js';
import { checkProduct } from '../domain/check-product.js';
import { refuseTaken } from '../domain/refuse-taken.js';
import { refuseUnlessWriter } from '../domain/writer-region.js';

/** What is wrong with one line of an import. */
export interface LineRejection {
  /** From 1. */
  readonly line: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A line as it arrived: a product, or why it is none. */
export type ImportLine<P extends Product> =
  | { readonly line: number; readonly product: P }
  | { readonly line: number; readonly rejections: readonly LineRejection[] };

/** What became of an import. Lines neither created, updated nor unchanged were refused. */
export interface ImportSummary {
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  /** The first thousand; a file that is wrong throughout is not listed line by line. */
  readonly rejected: LineRejection[];
}

/** Products a transaction. Larger holds the lock longer, smaller pays more commits. */
const batchSize = 500;
const rejectionsListed = 1000;

/** Stores products as they arrive, batch by batch. A product that says what is known already changes nothing and says nothing. */
export class ImportProducts<P extends Product & PicturedProduct & WordedProduct> {
  constructor(
    private readonly products: ProductBook<P>,
    private readonly place: {
      readonly region: string;
      readonly writerRegion: string;
      /** Hosts pictures may lie on; none unless said. */
      readonly mediaHosts?: readonly string[];
    },
  ) {}

  async run(lines: AsyncIterable<ImportLine<P>>): Promise<Outcome<ImportSummary, NotTheWriter>> {
    const refusal = refuseUnlessWriter(this.place.region, this.place.writerRegion);
    if (refusal !== undefined) return refusal;
    const summary: ImportSummary = { received: 0, created: 0, updated: 0, unchanged: 0, rejected: [] };
    let batch = new Map<string, { line: number; product: P }>();
    for await (const line of lines) {
      summary.received += 1;
      if ('rejections' in line) {
        list(summary, line.rejections);
        continue;
      }
      const rejection =
        checkCharacters(line.product) ??
        checkProduct(line.product) ??
        checkImages(line.product, this.place.mediaHosts ?? []);
      if (rejection !== undefined) {
        list(summary, [{ line: line.line, field: '', ...rejection }]);
        continue;
      }
      // A product that comes twice is stored twice, in order, never in one statement.
      if (batch.size === batchSize || batch.has(line.product.productId)) {
        await this.store(batch, summary);
        batch = new Map();
      }
      batch.set(line.product.productId, line);
    }
    if (batch.size > 0) await this.store(batch, summary);
    return summary;
  }

  private async store(
    batch: ReadonlyMap<string, { readonly line: number; readonly product: P }>,
    summary: ImportSummary,
  ): Promise<void> {
    const products = [...batch.values()].map(({ product }) => product);
    const { refused, accepted, stored } = await this.products.change(async (tx) => {
      const rules = await tx.phraseRules();
      const worded = products.map((product) => ({ product, rejection: checkTexts(product, rules) }));
      const allowed = worded.flatMap(({ product, rejection }) => (rejection === undefined ? [product] : []));
      const forbidden = worded.flatMap(({ product, rejection }) =>
        rejection === undefined ? [] : [{ product, rejection }],
      );
      const claims = refuseTaken(allowed, await tx.ownersOf(allowed));
      const refused = [...forbidden, ...claims.refused];
      return { accepted: claims.accepted, refused, stored: await tx.save(claims.accepted) };
    });
    summary.created += stored.created;
    summary.updated += stored.updated;
    summary.unchanged += accepted.length - stored.created - stored.updated;
    for (const { product, rejection } of refused)
      list(summary, [{ line: batch.get(product.productId)?.line ?? 0, field: '', ...rejection }]);
  }
}

function list(summary: ImportSummary, rejections: readonly LineRejection[]): void {
  const room = rejectionsListed - summary.rejected.length;
  summary.rejected.push(
    ...rejections.slice(0, room).map(({ line, field, code, message }) => ({ line, field, code, message })),
  );
}
