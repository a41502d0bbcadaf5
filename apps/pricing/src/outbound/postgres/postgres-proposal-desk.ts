import { Money, mustBeCurrency } from '@reprise/kernel';
import { unnestRows } from '@reprise/platform/persistence';
import type { Database, Tx } from '@reprise/platform/persistence';
import { rowFilters } from '../../application/proposal-ports.js';
import type {
  Histogram,
  ProposalDesk,
  ProposalTx,
  RowCounts,
  RowSelection,
  RowSettled,
} from '../../application/proposal-ports.js';
import type { Seller } from '../../application/ports.js';
import type { MarketTerms } from '../../domain/market-terms.js';
import type { Offer } from '../../domain/offer.js';
import type { PriceProposalSet, ProposalRow, SeedingRefusal } from '../../domain/price-proposal.js';
import { listedButNotIn, usualPrices } from './postgres-offer-shelf.js';
import type { PostgresPriceLists } from './postgres-price-lists.js';
import { PostgresPricingTx } from './postgres-unit-of-work.js';
import {
  conditionOf,
  insertProposalRows,
  insertSet,
  readProposalRows,
  readSets,
  updateProposalRows,
  updateSet,
} from './proposal-rows.js';
import { sellerColumns, sellerOfRow } from './seller-rows.js';
import type { SellerRow } from './seller-rows.js';

/** Sets of proposed prices in PostgreSQL. */
export class PostgresProposalDesk implements ProposalDesk {
  constructor(
    private readonly database: Database,
    private readonly lists: PostgresPriceLists,
  ) {}

  inTransaction<T>(work: (tx: ProposalTx) => Promise<T>): Promise<T> {
    return this.database.inTransaction((tx) => work(new PostgresProposalTx(tx, this.lists)));
  }

  async find(proposalId: string): Promise<PriceProposalSet | undefined> {
    const [found] = await readSets(this.database, 'WHERE proposal_id = $1', [proposalId]);
    return found?.set;
  }

  page({ market, before, limit }: Parameters<ProposalDesk['page']>[0]) {
    return readSets(
      this.database,
      `WHERE ($1::text IS NULL OR to_market = $1) AND ($2::bigint IS NULL OR number < $2) ORDER BY number DESC LIMIT $3`,
      [market ?? null, before ?? null, limit],
    );
  }

  async counts(proposalId: string): Promise<RowCounts> {
    const counted = rowFilters.map((filter) => `count(*) FILTER (WHERE ${conditionOf[filter]}) AS "${filter}"`);
    const [row] = await this.database.query<Record<string, string>>(
      `SELECT ${counted.join(', ')} FROM price_proposal_row WHERE proposal_id = $1`,
      [proposalId],
    );
    return Object.fromEntries(rowFilters.map((filter) => [filter, Number(row?.[filter] ?? 0)])) as RowCounts;
  }

  async rowPage(set: PriceProposalSet, asked: Parameters<ProposalDesk['rowPage']>[1]) {
    const { only, seller, sort, after, limit } = asked;
    const where = `WHERE proposal_id = $1 AND ($2::uuid IS NULL OR seller_id = $2) AND ${conditionOf[only]}`;
    const [counted] = await this.database.query<{ total: string }>(
      `SELECT count(*) AS total FROM price_proposal_row ${where}`,
      [set.id, seller ?? null],
    );
    const deviation = 'abs(coalesce(deviation_ppm, 0))';
    const [past, order] =
      sort === 'offer'
        ? ['$4::bigint IS NOT NULL AND offer_id > $3', 'offer_id']
        : [`${deviation} < $4 OR (${deviation} = $4 AND offer_id > $3)`, `${deviation} DESC, offer_id`];
    const rows = await readProposalRows(
      this.database,
      set,
      `${where} AND ($3::uuid IS NULL OR ${past}) ORDER BY ${order} LIMIT $5`,
      [set.id, seller ?? null, after?.offerId ?? null, after?.deviation ?? 0, limit],
    );
    return { rows, total: Number(counted?.total ?? 0) };
  }

  async histogram(
    proposalId: string,
    { fromPpm, widthPpm, buckets }: Parameters<ProposalDesk['histogram']>[1],
  ): Promise<Histogram> {
    const rows = await this.database.query<{ bucket: number | null; rows: string }>(
      `SELECT least(greatest(floor((deviation_ppm - $2::bigint)::numeric / $3::bigint), 0), $4::int - 1)::int AS bucket, count(*) AS rows
       FROM price_proposal_row WHERE proposal_id = $1 GROUP BY 1`,
      [proposalId, fromPpm, widthPpm, buckets],
    );
    const without = rows.find(({ bucket }) => bucket === null);
    return {
      rows: rows.flatMap(({ bucket, rows: n }) => (bucket === null ? [] : [{ bucket, rows: Number(n) }])),
      withoutReference: Number(without?.rows ?? 0),
    };
  }

  async refusal(sellerId: string): Promise<SeedingRefusal | undefined> {
    return (await readRefusals(this.database, [sellerId])).get(sellerId);
  }

  async saveRefusal(sellerId: string, { everywhere, markets, skus }: SeedingRefusal): Promise<boolean> {
    const saved = await this.database.query(
      `INSERT INTO seeding_refusal (seller_id, everywhere, markets, skus)
       SELECT seller_id, $2, $3::jsonb, $4::jsonb FROM seller WHERE seller_id = $1
       ON CONFLICT (seller_id) DO UPDATE SET everywhere = excluded.everywhere, markets = excluded.markets, skus = excluded.skus
       RETURNING 1`,
      [sellerId, everywhere, JSON.stringify(markets), JSON.stringify([...skus])],
    );
    return saved.length === 1;
  }
}

