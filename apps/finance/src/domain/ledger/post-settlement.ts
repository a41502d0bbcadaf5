import type { Instant, Money } from '@reprise/kernel';
import { invariant } from '@reprise/kernel';
import type { Entity } from './books.js';
import type { DocumentLink, Draft, NewEntry } from './entry.js';
import { credit, debit, providerAux } from './entry.js';
import type { RateOf } from './in-base.js';
import { inBase } from './in-base.js';

/** What is known of every settlement event, whoever reported it. */
interface SettlementHead {
  /** Where it was read: `stripe`, `adyen`, `bank`, `payouts`. With `sourceId` and the kind it is booked once. */
  readonly source: string;
  readonly sourceId: string;
  readonly occurredAt: Instant;
  readonly orderId?: string;
  readonly document?: DocumentLink;
  readonly bookedBy?: string;
}

/** What money does after it was captured: everything a provider, a bank or a payout run reports. Amounts are positive. */
export type Settlement = SettlementHead &
  (
    | { readonly kind: 'pspFee'; readonly provider: string; readonly fee: Money }
    /** The provider paid out, in the currency it held or, at its own rate, in another. */
    | {
        readonly kind: 'pspPayout';
        readonly provider: string;
        readonly bankAccount: string;
        readonly cleared: Money;
        readonly received: Money;
        /** What `cleared` stands at in the books, where that is not the rate of the day; the difference is an exchange gain or loss. */
        readonly carriedAt?: Money;
      }
    /** The provider exchanged what buyers paid into the currency of our account, at its own rate, and still holds it. */
    | { readonly kind: 'pspExchange'; readonly provider: string; readonly given: Money; readonly got: Money }
    | { readonly kind: 'sellerPayout'; readonly sellerId: string; readonly bankAccount: string; readonly paid: Money }
    /** The buyer's bank took the money back: the seller bears it, or the marketplace where it cannot be passed on. */
    | {
        readonly kind: 'chargeback';
        readonly provider: string;
        readonly amount: Money;
        readonly bornBy: { readonly sellerId: string } | 'marketplace';
      }
    | {
        readonly kind: 'chargebackWon';
        readonly provider: string;
        readonly amount: Money;
        readonly bornBy: { readonly sellerId: string } | 'marketplace';
      }
    | { readonly kind: 'reserveHeld' | 'reserveReleased'; readonly sellerId: string; readonly amount: Money }
    /** A difference too small to follow up, at most a few minor units. Positive: more was there than booked. */
    | { readonly kind: 'rounding'; readonly provider: string; readonly amount: Money }
    /** A difference that two people agreed to book until it is cleared up. Positive: the provider has more than the books. */
    | { readonly kind: 'adjustment'; readonly provider: string; readonly amount: Money }
  );

/** The entry of a settlement event. */
export function settlementEntry(entity: Entity, settlement: Settlement, rates: RateOf): NewEntry {
  const { kind, source, sourceId, occurredAt, orderId, document, bookedBy } = settlement;
  return {
    entity: entity.id,
    journal: journalOf[kind],
    ...{ source, sourceId, kind, occurredAt },
    text: `${textOf[kind]} ${sourceId}`,
    ...(orderId !== undefined && { orderId }),
    ...(document && { document }),
    ...(bookedBy !== undefined && { bookedBy }),
    postings: inBase(entity, draftsOf(entity, settlement, rates), rates).map((posting) => ({
      ...posting,
      ...(orderId !== undefined && { orderId }),
    })),
  };
}

const journalOf: { readonly [kind in Settlement['kind']]: string } = {
  pspFee: 'PS',
  pspPayout: 'BQ',
  pspExchange: 'PS',
  sellerPayout: 'BQ',
  chargeback: 'PS',
  chargebackWon: 'PS',
  reserveHeld: 'OD',
  reserveReleased: 'OD',
  rounding: 'OD',
  adjustment: 'OD',
};

const textOf: { readonly [kind in Settlement['kind']]: string } = {
  pspFee: 'Provider fee',
  pspPayout: 'Provider payout',
  pspExchange: 'Provider exchange',
  sellerPayout: 'Seller payout',
  chargeback: 'Chargeback',
  chargebackWon: 'Chargeback won',
  reserveHeld: 'Reserve held',
  reserveReleased: 'Reserve released',
  rounding: 'Rounding',
  adjustment: 'Agreed difference',
};

