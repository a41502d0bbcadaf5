import type { Uuid } from '@reprise/kernel';
import { invariant, Money } from '@reprise/kernel';
import type { DocumentCause, DocumentKind, DocumentTerms, IssuedDocument, Issuer } from './document.js';
import { platformId } from './document.js';
import type { GoodsReturn, Shipment, UnitIdentity } from './goods.js';
import type { MoneyParts } from './money-parts.js';
import { isNothing, partsOfDelivery, partsOfLine, shareOf, sumParts, totalMinor, without } from './money-parts.js';
import type { OrderRecord, RefundRecord } from './order-record.js';
import type { OrderLine } from './order.js';

/** Goods of a line, or delivery (no line), with the money a document says of them. */
export interface PlannedLine {
  readonly lineId?: Uuid;
  readonly quantity: number;
  readonly reduction?: boolean;
  readonly parts: MoneyParts;
  readonly units?: readonly UnitIdentity[];
}

/** A document to be issued. */
export interface PlannedDocument {
  readonly kind: DocumentKind;
  readonly issuerId: Issuer['id'];
  readonly lines: readonly PlannedLine[];
  /** Of a credit note: ids of the documents it corrects. */
  readonly corrects: readonly Uuid[];
}

/** A document issued before, as far as the next ones depend on it. */
export interface EarlierDocument {
  readonly id: Uuid;
  readonly kind: DocumentKind;
  readonly issuerId: Issuer['id'];
  readonly subjectId: Uuid;
  readonly lines: readonly PlannedLine[];
}

/** A document as the next ones of its order need it. */
export function earlierOf({ id, kind, issuer, lines }: IssuedDocument, subjectId: Uuid): EarlierDocument {
  return {
    ...{ id, kind, issuerId: issuer.id, subjectId },
    lines: lines.map(({ lineId, quantity, reduction, net, taxLines, fees }) => ({
      ...(lineId !== undefined && { lineId }),
      quantity,
      ...(reduction !== undefined && { reduction }),
      parts: {
        netMinor: Money.fromJson(net).minor,
        taxes: taxLines.map(({ taxable, amount }) => ({
          taxableMinor: Money.fromJson(taxable).minor,
          amountMinor: Money.fromJson(amount).minor,
        })),
        // Fees owed once an order are one part, by whatever names they are shown.
        feeMinors:
          lineId === undefined
            ? [fees.reduce((sum, { amount }) => sum + Money.fromJson(amount).minor, 0n)]
            : fees.map(({ amount }) => Money.fromJson(amount).minor),
      },
    })),
  };
}

type Terms = Pick<DocumentTerms, 'sale' | 'saleIssuedAt' | 'issuedBy'>;

/**
 * The documents something that happened asks for; none where they are issued already, or cannot be yet. Money is shared out to parcels as it is to refunds, so that all
 * invoices of an order together are exactly what was paid for what was sent, and a credit note never takes back more than was invoiced.
 */
export function planDocuments(
  cause: DocumentCause,
  record: OrderRecord,
  terms: Terms,
  earlier: readonly EarlierDocument[],
): PlannedDocument[] {
  if (!record.history.some(({ state }) => state === 'confirmed')) return [];
  // All documents of a cause are issued in one transaction: where one is, nothing is missing.
  if (earlier.some(({ subjectId }) => subjectId === cause.subjectId)) return [];
  return planAbout(cause, record, terms, earlier);
}

/** Refunds whose credit notes may have waited for a document of their sale. */
export function refundsToCredit({ refunds }: OrderRecord, planned: readonly PlannedDocument[]): RefundRecord[] {
  return planned.some(({ kind }) => kind === 'invoice' || kind === 'receipt')
    ? refunds.filter(({ settledAt }) => settledAt !== undefined)
    : [];
}

function planAbout(
  { about, subjectId }: DocumentCause,
  record: OrderRecord,
  terms: Terms,
  earlier: readonly EarlierDocument[],
): PlannedDocument[] {
  switch (about) {
    case 'order':
      return [confirmation(record), ...(terms.saleIssuedAt === 'confirmation' ? planSale(record, terms, earlier) : [])];
    case 'shipment':
      return terms.saleIssuedAt === 'shipment' ? planSale(record, terms, earlier, shipmentIn(record, subjectId)) : [];
    case 'refund':
      return planCredit(record, terms, earlier, refundIn(record, subjectId));
    case 'withdrawal':
      return [acknowledgement(record, subjectId)];
  }
}

