import { offerChangedV1 } from '@reprise/contracts/events';
import { sayInBulk, sayMany } from '@reprise/platform/messaging';
import { unnestRows } from '@reprise/platform/persistence';
import type { Database, Tx } from '@reprise/platform/persistence';
import type { Instant } from '@reprise/kernel';
import type { Author, DisplayedOffer, PricePack, Repricing, ShownHistory } from '../../application/displayed-offers.js';
import type { AmountStatement, RestatedAmounts } from '../../application/restate-amounts.js';
import type { CatalogVariant, ImportProgress, PricingTx, Seller, UnitOfWork } from '../../application/ports.js';
import type { DisplayedPrice } from '../../domain/displayed-price.js';
import type { OfferImport } from '../../domain/offer-import.js';
import type { Offer, StatedOffer } from '../../domain/offer.js';
import type { PriceListIndex } from '../../domain/price-list-index.js';
import {
  appendPriceChanges,
  appendUnseenChanges,
  readListedPrices,
  readShownHistories,
  saveListedPrices,
} from './displayed-price-rows.js';
import { offerFactOf } from './offer-fact.js';
import { readOffers } from './offer-rows.js';
import { readOffersStated } from './read-offers-stated.js';
import { holdImport, recordImportProgress } from './postgres-offer-imports.js';
import { PostgresPriceLists } from './postgres-price-lists.js';
import { claimPack, endPack } from './price-pack-rows.js';
import * as repricings from './repricing-rows.js';
import { restateAmounts } from './restate-amounts.js';
import { saveAmounts, savePrices, saveTerms, saveVersions } from './save-offer-rows.js';
import { lockSeller, readSeller, saveSeller } from './seller-rows.js';
import { variantOfRow } from './variant-rows.js';
import type { VariantRow } from './variant-rows.js';

/** Pricing's transactions on PostgreSQL. Every list is one statement, whatever its length. */
export class PostgresUnitOfWork implements UnitOfWork {
  constructor(
    private readonly database: Database,
    private readonly lists: PostgresPriceLists = new PostgresPriceLists(database),
  ) {}

  inTransaction<T>(work: (tx: PricingTx) => Promise<T>): Promise<T> {
    return this.database.inTransaction((tx) => work(new PostgresPricingTx(tx, this.lists)));
  }
}

/** One of them; whoever has more to do in the same transaction extends it. */
export class PostgresPricingTx implements PricingTx {
  /** Sellers whose shelf this transaction holds. */
  private readonly shelves = new Set<string>();

  constructor(
    protected readonly tx: Tx,
    private readonly lists: PostgresPriceLists,
  ) {}

  /**
   * Advisory, because a row that is not there yet cannot be locked; shelves first and in order of lock, so that two never wait for each
   * other. Who holds a shelf has its offers: a lock for each would fill the server's table of locks.
   */
  async lockOffers(offerIds: readonly string[], sellerId?: string): Promise<void> {
    if (sellerId !== undefined && this.shelves.has(sellerId)) return;
    await this.tx.query(
      `SELECT CASE WHEN is_shelf THEN pg_advisory_xact_lock_shared(name) ELSE pg_advisory_xact_lock(name) END FROM (
         SELECT hashtextextended('shelf ' || seller_id, 0) AS name, true AS is_shelf
         FROM (SELECT seller_id FROM offer WHERE offer_id = ANY($1::uuid[]) UNION SELECT $2::uuid) sellers
         WHERE seller_id IS NOT NULL
         UNION
         SELECT hashtextextended(id, 0), false FROM unnest($1::text[]) AS id
         ORDER BY is_shelf DESC, name) names`,
      [`{${offerIds.join(',')}}`, sellerId ?? null],
    );
  }

