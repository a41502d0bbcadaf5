import { instantOfEpochMs, Money, mustBeCurrency } from '@reprise/kernel';
import { insertMany } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { Author, DisplayedOffer, ShownHistory } from '../../application/displayed-offers.js';
import { ownSource } from '../../domain/displayed-price.js';
import type { DisplayedPrice } from '../../domain/displayed-price.js';
import type { Offer } from '../../domain/offer.js';
import { lowestAppliedIn } from '../../domain/prior-price.js';
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
export async function saveListedPrices(tx: Tx, displayed: readonly DisplayedOffer[]): Promise<void> {
  const offers = displayed.filter(({ listed }) => listed);
  if (offers.length === 0) return;
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

/** Appends what sellers changed behind a price list. */
export async function appendUnseenChanges(tx: Tx, offers: readonly DisplayedOffer[]): Promise<void> {
  await insertMany(
    tx,
    'stated_price_change',
    {
      offer_id: 'uuid',
      offer_version: 'bigint',
      market: 'text',
      currency: 'text',
      from_minor: 'bigint',
      to_minor: 'bigint',
      changed_at: 'timestamptz',
    },
    offers.flatMap(({ offer, unseen }) =>
      unseen.map(({ market, currency, from, to }) => ({
        offer_id: offer.offerId,
        offer_version: offer.version,
        market,
        currency,
        from_minor: from?.minor ?? null,
        to_minor: to?.minor ?? null,
        changed_at: new Date(offer.updatedAt),
      })),
    ),
  );
}

interface HistoryRow {
  readonly offer_id: string;
  readonly market: string;
  readonly currency: string;
  readonly amount_minor: string | null;
  readonly announced: boolean;
  readonly other_goods: boolean;
  readonly changed_at: Date;
}

type Histories = ReadonlyMap<string, ReadonlyMap<string, readonly ShownPrice[]>>;

/**
 * The histories of offers as they are given, stored so or not yet: a seller may be about to make one of them other goods. Offers of the
 * same goods share one look at all of them.
 */
export async function readShownHistories(
  tx: Pick<Tx, 'query'>,
  offers: readonly Offer[],
): Promise<Map<string, ShownHistory>> {
  const group = new Map(offers.map((offer) => [goodsKeyOf(offer), offer]));
  const members = await offersOfGoods(tx, [...group.values()]);
  const told = await readHistories(tx, [
    ...new Set([...offers.map(({ offerId }) => offerId), ...members.values()].flat()),
  ]);
  const elsewhere = new Map([...group.keys()].map((goods) => [goods, lowestByMarket(members.get(goods) ?? [], told)]));
  return new Map(
    offers.map((offer) => [
      offer.offerId,
      { own: told.get(offer.offerId) ?? new Map(), elsewhere: elsewhere.get(goodsKeyOf(offer)) ?? new Map() },
    ]),
  );
}

function goodsKeyOf({ sellerId, variantId, grade }: Offer): string {
  return `${sellerId} ${variantId} ${grade}`;
}

/** Ids of all offers of the same goods by the same seller, by goods. */
async function offersOfGoods(tx: Pick<Tx, 'query'>, offers: readonly Offer[]): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ goods: string; offer_id: string }>(
    `SELECT o.seller_id || ' ' || o.variant_id || ' ' || o.grade AS goods, o.offer_id
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) AS g (product_id, variant_id, seller_id, grade)
     JOIN offer o ON o.product_id = g.product_id AND o.variant_id = g.variant_id AND o.seller_id = g.seller_id AND o.grade = g.grade`,
    [
      offers.map(({ productId }) => productId),
      offers.map(({ variantId }) => variantId),
      offers.map(({ sellerId }) => sellerId),
      offers.map(({ grade }) => grade),
    ],
  );
  return grouped(
    rows,
    ({ goods }) => goods,
    ({ offer_id }) => offer_id,
  );
}

/** What was displayed, by offer and market, oldest first. */
async function readHistories(tx: Pick<Tx, 'query'>, offerIds: readonly string[]): Promise<Histories> {
  const rows = await tx.query<HistoryRow>(
    `SELECT offer_id, market, currency, amount_minor, announced, other_goods, changed_at
     FROM price_change WHERE offer_id = ANY($1::uuid[]) ORDER BY changed_at, change_id`,
    [offerIds],
  );
  const histories = new Map<string, Map<string, ShownPrice[]>>();
  for (const row of rows) {
    const ofOffer = histories.get(row.offer_id) ?? new Map<string, ShownPrice[]>();
    histories.set(row.offer_id, ofOffer);
    const before = ofOffer.get(row.market);
    // What it cost while it was something else is no history of these goods.
    if (before === undefined || row.other_goods) ofOffer.set(row.market, [shownOf(row)]);
    else before.push(shownOf(row));
  }
  return histories;
}

function lowestByMarket(offerIds: readonly string[], told: Histories): ShownHistory['elsewhere'] {
  const histories = offerIds.flatMap((offerId) => [...(told.get(offerId) ?? [])]);
  const byMarket = grouped(
    histories,
    ([market]) => market,
    ([, history]) => history,
  );
  return new Map([...byMarket].map(([market, each]) => [market, lowestAppliedIn(each)]));
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