function confirmation({ order }: OrderRecord): PlannedDocument {
  const lines = order.lines.map((line) => ({ lineId: line.id, quantity: line.quantity, parts: partsOfLine(line) }));
  const delivery = { quantity: 1, parts: partsOfDelivery(order) };
  return { kind: 'orderConfirmation', issuerId: platformId, lines: [...lines, ...someOf(delivery)], corrects: [] };
}

function acknowledgement({ order, returns }: OrderRecord, withdrawalId: Uuid): PlannedDocument {
  const lines = returns
    .filter((each) => each.withdrawalId === withdrawalId)
    .flatMap((each) => each.lines)
    .map(({ lineId, quantity }) => {
      const line = lineOf(order.lines, lineId);
      return { lineId, quantity, parts: shareOf(partsOfLine(line), BigInt(quantity), BigInt(line.quantity)) };
    });
  return { kind: 'withdrawalAcknowledgement', issuerId: platformId, lines, corrects: [] };
}

/** One document for each issuer, of a parcel's pieces or of all. Delivery stands on the first document of the order. */
function planSale(
  { order }: OrderRecord,
  terms: Terms,
  earlier: readonly EarlierDocument[],
  shipment?: Shipment,
): PlannedDocument[] {
  const sales = earlier.filter(isSale);
  const pieces: readonly (Shipment['lines'][number] & { readonly lineId: Uuid })[] =
    shipment?.lines ?? order.lines.map(({ id, quantity }) => ({ lineId: id, quantity, units: [] }));
  const byIssuer = Map.groupBy(pieces, ({ lineId }) => issuerOf(lineOf(order.lines, lineId), terms));
  let needsDelivery = !sales.some(({ lines }) => lines.some(({ lineId }) => lineId === undefined));
  return [...byIssuer].map(([issuerId, own]) => {
    const lines = own.map(({ lineId, quantity, units }): PlannedLine => {
      const line = lineOf(order.lines, lineId);
      const before = linesOf(sales, lineId);
      const left = without(
        partsOfLine(line),
        before.map(({ parts }) => parts),
      );
      const piecesLeft = line.quantity - before.reduce((sum, each) => sum + each.quantity, 0);
      const parts = shareOf(left, BigInt(quantity), BigInt(piecesLeft));
      return { lineId, quantity, parts, ...(units.length > 0 && { units }) };
    });
    const delivery = needsDelivery ? someOf({ quantity: 1, parts: partsOfDelivery(order) }) : [];
    needsDelivery = false;
    return { kind: terms.sale, issuerId, lines: [...lines, ...delivery], corrects: [] };
  });
}

/**
 * What was invoiced is credited by whoever invoiced it. What never will be, because it was called off before it was sent, is told of in a
 * confirmation without a number; what still will be waits for its invoice.
 */
function planCredit(
  record: OrderRecord,
  terms: Terms,
  earlier: readonly EarlierDocument[],
  refund: RefundRecord,
): PlannedDocument[] {
  const goodsReturn = record.returns.find(({ id }) => id === refund.returnId);
  const credits = new Map<Issuer['id'], PlannedLine[]>();
  const never: PlannedLine[] = [];
  for (const part of refund.parts) {
    const split = splitPart(part, record, earlier, goodsReturn);
    if (split === 'waits') return [];
    const { credited, rest } = split;
    if (credited) {
      const line = part.lineId === undefined ? undefined : lineOf(record.order.lines, part.lineId);
      const issuerId = line ? issuerOf(line, terms) : issuerOfDelivery(earlier);
      credits.set(issuerId, [...(credits.get(issuerId) ?? []), credited]);
    }
    if (rest) never.push(rest);
  }
  const notes = [...credits].map(([issuerId, lines]): PlannedDocument => {
    const ids = new Set(lines.map(({ lineId }) => lineId));
    const corrects = earlier
      .filter((each) => isSale(each) && each.issuerId === issuerId && each.lines.some(({ lineId }) => ids.has(lineId)))
      .map(({ id }) => id);
    return { kind: 'creditNote', issuerId, lines, corrects };
  });
  return never.length === 0
    ? notes
    : [...notes, { kind: 'refundConfirmation', issuerId: platformId, lines: never, corrects: [] }];
}