  async lockShelf(sellerId: string): Promise<void> {
    await this.tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('shelf ' || $1::uuid, 0))`, [sellerId]);
    this.shelves.add(sellerId);
  }

  restateAmounts(
    sellerId: string,
    stated: readonly AmountStatement[],
    options: { readonly now: Instant; readonly dryRun: boolean },
  ): Promise<RestatedAmounts> {
    return restateAmounts(this.tx, sellerId, stated, options);
  }

  offers(offerIds: readonly string[]): Promise<ReadonlyMap<string, Offer>> {
    return readOffers(this.tx, offerIds);
  }

  offersStated(stated: readonly StatedOffer[]): Promise<ReadonlyMap<string, Offer>> {
    return readOffersStated(this.tx, stated);
  }

  async onHandOtherThan(stated: readonly StatedOffer[]): Promise<ReadonlyMap<string, number>> {
    if (stated.length === 0) return new Map();
    const { sql, params } = unnestRows(
      { offer_id: 'uuid', quantity: 'integer' },
      stated.map(({ offerId, quantity }) => ({ offer_id: offerId, quantity })),
    );
    const rows = await this.tx.query<{ offer_id: string; on_hand: number }>(
      `SELECT DISTINCT offer_id, on_hand FROM ${sql} AS s JOIN stock USING (offer_id) WHERE on_hand <> s.quantity`,
      params,
    );
    return new Map(rows.map((row) => [row.offer_id, row.on_hand]));
  }

  async variants(variantIds: readonly string[]): Promise<ReadonlyMap<string, CatalogVariant>> {
    const rows = await this.tx.query<VariantRow>(
      `SELECT v.variant_id, v.product_id, v.storage_gb, p.published, p.category, p.screen_inches, p.publication
       FROM variant v JOIN product p USING (product_id) WHERE v.variant_id = ANY($1::uuid[])`,
      [variantIds],
    );
    return new Map(rows.map((row) => [row.variant_id, variantOfRow(row)]));
  }

  lockSeller(sellerId: string): Promise<void> {
    return lockSeller(this.tx, sellerId);
  }

  seller(sellerId: string): Promise<Seller | undefined> {
    return readSeller(this.tx, sellerId, 'FOR SHARE');
  }

  saveSeller(seller: Seller): Promise<void> {
    return saveSeller(this.tx, seller);
  }

  priceLists(): Promise<PriceListIndex> {
    return this.lists.holdSteady(this.tx);
  }

  listedPrices(offerIds: readonly string[]): Promise<ReadonlyMap<string, readonly DisplayedPrice[]>> {
    return readListedPrices(this.tx, offerIds);
  }

  shownHistories(offers: readonly Offer[]): Promise<ReadonlyMap<string, ShownHistory>> {
    return readShownHistories(this.tx, offers);
  }

  async saveOffers(displayed: readonly DisplayedOffer[], author?: Author): Promise<void> {
    if (displayed.length === 0) return;
    const [repriced, restated] = [
      displayed.filter(({ onlyAmounts }) => onlyAmounts).map(({ offer }) => offer),
      displayed.filter(({ onlyAmounts }) => !onlyAmounts).map(({ offer }) => offer),
    ];
    await saveTerms(this.tx, restated);
    await savePrices(this.tx, restated);
    await saveVersions(this.tx, repriced);
    await saveAmounts(this.tx, repriced);
    await saveListedPrices(this.tx, displayed);
    await appendPriceChanges(this.tx, displayed, author);
    await appendUnseenChanges(this.tx, displayed);
    await sayOffers(this.tx, displayed);
  }

  holdImport(feed: OfferImport): Promise<boolean> {
    return holdImport(this.tx, feed);
  }

  recordImportProgress(feed: OfferImport, progress: ImportProgress): Promise<void> {
    return recordImportProgress(this.tx, feed, progress);
  }

  async saveDisplayed(displayed: readonly DisplayedOffer[], author: Author): Promise<void> {
    if (displayed.length === 0) return;
    await saveVersions(
      this.tx,
      displayed.map(({ offer }) => offer),
    );
    await saveListedPrices(this.tx, displayed);
    await appendPriceChanges(this.tx, displayed, author);
    await sayOffers(this.tx, displayed);
  }

  sayOffers(displayed: readonly DisplayedOffer[]): Promise<void> {
    return sayOffers(this.tx, displayed);
  }

  claimPack(before: Instant): Promise<PricePack | undefined> {
    return claimPack(this.tx, before);
  }

  endPack(pack: PricePack): Promise<void> {
    return endPack(this.tx, pack);
  }

  claimRepricing(now: Instant): Promise<Repricing | undefined> {
    return repricings.claim(this.tx, now);
  }

  async collectOffers({ id }: Repricing): Promise<void> {
    await this.lists.holdAlone(this.tx);
    await repricings.collect(this.tx, id);
  }

  offersToReprice({ id }: Repricing, limit: number): Promise<readonly string[]> {
    return repricings.offersOf(this.tx, id, limit);
  }

  repriced({ id }: Repricing, offerIds: readonly string[], isLast: boolean): Promise<void> {
    return repricings.crossOff(this.tx, id, offerIds, isLast);
  }
}

/** From here on facts are packed: an import says thousands, a person says one. */
const manyOffers = 100;

async function sayOffers(tx: Tx, displayed: readonly DisplayedOffer[]): Promise<void> {
  const sayings = displayed.map((each) => ({ data: offerFactOf(each), version: each.offer.version }));
  if (sayings.length < manyOffers) await sayMany(tx, offerChangedV1, sayings);
  else await sayInBulk(tx, offerChangedV1, sayings);
}
