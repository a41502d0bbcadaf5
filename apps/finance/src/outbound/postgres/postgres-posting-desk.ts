import type { Currency, Instant } from '@reprise/kernel';
import { addDays, divideRatios, localDayAt, Money, mustBeCurrency, ratioOfDecimal } from '@reprise/kernel';
import { insertMany } from '@reprise/platform/persistence';
import type { Database, Tx } from '@reprise/platform/persistence';
import type {
  FxQuoteUsed,
  OrderToBook,
  PostingDesk,
  PostingDesks,
  RatesOfDay,
} from '../../application/ledger/ports.js';
import type { Books } from '../../domain/ledger/books.js';
import type { FrozenCommission } from '../../domain/ledger/commission.js';
import type { MoneyMovement, Movement } from '../../domain/ledger/movement.js';
import type { GoodsSentRow, SaleRow } from './movement-rows.js';
import { goodsSentOf, moneyMovementOf } from './movement-rows.js';
import { PostgresLedger } from './postgres-ledger.js';

/** Transactions that book what is due. */
export class PostgresPostingDesks implements PostingDesks {
  constructor(
    private readonly database: Database,
    private readonly books: Books,
  ) {}

  transact<T>(work: (desk: PostingDesk) => Promise<T>): Promise<T> {
    return this.database.inTransaction((tx) => work(new PostgresPostingDesk(tx, this.books)));
  }

  async dueOrders(limit: number, triedBefore: Instant): Promise<string[]> {
    const rows = await this.database.query<{ order_id: string }>(
      `SELECT order_id FROM posting_due WHERE tried_at IS NULL OR tried_at < $2
       GROUP BY order_id ORDER BY min(tried_at) NULLS FIRST LIMIT $1`,
      [limit, new Date(triedBefore)],
    );
    return rows.map(({ order_id }) => order_id);
  }
}

/** Orders to book and their ledger, in one transaction. */
export class PostgresPostingDesk implements PostingDesk {
  readonly ledger: PostgresLedger;

  constructor(
    private readonly tx: Tx,
    private readonly books: Books,
  ) {
    this.ledger = new PostgresLedger(tx, books);
  }

  async loadOrders(orderIds: readonly string[]): Promise<OrderToBook[]> {
    // Whoever books the same order waits here, before anything of it was read; and sees nothing due after that.
    const due = await this.tx.query<{ source: string; source_id: string; order_id: string }>(
      `SELECT source, source_id, order_id FROM posting_due WHERE order_id = ANY ($1::uuid[])
       ORDER BY source, source_id FOR UPDATE`,
      [orderIds],
    );
    const ids = [...new Set(due.map(({ order_id }) => order_id))];
    if (ids.length === 0) return [];
    const isDue = new Set(due.map(({ source, source_id }) => `${source} ${source_id}`));
    const sales = await this.tx.query<SaleRow>(
      `SELECT event_id, order_id, region, occurred_at, payload FROM sale WHERE order_id = ANY ($1::uuid[])
       ORDER BY occurred_at, event_id`,
      [ids],
    );
    const goods = await this.tx.query<GoodsSentRow>(
      'SELECT shipment_id, event_id, order_id, occurred_at, lines FROM goods_sent WHERE order_id = ANY ($1::uuid[])',
      [ids],
    );
    const commissions = await this.commissionsOf(ids);
    const movements = [...sales.map(moneyMovementOf), ...goods.map(goodsSentOf)].sort(
      (a, b) => a.occurredAt - b.occurredAt || (a.kind === 'sale' ? -1 : 0),
    );
    return ids.map((orderId) => {
      const own = movements.filter((movement) => movement.orderId === orderId);
      const sale = own.find((movement): movement is MoneyMovement => movement.kind === 'sale');
      return {
        orderId,
        region: sale?.region ?? '',
        sale,
        commissions: commissions.filter((commission) => commission.orderId === orderId),
        movements: own.map((movement) => ({ movement, due: isDue.has(`${sourceOf(movement)} ${movement.id}`) })),
      };
    });
  }

  async freeze(commissions: readonly FrozenCommission[]): Promise<void> {
    await insertMany(
      this.tx,
      'sale_commission',
      commissionColumns,
      commissions.map((each) => ({
        order_id: each.orderId,
        line_id: each.lineId,
        seller_id: each.sellerId,
        currency: each.base.currency,
        base_minor: each.base.minor,
        rate: each.rate,
        amount_minor: each.amount.minor,
        vat_rate: each.vatRate,
        vat_minor: each.vat.minor,
        rule: each.rule,
      })),
    );
  }

