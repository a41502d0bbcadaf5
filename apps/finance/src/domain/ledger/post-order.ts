import type { Money, Ratio } from '@reprise/kernel';
import { allocate, invariant, localDayAt, Money as Amount, ratioOf } from '@reprise/kernel';
import type { Books, Entity } from './books.js';
import type { FrozenCommission } from './commission.js';
import { earnedOf } from './commission.js';
import type { Draft, NewEntry } from './entry.js';
import { credit, debit, providerAux, reversed } from './entry.js';
import type { RateOf } from './in-base.js';
import { inBase } from './in-base.js';
import type { ChargedTax, LineState, MoneyMovement, Movement } from './movement.js';
import { lineStates } from './movement.js';

/** An order as far as it is booked. */
export interface BookedOrder {
  readonly sale: MoneyMovement;
  readonly commissions: readonly FrozenCommission[];
  /** What has an entry already, besides the sale. */
  readonly booked: readonly Movement[];
}

/** The entry of one movement of an order; undefined where nothing is to be booked, such as a parcel that earns nothing. */
export function entryOf(
  books: Books,
  entity: Entity,
  order: BookedOrder,
  movement: Movement,
  rates: RateOf,
): NewEntry | undefined {
  const { kind, id, factId, orderId, occurredAt } = movement;
  const drafts = draftsOf(books, entity, order, movement);
  const postings = inBase(entity, merged(drafts), rates);
  if (postings.length === 0) return undefined;
  return {
    entity: entity.id,
    ...headOf[kind],
    sourceId: id,
    text: `${headOf[kind].text} ${kind === 'shipment' ? id : orderId}`,
    occurredAt,
    factId,
    orderId,
    document: { kind: kind === 'sale' ? 'order' : kind, ref: id },
    postings: postings.map((posting) => ({ ...posting, orderId })),
  };
}

const headOf = {
  sale: { journal: 'VT', source: 'checkout.sale', kind: 'capture', text: 'Captured, order' },
  refund: { journal: 'VT', source: 'checkout.sale', kind: 'refund', text: 'Refunded, order' },
  shipment: { journal: 'CO', source: 'checkout.shipment', kind: 'commission', text: 'Commission, shipment' },
} as const;

function draftsOf(books: Books, entity: Entity, order: BookedOrder, movement: Movement): Draft[] {
  switch (movement.kind) {
    case 'sale':
      return captureOf(books, entity, order.sale, movement);
    case 'refund':
      return [
        ...reversed(captureOf(books, entity, order.sale, movement)),
        ...commissionChange(entity, order, movement),
      ];
    case 'shipment':
      return commissionChange(entity, order, movement);
  }
}

/** What the buyer paid, and whose it is: the seller's, the state's where the marketplace owes the tax, or our own. */
function captureOf(books: Books, entity: Entity, sale: MoneyMovement, moved: MoneyMovement): Draft[] {
  const taxes = [...moved.lines.flatMap((line) => line.taxes), ...moved.delivery.taxes];
  return [
    debit('pspClearing', moved.gross, { aux: providerAux(moved.payment.provider, moved.gross) }),
    ...sellerShares(sale, moved).map(({ sellerId, amount }) => credit('sellerPayable', amount, { aux: sellerId })),
    ...taxes
      .filter(({ responsibility }) => responsibility === 'MARKETPLACE')
      .map((tax) => credit('marketplaceTax', tax.amount, { aux: placeOf(tax) })),
    ...feesOf(books, entity, moved),
  ];
}

