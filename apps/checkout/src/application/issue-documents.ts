import type { Clock, Instant, Uuid } from '@reprise/kernel';
import { Fault, formatMoney, invariant, Money, newId } from '@reprise/kernel';
import { composeDocument, wordsOf } from '../domain/compose-document.js';
import type { DocumentMoments } from '../domain/compose-document.js';
import type { DocumentCause, DocumentMatter, IssuedDocument, NumberedKind } from '../domain/document.js';
import { numberedKinds } from '../domain/document.js';
import { numberOf, seriesOf } from '../domain/number-series.js';
import type { OrderRecord } from '../domain/order-record.js';
import type { PlannedDocument } from '../domain/plan-documents.js';
import { earlierOf, planDocuments, refundsToCredit } from '../domain/plan-documents.js';
import type { IssuingTx, StoredDocument } from './document-ports.js';

/**
 * Issues what a cause asks for: numbers and documents are one transaction, so a process that dies leaves no gap in a series, and doing it again
 * gives nothing twice. The order is locked, as each of its documents builds on those before.
 */
export class IssueDocuments {
  constructor(private readonly clock: Clock) {}

  async run(tx: IssuingTx, cause: DocumentCause): Promise<IssuedDocument[]> {
    const { orderId, subjectId } = cause;
    await tx.lockOrder(orderId);
    const record = await tx.findOrder(orderId);
    invariant(record, `order ${orderId} has documents due`);
    const { documents } = tx;
    const stored = await documents.ofOrder(orderId);
    const matter = await this.matterOf(tx, record);
    if (matter === 'noDocuments') return [];
    const earlier = stored.map((each) => earlierOf(each.document, each.subjectId));
    const planned = planDocuments(cause, record, matter.terms, earlier);
    const issued: IssuedDocument[] = [];
    for (const each of planned) {
      const moments = await this.momentsOf(tx, cause, record, each, matter, stored);
      issued.push(await this.issue(tx, each, { record, matter, moments, subjectId }));
    }
    for (const { id } of refundsToCredit(record, planned)) {
      await documents.noteDue({ orderId, about: 'refund', subjectId: id });
    }
    return issued;
  }

  private async issue(
    { documents }: IssuingTx,
    planned: PlannedDocument,
    {
      record,
      matter,
      moments,
      subjectId,
    }: {
      readonly record: OrderRecord;
      readonly matter: DocumentMatter;
      readonly moments: DocumentMoments;
      readonly subjectId: Uuid;
    },
  ): Promise<IssuedDocument> {
    const content = composeDocument(planned, record, matter, moments);
    const words = wordsOf(matter).documents;
    const head = { ...content, id: newId(), issuedAt: moments.issuedAt };
    if (!isNumbered(planned.kind)) {
      await documents.insert({ document: head, words, subjectId });
      return head;
    }
    const series = seriesOf(matter.terms, planned.issuerId, planned.kind, content.issuedOn);
    const n = await documents.takeNumber(series);
    const document = { ...head, number: numberOf(matter.terms, series, n) };
    await documents.insert({ document, words, subjectId }, { series, n });
    return document;
  }

  /** Copies of what others say may be on their way still: then there is nothing to write yet. */
  private async matterOf({ documents }: IssuingTx, { order }: OrderRecord): Promise<DocumentMatter | 'noDocuments'> {
    const terms = await documents.termsOf(order.market);
    if (terms === undefined) throw notHeardYet(`market ${order.market}`);
    if (terms === 'none') return 'noDocuments';
    const customer = await documents.customerOf(order.id);
    invariant(customer, `order ${order.id} has a buyer`);
    const sellers = await documents.sellersOf(order.lines.map(({ sellerId }) => sellerId));
    const unknown = order.lines.find(({ sellerId }) => !sellers.has(sellerId));
    if (unknown && terms.issuedBy === 'seller') throw notHeardYet(`seller ${unknown.sellerId}`);
    return {
      ...{ terms, customer, sellers },
      locale: customer.locale ?? terms.defaultLocale,
      titles: await documents.titlesOf(order.lines.map(({ variantId }) => variantId)),
    };
  }

  private async momentsOf(
    tx: IssuingTx,
    { about, subjectId }: DocumentCause,
    record: OrderRecord,
    planned: PlannedDocument,
    matter: DocumentMatter,
    stored: readonly StoredDocument[],
  ): Promise<DocumentMoments> {
    const shipment = record.shipments.find(({ id }) => about === 'shipment' && id === subjectId);
    const corrects = stored.flatMap(({ document: { id, number, issuedOn } }) =>
      number !== undefined && planned.corrects.includes(id) ? [{ id, number, issuedOn }] : [],
    );
    return {
      issuedAt: this.clock.now(),
      ...(shipment && { suppliedAt: shipment.shippedAt }),
      corrects,
      ...(about === 'withdrawal' && { text: await withdrawalText(tx, record, subjectId, matter) }),
    };
  }
}

/** The acknowledgement in the buyer's language: date and time of receipt, what follows (Directive 2011/83/EU art. 11a(4)). */
async function withdrawalText(
  tx: IssuingTx,
  { order, returns }: OrderRecord,
  withdrawalId: Uuid,
  matter: DocumentMatter,
): Promise<string[]> {
  const given = (await tx.goods.findWithdrawal(order.id, withdrawalId))?.acknowledgement as
    { readonly withdrawnAt: string; readonly refund: Parameters<typeof Money.fromJson>[0] } | undefined;
  invariant(given, `withdrawal ${withdrawalId} was acknowledged`);
  const { withdrawal: words } = wordsOf(matter).documents;
  const moment = new Intl.DateTimeFormat(matter.locale, {
    ...{ dateStyle: 'long', timeStyle: 'long', timeZone: matter.terms.timeZone },
  }).format(Date.parse(given.withdrawnAt) as Instant);
  const isSent = returns.some((each) => each.withdrawalId === withdrawalId && each.kind === 'withdrawal');
  const amount = formatMoney(Money.fromJson(given.refund), matter.locale);
  return [
    words.received.replace('{moment}', moment),
    words.refund.replace('{amount}', amount),
    isSent ? words.sendBack : words.nothingSent,
    words.subject,
  ];
}

function isNumbered(kind: PlannedDocument['kind']): kind is NumberedKind {
  return (numberedKinds as readonly string[]).includes(kind);
}

function notHeardYet(what: string): Fault {
  return new Fault(`${what} is not heard of yet`, { retriable: true });
}