class PostgresProposalTx extends PostgresPricingTx implements ProposalTx {
  async begin(set: PriceProposalSet) {
    const begun = await insertSet(this.tx, set);
    const stored = begun ? set : await this.hold(set.id);
    if (stored === undefined) throw new Error(`the proposal ${set.id} was there a moment ago`);
    return { set: stored, begun };
  }

  async hold(proposalId: string): Promise<PriceProposalSet | undefined> {
    const [found] = await readSets(this.tx, 'WHERE proposal_id = $1 FOR UPDATE', [proposalId]);
    return found?.set;
  }

  async claim(): Promise<PriceProposalSet | undefined> {
    const [found] = await readSets(
      this.tx,
      `WHERE status IN ('building', 'applying') ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [],
    );
    return found?.set;
  }

  save(set: PriceProposalSet): Promise<void> {
    return updateSet(this.tx, set);
  }

  listedButNotIn(listed: Parameters<ProposalTx['listedButNotIn']>[0]): Promise<readonly Offer[]> {
    return listedButNotIn(this.tx, listed);
  }

  usualPrices(market: MarketTerms, offers: readonly Offer[]): Promise<ReadonlyMap<string, Money>> {
    return usualPrices(this.tx, market, offers);
  }

  addRows(proposalId: string, rows: readonly ProposalRow[]): Promise<void> {
    return insertProposalRows(this.tx, proposalId, rows);
  }

  rows(
    set: PriceProposalSet,
    selection: RowSelection,
    { after, limit }: { readonly after: string | undefined; readonly limit: number },
  ): Promise<readonly ProposalRow[]> {
    const params: unknown[] = [set.id, after ?? null, limit];
    const selected =
      'offerIds' in selection
        ? [`offer_id = ANY ($${params.push(selection.offerIds)}::uuid[])`]
        : [
            conditionOf[selection.only],
            ...(selection.seller === undefined ? [] : [`seller_id = $${params.push(selection.seller)}`]),
          ];
    return readProposalRows(
      this.tx,
      set,
      `WHERE proposal_id = $1 AND ($2::uuid IS NULL OR offer_id > $2) AND ${selected.join(' AND ')} ORDER BY offer_id LIMIT $3`,
      params,
    );
  }

  saveRows(proposalId: string, rows: readonly ProposalRow[]): Promise<void> {
    return updateProposalRows(this.tx, proposalId, rows);
  }

  async settleRows(proposalId: string, rows: readonly RowSettled[]): Promise<void> {
    if (rows.length === 0) return;
    const { sql, params } = unnestRows(
      { offer_id: 'uuid', outcome: 'text', skipped: 'text' },
      rows.map(({ offerId, outcome, skipped }) => ({ offer_id: offerId, outcome, skipped: skipped ?? null })),
      2,
    );
    await this.tx.query(
      `UPDATE price_proposal_row r SET outcome = e.outcome, skipped = e.skipped FROM ${sql} AS e
       WHERE r.proposal_id = $1 AND r.offer_id = e.offer_id`,
      [proposalId, ...params],
    );
  }

  async countBelowCost(proposalId: string): Promise<number> {
    const [row] = await this.tx.query<{ rows: string }>(
      `SELECT count(*) AS rows FROM price_proposal_row WHERE proposal_id = $1 AND below_cost AND ${conditionOf.toApply}`,
      [proposalId],
    );
    return Number(row?.rows ?? 0);
  }

  async unitCosts(offers: readonly Offer[]): Promise<ReadonlyMap<string, readonly Money[]>> {
    const rows = await this.tx.query<{ offer_id: string; currency: string; cost: string }>(
      `SELECT o.offer_id, u.currency, max(u.cost_minor) AS cost
       FROM offer o JOIN unit u ON u.seller_id = o.seller_id AND u.sku = o.sku AND u.status IN ('received', 'tested', 'listed')
       WHERE o.offer_id = ANY ($1::uuid[]) GROUP BY o.offer_id, u.currency`,
      [offers.map(({ offerId }) => offerId)],
    );
    const costs = new Map<string, Money[]>();
    for (const { offer_id, currency, cost } of rows) {
      const money = Money.ofMinor(BigInt(cost), mustBeCurrency(currency));
      costs.set(offer_id, [...(costs.get(offer_id) ?? []), money]);
    }
    return costs;
  }

  async sellers(sellerIds: readonly string[]): Promise<ReadonlyMap<string, Seller>> {
    const rows = await this.tx.query<SellerRow>(
      `SELECT ${sellerColumns} FROM seller WHERE seller_id = ANY ($1::uuid[]) ORDER BY seller_id FOR SHARE`,
      [sellerIds],
    );
    return new Map(rows.map((row) => [row.seller_id, sellerOfRow(row)]));
  }

  refusals(sellerIds: readonly string[]): Promise<ReadonlyMap<string, SeedingRefusal>> {
    return readRefusals(this.tx, sellerIds);
  }
}

async function readRefusals(
  tx: Pick<Tx, 'query'>,
  sellerIds: readonly string[],
): Promise<ReadonlyMap<string, SeedingRefusal>> {
  const rows = await tx.query<{ seller_id: string; everywhere: boolean; markets: string[]; skus: string[] }>(
    'SELECT seller_id, everywhere, markets, skus FROM seeding_refusal WHERE seller_id = ANY ($1::uuid[])',
    [sellerIds],
  );
  return new Map(
    rows.map(({ seller_id, everywhere, markets, skus }) => [seller_id, { everywhere, markets, skus: new Set(skus) }]),
  );
}
