import { Controller, Inject } from '@nestjs/common';
import { getDocument, listDocuments } from '@reprise/contracts/http';
import { isRejection, reject } from '@reprise/kernel';
import type { MarketCode } from '@reprise/kernel';
import type { Call } from '@reprise/platform/http';
import { Answers, rawAnswer } from '@reprise/platform/http';
import type { DocumentPrinter, StoredDocument } from '../../application/document-ports.js';
import { ReadDocuments } from '../../application/read-documents.js';
import type { OrderRejection } from '../../domain/check-order.js';
import { eInvoiceOf } from '../../domain/e-invoice.js';
import type { EInvoice } from '../../domain/e-invoice.js';
import { chooseMediaType } from './choose-media-type.js';
import { documentJson, documentSummaryJson, summaryOf } from './document-json.js';
import { idIn } from './read-lines.js';

/** Makes documents to print. */
export abstract class Printer implements DocumentPrinter {
  abstract print(stored: StoredDocument): Promise<Buffer>;
}

/** Writes electronic invoices. */
export abstract class EInvoiceWriter {
  abstract write(invoice: EInvoice): string;
}

const mediaTypes = ['application/json', 'application/pdf', 'application/xml'] as const;

/** Documents of an order, for its buyer, its sellers and operators. */
@Controller()
export class DocumentsController {
  constructor(
    @Inject(ReadDocuments) private readonly documents: ReadDocuments,
    @Inject(Printer) private readonly printer: Printer,
    @Inject(EInvoiceWriter) private readonly writer: EInvoiceWriter,
  ) {}

  @Answers(listDocuments)
  async list({ params, principal }: Call<typeof listDocuments>) {
    const found = await this.documents.list(params.market as MarketCode, idIn(params.orderId), principal);
    if (isRejection(found)) return found;
    return { items: found.map(({ document }) => documentSummaryJson(summaryOf(document))) };
  }

  @Answers(getDocument)
  async get({ params, headers, principal }: Call<typeof getDocument>) {
    const { market, orderId, documentId } = params;
    const found = await this.documents.find(market as MarketCode, idIn(orderId), idIn(documentId), principal);
    if (isRejection(found)) return found;
    const { document } = found;
    const type = chooseMediaType(headers.accept, mediaTypes);
    if (type === undefined) return notOffered;
    if (type === 'application/json') return documentJson(document);
    if (type === 'application/xml') {
      const invoice = eInvoiceOf(document);
      if (isRejection(invoice)) return invoice;
      return rawAnswer(200, this.writer.write(invoice), {
        'content-type': 'application/xml; charset=utf-8',
        ...keptHeaders,
      });
    }
    return rawAnswer(200, await this.printer.print(found), { 'content-type': type, ...keptHeaders });
  }
}

/** It says the same for ever, to whoever may read it. */
const keptHeaders = { 'cache-control': 'private, max-age=86400, immutable', vary: 'Accept, Authorization' };

const notOffered: OrderRejection = reject('MediaTypeNotOffered', `Ask for ${mediaTypes.join(', ')}.`, {
  field: 'headers.Accept',
});
