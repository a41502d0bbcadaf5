import { offerInputSchema, skuSchema } from '@reprise/contracts/http';
import { readNdjson } from '@reprise/platform/http';
import type { ParsedLine } from '../../application/import-offers.js';

/** An offer with its SKU: what a `PUT` says in path and body. */
const offerLineSchema = offerInputSchema.extend({ sku: skuSchema });

/** The bulk format of offers: one JSON object a line. */
export class OfferLines {
  async *parse(bytes: AsyncIterable<Buffer>): AsyncGenerator<ParsedLine> {
    for await (const { line, value, errors } of readNdjson(bytes, offerLineSchema))
      yield errors === undefined ? { line, statement: value } : { line, errors };
  }
}