interface SplitPart {
  readonly credited?: PlannedLine;
  readonly rest?: PlannedLine;
}

function splitPart(
  part: RefundRecord['parts'][number],
  record: OrderRecord,
  earlier: readonly EarlierDocument[],
  goodsReturn: GoodsReturn | undefined,
): SplitPart | 'waits' {
  const { lineId, quantity, reduction, parts } = part;
  const line: PlannedLine = { ...(lineId !== undefined && { lineId }), quantity, reduction, parts };
  const invoiced = linesOf(earlier.filter(isSale), lineId);
  const pieces = invoiced.reduce((sum, each) => sum + each.quantity, 0);
  const isCalledOff = goodsReturn?.kind === 'cancellation';
  if (pieces === 0) return isCalledOff || willNotBeSent(record, lineId) ? { rest: line } : 'waits';
  // Called off before it was sent. Where the whole order was invoiced when it was paid, it was invoiced all the same.
  const isWhole = lineId === undefined || pieces === lineOf(record.order.lines, lineId).quantity;
  if (isCalledOff && !isWhole) return { rest: line };
  const share = Math.min(pieces, quantity);
  const wanted = reduction && !isWhole ? shareOf(parts, BigInt(share), BigInt(quantity)) : parts;
  const credited = linesOf(
    earlier.filter(({ kind }) => kind === 'creditNote'),
    lineId,
  );
  const left = without(
    sumParts(invoiced.map((each) => each.parts)),
    credited.map((each) => each.parts),
  );
  const taken = totalMinor(wanted) > totalMinor(left) ? left : wanted;
  const rest = without(parts, [taken]);
  return {
    credited: { ...line, quantity: reduction ? share : quantity, parts: taken },
    ...(totalMinor(rest) > 0n && { rest: { ...line, parts: rest } }),
  };
}

/** Nothing of the line (or, of delivery, of the order) is left to be sent. */
function willNotBeSent({ progress }: OrderRecord, lineId: Uuid | undefined): boolean {
  return progress
    .filter((line) => lineId === undefined || line.lineId === lineId)
    .every(({ quantity, cancelled, shipped }) => cancelled + shipped >= quantity);
}

/** The marketplace issues what it owes the tax of (Directive 2006/112/EC art. 14a), and everything where the market has it so. */
function issuerOf(line: OrderLine, { issuedBy }: Terms): Issuer['id'] {
  if (issuedBy === 'platform' || line.shown['taxCollectionResponsibility'] === 'MARKETPLACE') return platformId;
  return line.sellerId;
}

function issuerOfDelivery(earlier: readonly EarlierDocument[]): Issuer['id'] {
  const document = earlier.find((each) => isSale(each) && each.lines.some(({ lineId }) => lineId === undefined));
  invariant(document, 'delivery that is credited was invoiced');
  return document.issuerId;
}

function isSale({ kind }: Pick<EarlierDocument, 'kind'>): boolean {
  return kind === 'invoice' || kind === 'receipt';
}

function linesOf(documents: readonly EarlierDocument[], lineId: Uuid | undefined): PlannedLine[] {
  return documents.flatMap(({ lines }) => lines).filter((line) => line.lineId === lineId);
}

function someOf(line: PlannedLine): PlannedLine[] {
  return isNothing(line.parts) ? [] : [line];
}

function lineOf(lines: readonly OrderLine[], lineId: Uuid): OrderLine {
  const line = lines.find(({ id }) => id === lineId);
  invariant(line, `line ${lineId} is of the order`);
  return line;
}

function shipmentIn({ order, shipments }: OrderRecord, id: Uuid): Shipment {
  const shipment = shipments.find((each) => each.id === id);
  invariant(shipment, `shipment ${id} is of order ${order.id}`);
  return shipment;
}

function refundIn({ order, refunds }: OrderRecord, id: Uuid): RefundRecord {
  const refund = refunds.find((each) => each.id === id);
  invariant(refund, `refund ${id} is of order ${order.id}`);
  return refund;
}