function draftsOf(entity: Entity, settlement: Settlement, rates: RateOf): Draft[] {
  switch (settlement.kind) {
    case 'pspFee': {
      const { fee, provider } = settlement;
      const aux = providerAux(provider, fee);
      return [debit('pspFees', fee, { aux }), credit('pspClearing', fee, { aux })];
    }
    case 'pspPayout':
      return payoutOf(entity, settlement, rates);
    case 'pspExchange': {
      const { provider, given, got } = settlement;
      const into = (money: Money, base: Money): Draft =>
        debit('pspClearing', money, { aux: providerAux(provider, got), base });
      return exchangeOf(entity, { provider, cleared: given, received: got }, into, rates);
    }
    case 'sellerPayout': {
      const { sellerId, bankAccount, paid } = settlement;
      return [debit('sellerPayable', paid, { aux: sellerId }), credit('bank', paid, { aux: bankAccount })];
    }
    case 'chargeback':
    case 'chargebackWon':
      return chargebackOf(settlement);
    case 'reserveHeld':
    case 'reserveReleased': {
      const { sellerId: aux, amount } = settlement;
      const held = settlement.kind === 'reserveHeld' ? amount : amount.negated();
      return [debit('sellerPayable', held, { aux }), credit('sellerReserve', held, { aux })];
    }
    case 'adjustment': {
      const { provider, amount } = settlement;
      return [debit('pspClearing', amount, { aux: providerAux(provider, amount) }), credit('suspense', amount)];
    }
    case 'rounding': {
      const { provider, amount } = settlement;
      const clearing = debit('pspClearing', amount, { aux: providerAux(provider, amount) });
      return [clearing, credit(amount.isNegative() ? 'roundingLoss' : 'roundingGain', amount)];
    }
  }
}

function chargebackOf(settlement: Extract<Settlement, { kind: 'chargeback' | 'chargebackWon' }>): Draft[] {
  const { provider, amount, bornBy, kind } = settlement;
  const taken = kind === 'chargeback' ? amount : amount.negated();
  const bearer =
    bornBy === 'marketplace' ? debit('chargebackLoss', taken) : debit('sellerPayable', taken, { aux: bornBy.sellerId });
  return [bearer, credit('pspClearing', taken, { aux: providerAux(provider, amount) })];
}

/**
 * Money on the bank for money at the provider. Each currency balances by itself through the conversion account, which the value of both sides in
 * the company's currency leaves at nothing: what the provider's rate gave more than the books carried is a gain.
 */
function payoutOf(entity: Entity, payout: Extract<Settlement, { kind: 'pspPayout' }>, rates: RateOf): Draft[] {
  const { provider, bankAccount, cleared, received } = payout;
  if (cleared.currency !== received.currency)
    return exchangeOf(entity, payout, (money, base) => debit('bank', money, { aux: bankAccount, base }), rates);
  invariant(
    cleared.equals(received),
    `a payout of ${cleared} arrives as ${received}: what differs is a fee of its own`,
  );
  const aux = providerAux(provider, cleared);
  return [debit('bank', received, { aux: bankAccount }), credit('pspClearing', cleared, { aux })];
}

interface Exchange {
  readonly provider: string;
  readonly cleared: Money;
  readonly received: Money;
  readonly carriedAt?: Money;
}

function exchangeOf(
  entity: Entity,
  { provider, cleared, received, carriedAt }: Exchange,
  into: (received: Money, base: Money) => Draft,
  rates: RateOf,
): Draft[] {
  const inOwn = (money: Money): Money =>
    money.currency === entity.currency ? money : money.convertedTo(entity.currency, rates(money.currency), 'halfUp');
  const carried = carriedAt ?? inOwn(cleared);
  const worth = inOwn(received);
  const gain = worth.minus(carried);
  const difference = gain.isNegative() ? 'fxLoss' : 'fxGain';
  return [
    credit('pspClearing', cleared, { aux: providerAux(provider, cleared), base: carried }),
    debit('conversion', cleared, { base: carried }),
    into(received, worth),
    ...conversionOut(entity, received, carried, worth, gain, difference),
  ];
}

function conversionOut(
  entity: Entity,
  received: Money,
  carried: Money,
  worth: Money,
  gain: Money,
  difference: 'fxGain' | 'fxLoss',
): Draft[] {
  // In the company's own currency the gain is a part of what came in; in a third one it has a value there and no amount.
  if (received.currency === entity.currency)
    return [credit('conversion', received.minus(gain), { base: carried }), credit(difference, gain, { base: gain })];
  const nothing = received.minus(received);
  return [credit('conversion', received, { base: worth.minus(gain) }), credit(difference, nothing, { base: gain })];
}
