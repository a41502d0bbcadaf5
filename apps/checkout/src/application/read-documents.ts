import type { MarketCode, OrderId, Outcome, Uuid } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { IssuingDesk, StoredDocument } from './document-ports.js';
import { orderNotFound } from './read-order.js';

/** Who asks: the holder of an order's token, a seller, or an operator, who may read everything. */
export interface DocumentReader {
  readonly role: string;
  readonly subject: string;
}

/** Reads documents of an order. What is not the reader's is not found. */
export class ReadDocuments {
  constructor(private readonly desk: IssuingDesk) {}

  async list(
    market: MarketCode,
    orderId: OrderId,
    { role, subject }: DocumentReader,
  ): Promise<Outcome<StoredDocument[], OrderRejection>> {
    if (role === 'buyer' && subject !== orderId) return orderNotFound;
    return this.desk.transact(async (tx) => {
      const record = await tx.findOrder(orderId);
      if (record?.order.market !== market) return orderNotFound;
      const documents = await tx.documents.ofOrder(orderId);
      if (role !== 'seller') return documents;
      if (!record.order.lines.some(({ sellerId }) => sellerId === subject)) return orderNotFound;
      return documents.filter(({ document: { issuer } }) => issuer.id === subject);
    });
  }

  async find(
    market: MarketCode,
    orderId: OrderId,
    documentId: Uuid,
    reader: DocumentReader,
  ): Promise<Outcome<StoredDocument, OrderRejection>> {
    const documents = await this.list(market, orderId, reader);
    if (isRejection(documents)) return documents;
    return documents.find(({ document }) => document.id === documentId) ?? documentNotFound;
  }
}

const documentNotFound: OrderRejection = reject('DocumentNotFound', 'The order has no such document for this token.', {
  field: 'path.documentId',
});
