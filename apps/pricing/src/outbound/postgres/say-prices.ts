import { pricesChangedV1 } from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import { exponentOf, newId } from '@reprise/kernel';
import type { Instant } from '@reprise/kernel';
import { sayInBulk } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import { decimalOf } from '../../domain/amount-statement.js';
import type { StatedAmount } from '../../domain/amount-statement.js';

/** An offer whose prices changed and nothing else: its new version, and all its prices. */
export interface RestatedOffer {
  readonly offerId: string;
  readonly version: number;
  readonly amounts: readonly StatedAmount[];
}

/** Offers a pack: a message of about a hundred kilobytes, far from what a broker refuses. */
const offersAPack = 1_000;

/** Says new prices as packs, and notes each pack until its offers were said whole. */
export async function sayPrices(
  tx: Tx,
  sellerId: string,
  offers: readonly RestatedOffer[],
  now: Instant,
): Promise<void> {
  const packs = [...byMarkets(offers)]
    .flatMap((alike) => chunksOf(alike, offersAPack))
    .map((each) => packOf(sellerId, each));
  await sayInBulk(
    tx,
    pricesChangedV1,
    packs.map((data) => ({ data, version: 1 })),
  );
  for (const { packId, offerIds, versions } of packs)
    await tx.query(
      'INSERT INTO price_pack (pack_id, seller_id, said_at, offer_ids, versions) VALUES ($1, $2, $3, $4, $5)',
      [packId, sellerId, new Date(now), `{${offerIds.join(',')}}`, `{${versions.join(',')}}`],
    );
}

/** Offers that are in the same markets make columns together. */
function byMarkets(offers: readonly RestatedOffer[]): Iterable<RestatedOffer[]> {
  const groups = new Map<string, RestatedOffer[]>();
  for (const offer of offers) {
    const [only, ...others] = offer.amounts;
    const name = others.length === 0 ? (only?.market ?? '') : offer.amounts.map(({ market }) => market).join();
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [offer]);
    else group.push(offer);
  }
  return groups.values();
}

function packOf(sellerId: string, offers: readonly RestatedOffer[]): DataOf<typeof pricesChangedV1> {
  return {
    packId: newId(),
    sellerId,
    offerIds: offers.map(({ offerId }) => offerId),
    versions: offers.map(({ version }) => version),
    prices: (offers[0]?.amounts ?? []).map(({ market, currency }, column) => {
      const exponent = exponentOf(currency);
      const own = offers.map(({ amounts }) => amounts[column] as StatedAmount);
      const bounded = own.some(({ minMinor }) => minMinor !== null);
      return {
        market,
        currency,
        amounts: own.map(({ minor }) => decimalOf(minor, exponent)),
        ...(bounded && {
          minAmounts: own.map(({ minMinor }) => (minMinor === null ? null : decimalOf(minMinor, exponent))),
        }),
      };
    }),
  };
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
  return chunks;
}
