import type { Instant, Money, Outcome } from '@reprise/kernel';
import { allocateMinor, divideRounded } from '@reprise/kernel';
import type { MarketTerms } from './market-terms.js';
import type { PriceRejection } from './price-rejection.js';
import { rejectQuote } from './price-rejection.js';
import type { QuoteRequestLine } from './quote.js';

/** Who gives the money away. A seller gives only on its own goods; the marketplace lowers its commission by as much (docs/adr/0022). */
export type VoucherBearer =
  { readonly borneBy: 'MARKETPLACE' } | { readonly borneBy: 'SELLER'; readonly sellerId: string };

/** What a code takes off a basket of one market. */
export type Voucher = VoucherBearer & {
  readonly code: string;
  readonly market: string;
  readonly off:
    { readonly kind: 'amount'; readonly amount: Money } | { readonly kind: 'percent'; readonly ppm: number };
  readonly validFrom: Instant;
  /** Exclusive; open-ended where it is left out. */
  readonly validUntil?: Instant;
  /** What the goods must come to before anything is taken off. */
  readonly minBasket?: Money;
  /** One order may use it, whoever places it. */
  readonly onceOnly: boolean;
};

/**
 * What a voucher takes off each line, in minor units: in proportion to what the lines cost, by largest remainder, so that the parts sum to
 * the whole. A levy inside a price is owed in full whatever the goods are sold for, so no line falls below its levies.
 */
export function discountsOf(
  voucher: Voucher,
  market: MarketTerms,
  lines: readonly QuoteRequestLine[],
  leviesMinor: readonly bigint[],
  now: Instant,
): Outcome<bigint[], PriceRejection> {
  const costsMinor = lines.map(({ unitPrice, quantity }) => unitPrice.minor * BigInt(quantity));
  const refused = refuseVoucher(voucher, market, sum(costsMinor), now);
  if (refused !== undefined) return refused;
  const covered = lines.map(({ sellerId }) => voucher.borneBy === 'MARKETPLACE' || voucher.sellerId === sellerId);
  const weights = costsMinor.map((cost, i) => (covered[i] ? cost : 0n));
  const room = weights.map((weight, i) => (weight > (leviesMinor[i] ?? 0n) ? weight - (leviesMinor[i] ?? 0n) : 0n));
  const wanted =
    voucher.off.kind === 'amount'
      ? voucher.off.amount.minor
      : divideRounded(sum(weights) * BigInt(voucher.off.ppm), 1_000_000n, 'halfUp');
  const given = wanted < sum(room) ? wanted : sum(room);
  if (given === 0n)
    return rejectQuote('VoucherNotApplicable', 'voucher', `The voucher ${voucher.code} is for none of these goods.`);
  if (given === sum(costsMinor))
    return rejectQuote('VoucherNotApplicable', 'voucher', 'A voucher must leave something to pay: add goods.');
  return splitWithin(given, weights, room);
}

function refuseVoucher(
  { code, market: ownMarket, validFrom, validUntil, minBasket }: Voucher,
  market: MarketTerms,
  goodsMinor: bigint,
  now: Instant,
): PriceRejection | undefined {
  const day = (at: Instant): string => new Date(at).toISOString();
  if (ownMarket !== market.code)
    return rejectQuote('VoucherOfOtherMarket', 'voucher', `The voucher ${code} is for the market ${ownMarket}.`);
  if (now < validFrom)
    return rejectQuote('VoucherNotInForce', 'voucher', `The voucher ${code} begins at ${day(validFrom)}.`);
  if (validUntil !== undefined && now >= validUntil)
    return rejectQuote('VoucherNotInForce', 'voucher', `The voucher ${code} ended at ${day(validUntil)}.`);
  if (minBasket !== undefined && goodsMinor < minBasket.minor)
    return rejectQuote('VoucherBelowMinimum', 'voucher', `The voucher ${code} needs goods for ${minBasket} or more.`);
  return undefined;
}

/** Largest remainder, again among the lines that still have room when one is full. Ends: every round fills a line or gives all. */
function splitWithin(total: bigint, weights: readonly bigint[], room: readonly bigint[]): bigint[] {
  const given = weights.map(() => 0n);
  for (let left = total; left > 0n; left = total - sum(given)) {
    const open = weights.map((weight, i) => ((given[i] as bigint) < (room[i] as bigint) ? weight : 0n));
    allocateMinor(left, open).forEach((minor, i) => {
      const next = (given[i] as bigint) + minor;
      given[i] = next < (room[i] as bigint) ? next : (room[i] as bigint);
    });
  }
  return given;
}

function sum(minors: readonly bigint[]): bigint {
  return minors.reduce((total, minor) => total + minor, 0n);
}
