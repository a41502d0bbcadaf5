import { offerInputSchema, skuSchema } from '@reprise/contracts/http';
import { parseJsonLine, readLineBlocks, skipLines } from '@reprise/platform/http';
import type { OfferLineReader, ParsedBlock, ParsedLine } from '../../application/import-offers.js';

/** An offer with its SKU: what a `PUT` says in path and body. */
const offerLineSchema = offerInputSchema.extend({ sku: skuSchema });

/** The bulk format of offers: one JSON object a line. */
export class OfferLines implements OfferLineReader {
  async *parse(
    bytes: AsyncIterable<Buffer>,
    { from, taken }: { readonly from: number; readonly taken: number },
  ): AsyncGenerator<ParsedBlock> {
    let line = Math.max(from - 1, taken);
    for await (const block of readLineBlocks(skipLines(bytes, line - (from - 1)))) {
      const rows: ParsedLine[] = [];
      for (const text of block.lines) {
        line += 1;
        const parsed = parseJsonLine(text, offerLineSchema);
        if (parsed === undefined) continue;
        rows.push(parsed.errors === undefined ? { line, statement: parsed.value } : { line, errors: parsed.errors });
      }
      yield { rows, lines: block.lines.length, bytes: block.bytes };
    }
  }
}
