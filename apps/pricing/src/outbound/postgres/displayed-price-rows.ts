import { instantOfEpochMs, Money, mustBeCurrency } from '@reprise/kernel';
import { insertMany } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { Author, DisplayedOffer, ShownHistory } from '../../application/displayed-offers.js';
import { ownSource } from '../../domain/displayed-price.js';
import type { DisplayedPrice } from '../../domain/displayed-price.js';
import type { Offer } from '../../domain/offer.js';
import type { ShownPrice } from '../../domain/prior-price.js';

interface ListedRow {
  readonly offer_id: string;
  readonly market: string;
  readonly currency: string;
  readonly amount_minor: string;
  readonly source: string;
  readonly announced: boolean;
  readonly prior_minor: string | null;
}

/** What pages show where a price list decides it, by offer. */
export async function readListedPrices(tx: Tx, offerIds: readonly string[]): Promise<Map<string, DisplayedPrice[]>> {
  const rows = await tx.query<ListedRow>('SELECT * FROM listed_price WHERE offer_id = ANY($1::uuid[])', [offerIds]);
  return grouped(
    rows,
    (row) => row.offer_id,
    ({ market, currency, amount_minor, source, announced, prior_minor }) => ({
      market,
      price: moneyOf(amount_minor, currency),
      source,
      announced,
      ...(prior_minor === null ? {} : { priorPrice: moneyOf(prior_minor, currency) }),
    }),
  );
}

/** Keeps what lists decide, and forgets it where the seller's own price shows again. */
export async function saveListedPrices(tx: Tx, offers: readonly DisplayedOffer[]): Promise<void> {
  await tx.query('DELETE FROM listed_price WHERE offer_id = ANY($1::uuid[])', [
    offers.map(({ offer }) => offer.offerId),
  ]);
  await insertMany(
    tx,
    'listed_price',
    {
      offer_id: 'uuid',
      market: 'text',
      currency: 'text',
      amount_minor: 'bigint',
      source: 'text',
      announced: 'boolean',
      prior_minor: 'bigint',
    },
    offers.flatMap(({ offer, displayed }) =>
      displayed
        .filter(({ source }) => source !== ownSource)
        .map(({ market, price, source, announced, priorPrice }) => ({
          offer_id: offer.offerId,
          market,
          currency: price.currency,
          amount_minor: price.minor,
          source,
          announced,
          prior_minor: priorPrice?.minor ?? null,
        })),
    ),
  );
}

/** Appends to price history. Without an author it was the offer's seller. */
export async function appendPriceChanges(tx: Tx, offers: readonly DisplayedOffer[], author?: Author): Promise<void> {
  await insertMany(
    tx,
    'price_change',
    {
      offer_id: 'uuid',
      offer_version: 'bigint',
      market: 'text',
      currency: 'text',
      amount_minor: 'bigint',
      changed_at: 'timestamptz',
      source: 'text',
      announced: 'boolean',
      prior_minor: 'bigint',
      other_goods: 'boolean',
      actor: 'text',
      actor_role: 'text',
      why: 'text',
    },
    offers.flatMap(({ offer, changes }) =>
      changes.map((change) => ({
        offer_id: offer.offerId,
        offer_version: offer.version,
        market: change.market,
        currency: change.currency,
        amount_minor: change.price?.minor ?? null,
        changed_at: new Date(offer.updatedAt),
        source: change.source,
        announced: change.announced,
        prior_minor: change.priorPrice?.minor ?? null,
        other_goods: change.otherGoods,
        actor: author?.actor ?? null,
        actor_role: author?.role ?? null,
        why: author?.why ?? null,
      })),
    ),
  );
}

interface HistoryRow {
  readonly of_offer: string;
  readonly offer_id: string;
  readonly market: string;
  readonly currency: string;
  readonly amount_minor: string | null;
  readonly announced: boolean;
  readonly other_goods: boolean;
  readonly changed_at: Date;
}

/** The histories of offers as they are given, stored so or not yet: a seller may be about to make one of them other goods. */
export async function readShownHistories(
  tx: Pick<Tx, 'query'>,
  offers: readonly Offer[],
): Promise<Map<string, ShownHistory>> {
  const rows = await tx.query<HistoryRow>(
    `WITH goods AS (
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[])
         AS g (offer_id, product_id, variant_id, seller_id, grade)
     ), told AS (
       SELECT offer_id AS of_offer, offer_id FROM goods
       UNION ALL
       SELECT g.offer_id, o.offer_id FROM goods g JOIN offer o
         ON o.product_id = g.product_id AND o.variant_id = g.variant_id AND o.seller_id = g.seller_id
        AND o.grade = g.grade AND o.offer_id <> g.offer_id
     )
     SELECT t.of_offer, c.offer_id, c.market, c.currency, c.amount_minor, c.announced, c.other_goods, c.changed_at
     FROM told t JOIN price_change c ON c.offer_id = t.offer_id
     ORDER BY c.changed_at, c.change_id`,
    [
      offers.map(({ offerId }) => offerId),
      offers.map(({ productId }) => productId),
      offers.map(({ variantId }) => variantId),
      offers.map(({ sellerId }) => sellerId),
      offers.map(({ grade }) => grade),
    ],
  );
  const byOffer = grouped(
    rows,
    (row) => row.of_offer,
    (row) => row,
  );
  return new Map([...byOffer].map(([offerId, told]) => [offerId, historyOf(offerId, told)]));
}

function historyOf(offerId: string, rows: readonly HistoryRow[]): ShownHistory {
  const own = new Map<string, ShownPrice[]>();
  const siblings = new Map<string, Map<string, ShownPrice[]>>();
  for (const row of rows) {
    const ofMarket = row.offer_id === offerId ? own : (siblings.get(row.market) ?? new Map<string, ShownPrice[]>());
    if (row.offer_id !== offerId) siblings.set(row.market, ofMarket);
    const key = row.offer_id === offerId ? row.market : row.offer_id;
    // What it cost while it was something else is no history of these goods.
    const before = row.other_goods ? [] : (ofMarket.get(key) ?? []);
    ofMarket.set(key, [...before, shownOf(row)]);
  }
  return { own, siblings: new Map([...siblings].map(([market, each]) => [market, [...each.values()]])) };
}

function shownOf({ amount_minor, currency, announced, changed_at }: HistoryRow): ShownPrice {
  return {
    price: amount_minor === null ? null : moneyOf(amount_minor, currency),
    at: instantOfEpochMs(changed_at.getTime()),
    announced,
  };
}

function moneyOf(minor: string, currency: string): Money {
  return Money.ofMinor(BigInt(minor), mustBeCurrency(currency));
}

function grouped<Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  valueOf: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known === undefined) groups.set(keyOf(row), [valueOf(row)]);
    else known.push(valueOf(row));
  }
  return groups;
}
