import type { ProductRecord } from '@reprise/contracts/events';
import type { StreamBody } from '@reprise/platform/http';
import type { ImportLine } from '../../application/import-products.js';
import { productRecordSchema } from '@reprise/contracts/events';
import { readNdjson } from '@reprise/platform/http';

/** One broken line must not fill the answer. */
const errorsPerLine = 5;

/** An NDJSON body as products, or what is wrong with each line that is none. */
export async function* parseProductLines(body: StreamBody): AsyncGenerator<ImportLine<ProductRecord>> {
  for await (const { line, value, errors } of readNdjson(body, productRecordSchema)) {
    if (errors === undefined) yield { line, product: value };
    else yield { line, rejections: errors.slice(0, errorsPerLine).map((error) => ({ line, ...error })) };
  }
}