  async settle(movements: readonly Movement[]): Promise<void> {
    await this.tx.query(
      `DELETE FROM posting_due USING unnest($1::text[], $2::uuid[]) AS done (source, source_id)
       WHERE posting_due.source = done.source AND posting_due.source_id = done.source_id`,
      [movements.map(sourceOf), movements.map(({ id }) => id)],
    );
  }

  async defer(movements: readonly Movement[], reason: string): Promise<void> {
    await this.tx.query(
      `UPDATE posting_due SET reason = $3, tried_at = clock_timestamp()
       FROM unnest($1::text[], $2::uuid[]) AS tried (source, source_id)
       WHERE posting_due.source = tried.source AND posting_due.source_id = tried.source_id`,
      [movements.map(sourceOf), movements.map(({ id }) => id), reason],
    );
  }

  async ratesInto(base: Currency, on: Instant, timeZone: string): Promise<RatesOfDay> {
    // Published in the afternoon: what was known when the day began is the quote of the day before, or the last one before that.
    const day = addDays(localDayAt(on, timeZone), -1);
    const rows = await this.tx.query<{ currency: string; base: string; rate: string; rate_date: string }>(
      `SELECT DISTINCT ON (currency) currency, base, rate::text, rate_date::text FROM fx_rate
       WHERE source = $1 AND rate_date BETWEEN $2::date - 92 AND $2::date
       ORDER BY currency, rate_date DESC, version DESC`,
      [this.books.fxSource, day],
    );
    return ratesOfDay(this.books.fxSource, rows, base);
  }

  async categoriesOf(variantIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.tx.query<{ variant_id: string; category: string }>(
      'SELECT variant_id, category FROM product_variant WHERE variant_id = ANY ($1::uuid[])',
      [variantIds],
    );
    return new Map(rows.map(({ variant_id, category }) => [variant_id, category]));
  }

  private async commissionsOf(orderIds: readonly string[]): Promise<FrozenCommission[]> {
    const rows = await this.tx.query<Record<keyof typeof commissionColumns, string>>(
      `SELECT ${Object.keys(commissionColumns).join(', ')} FROM sale_commission
       WHERE order_id = ANY ($1::uuid[]) ORDER BY order_id, line_id`,
      [orderIds],
    );
    return rows.map((row) => {
      const money = (minor: string): Money => Money.ofMinor(BigInt(minor), mustBeCurrency(row.currency));
      return {
        orderId: row.order_id,
        lineId: row.line_id,
        sellerId: row.seller_id,
        base: money(row.base_minor),
        rate: row.rate,
        amount: money(row.amount_minor),
        vatRate: row.vat_rate,
        vat: money(row.vat_minor),
        rule: row.rule,
      };
    });
  }
}

/** Quotes are units of a currency per unit of the publisher's; any pair goes through that. */
function ratesOfDay(
  source: string,
  rows: readonly { currency: string; base: string; rate: string; rate_date: string }[],
  base: Currency,
): RatesOfDay {
  const quotes = new Map(rows.map((row) => [row.currency, { rate: ratioOfDecimal(row.rate), date: row.rate_date }]));
  const publishers = rows[0]?.base;
  const quoteOf = (currency: string) =>
    currency === publishers ? { rate: ratioOfDecimal('1'), date: undefined } : quotes.get(currency);
  return {
    find: (currency): FxQuoteUsed | undefined => {
      const [from, to] = [quoteOf(currency), quoteOf(base)];
      if (from === undefined || to === undefined) return undefined;
      return { rate: divideRatios(to.rate, from.rate), source, date: from.date ?? to.date ?? '' };
    },
  };
}

function sourceOf({ kind }: Movement): string {
  return kind === 'shipment' ? 'shipment' : 'sale';
}

const commissionColumns = {
  order_id: 'uuid',
  line_id: 'uuid',
  seller_id: 'uuid',
  currency: 'text',
  base_minor: 'bigint',
  rate: 'numeric',
  amount_minor: 'bigint',
  vat_rate: 'numeric',
  vat_minor: 'bigint',
  rule: 'text',
} as const;
