import type { documentSchema, documentSummarySchema } from '@reprise/contracts/http';
import { toIso } from '@reprise/kernel';
import type { z } from 'zod';
import type { IssuedDocument } from '../../domain/document.js';
import type { DocumentSummary } from '../../domain/order-record.js';

export function documentSummaryJson({
  id,
  kind,
  number,
  issuedAt,
  issuer,
  total,
  corrects,
}: DocumentSummary): z.input<typeof documentSummarySchema> {
  return {
    ...{ id, kind },
    ...(number !== undefined && { number }),
    issuedAt: toIso(issuedAt),
    issuer: { id: issuer.id, name: issuer.name },
    total,
    ...(corrects !== undefined && { corrects: [...corrects] }),
  };
}

/** A document as its list shows it. */
export function summaryOf(document: IssuedDocument): DocumentSummary {
  return { ...document, total: document.totals.gross };
}

/** All a document says. What is in it was checked against its contract when the quote's token was; the rest is written by us. */
export function documentJson(document: IssuedDocument): z.input<typeof documentSchema> {
  const { issuedAt, ...content } = document;
  return {
    ...(content as unknown as z.input<typeof documentSchema>),
    issuedAt: toIso(issuedAt),
    total: document.totals.gross,
  };
}
