import { Money } from '@reprise/kernel';
import type { Database, Tx } from '@reprise/platform/persistence';
import { usualKey } from '../../application/propose-prices.js';
import type { OfferShelf } from '../../application/propose-prices.js';
import type { MarketTerms } from '../../domain/market-terms.js';
import type { Offer } from '../../domain/offer.js';
import { offerOfRow, offerSelect } from './offer-rows.js';
import type { OfferRow } from './offer-rows.js';

/** Offers in PostgreSQL, as whoever plans a market asks for them. */
export class PostgresOfferShelf implements OfferShelf {
  constructor(private readonly database: Database) {}

  listedButNotIn(listed: Parameters<OfferShelf['listedButNotIn']>[0]): Promise<Offer[]> {
    return listedButNotIn(this.database, listed);
  }

  usualPrices(market: MarketTerms, offers: readonly Offer[]): Promise<ReadonlyMap<string, Money>> {
    return usualPrices(this.database, market, offers);
  }
}

/** Active offers with a price in one market and none in the other, by id. */
export async function listedButNotIn(
  tx: Pick<Tx, 'query'>,
  listed: Parameters<OfferShelf['listedButNotIn']>[0],
): Promise<Offer[]> {
  const rows = await tx.query<OfferRow>(
    `${offerSelect}
     WHERE o.status = 'active' AND ($3::uuid IS NULL OR o.offer_id > $3)
       AND EXISTS (SELECT 1 FROM offer_price i WHERE i.offer_id = o.offer_id AND i.market = $1)
       AND NOT EXISTS (SELECT 1 FROM offer_price n WHERE n.offer_id = o.offer_id AND n.market = $2)
     ORDER BY o.offer_id LIMIT $4`,
    [listed.inMarket, listed.notIn, listed.after ?? null, listed.limit],
  );
  return rows.map(offerOfRow);
}

/** Median price in a market of each variant and grade that is sold there. */
export async function usualPrices(
  tx: Pick<Tx, 'query'>,
  market: MarketTerms,
  offers: readonly Offer[],
): Promise<ReadonlyMap<string, Money>> {
  const rows = await tx.query<{ variant_id: string; grade: string; median: string }>(
    `SELECT o.variant_id, o.grade, percentile_disc(0.5) WITHIN GROUP (ORDER BY p.amount_minor) AS median
     FROM offer o JOIN offer_price p USING (offer_id)
     WHERE p.market = $1 AND o.status = 'active' AND o.variant_id = ANY ($2::uuid[])
     GROUP BY o.variant_id, o.grade`,
    [market.code, [...new Set(offers.map(({ variantId }) => variantId))]],
  );
  return new Map(
    rows.map(({ variant_id, grade, median }) => [
      usualKey({ variantId: variant_id, grade }),
      Money.ofMinor(BigInt(median), market.currency),
    ]),
  );
}