/** A seller is owed the net price, the tax that the seller owes, and a share of what was paid for delivery. */
function sellerShares(sale: MoneyMovement, moved: MoneyMovement): { sellerId: string; amount: Money }[] {
  const sellers = [...new Set(sale.lines.map(({ sellerId }) => sellerId))];
  const worth = (of: MoneyMovement, sellerId: string): Money =>
    Amount.sum(
      of.lines.filter((line) => line.sellerId === sellerId).map(({ net, taxes }) => net.plus(ownTaxes(taxes, net))),
      of.gross.currency,
    );
  const { amount, tax, taxes } = moved.delivery;
  const marketplaces = tax.minus(ownTaxes(taxes, tax));
  const known = taxes.length === 0 ? Amount.zero(tax.currency) : marketplaces;
  const shares = allocate(
    amount.plus(tax).minus(known),
    sellers.map((sellerId) => worth(sale, sellerId).minor),
  );
  return sellers.map((sellerId, i) => ({ sellerId, amount: worth(moved, sellerId).plus(shares[i] as Money) }));
}

function ownTaxes(taxes: readonly ChargedTax[], like: Money): Money {
  const own = taxes.filter(({ responsibility }) => responsibility === 'SELLER');
  return Amount.sum(
    own.map(({ amount }) => amount),
    like.currency,
  );
}

function feesOf(books: Books, entity: Entity, moved: MoneyMovement): Draft[] {
  const { country, region } = moved.shipTo;
  const fees = moved.lines.flatMap((line) => line.fees);
  const onLines = Amount.sum(
    fees.map(({ amount }) => amount),
    moved.fees.currency,
  );
  const place = region === undefined ? country : `${country}-${region}`;
  // What no line holds is owed once an order, such as a retail delivery fee.
  return [...fees, { id: `order ${place}`, amount: moved.fees.minus(onLines) }].flatMap(({ id, amount }) => {
    const own = books.serviceFees.get(id);
    if (own === undefined) return [credit('statutoryFees', amount, { aux: id })];
    const vat = own.vatInside ? vatInside(amount, serviceVat(entity, moved)) : Amount.zero(amount.currency);
    return [credit('serviceFee', amount.minus(vat)), credit('outputVat', vat, { aux: entity.country })];
  });
}

function serviceVat(entity: Entity, { occurredAt }: MoneyMovement): Ratio {
  const day = localDayAt(occurredAt, entity.timeZone);
  return entity.serviceVat.filter(({ validFrom }) => validFrom <= day).at(-1)?.rate ?? ratioOf(0n, 1n);
}

function vatInside(gross: Money, { numerator, denominator }: Ratio): Money {
  return gross.timesRatio(ratioOf(numerator, denominator + numerator), 'halfUp');
}

/** What a movement adds to the commission that is earned, or takes away from it. */
function commissionChange(entity: Entity, { sale, commissions, booked }: BookedOrder, movement: Movement): Draft[] {
  const before = lineStates(sale, booked);
  const after = lineStates(sale, [...booked, movement]);
  return commissions.flatMap((frozen) => {
    const line = sale.lines.find(({ lineId }) => lineId === frozen.lineId);
    invariant(line, `line ${frozen.lineId} of a frozen commission is in its sale`);
    const [was, is] = [before, after].map((states) => earnedOf(frozen, line, states.get(line.lineId) as LineState));
    invariant(was && is, 'both states were looked at');
    const [amount, vat] = [is.amount.minus(was.amount), is.vat.minus(was.vat)];
    return [
      debit('sellerPayable', amount.plus(vat), { aux: frozen.sellerId }),
      credit('commission', amount, { lineId: line.lineId }),
      credit('outputVat', vat, { aux: entity.country, lineId: line.lineId }),
    ];
  });
}

/** Lines of one account, subledger and sold line are one line of the entry. */
function merged(drafts: readonly Draft[]): Draft[] {
  const byPlace = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = [draft.role, draft.aux ?? '', draft.lineId ?? '', draft.amount.currency].join('\n');
    const known = byPlace.get(key);
    byPlace.set(key, known ? { ...known, amount: known.amount.plus(draft.amount) } : draft);
  }
  return [...byPlace.values()];
}

function placeOf({ country, state }: ChargedTax): string {
  return state === undefined ? country : `${country}-${state}`;
}
