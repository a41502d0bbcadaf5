import { instantOfEpochMs, Money, mustBeCurrency } from '@reprise/kernel';
import type { Database, Tx } from '@reprise/platform/persistence';
import type { SettledDesks } from '../../application/reconciliation/post-settled.js';
import type { Books } from '../../domain/ledger/books.js';
import type { ChargebackMoved, MoneyMoved, MovedBy, PayoutBooked } from '../../domain/settlement/money-moved.js';
import { PostgresPostingDesk } from './postgres-posting-desk.js';

/** Imported files, each with a transaction to book it in. */
export class PostgresSettledDesks implements SettledDesks {
  constructor(
    private readonly database: Database,
    private readonly books: Books,
  ) {}

  withDueFile(triedBefore: number, work: Parameters<SettledDesks['withDueFile']>[1]): Promise<boolean> {
    return this.database.inTransaction(async (tx) => {
      const [due] = await tx.query<{ file_id: string }>(
        `SELECT file_id FROM settlement_due WHERE tried_at IS NULL OR tried_at < $1
         ORDER BY tried_at NULLS FIRST, file_id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [new Date(triedBefore)],
      );
      if (due === undefined) return false;
      const { file_id: fileId } = due;
      const outcome = await work(fileId, new PostgresPostingDesk(tx, this.books), await movedBy(tx, fileId));
      if (outcome === 'booked') await tx.query('DELETE FROM settlement_due WHERE file_id = $1', [fileId]);
      else
        await tx.query('UPDATE settlement_due SET reason = $2, tried_at = clock_timestamp() WHERE file_id = $1', [
          ...[fileId, outcome.waitsFor],
        ]);
      return true;
    });
  }
}

async function movedBy(tx: Tx, fileId: string): Promise<MoneyMoved> {
  return {
    fees: await feesIn(tx, fileId),
    exchanges: await exchangesIn(tx, fileId),
    chargebacks: await chargebacksIn(tx, fileId),
    payouts: await payoutsIn(tx, fileId),
  };
}

interface MovedRow {
  readonly account: string;
  readonly payout: string | null;
  readonly currency: string;
  readonly minor: string;
  readonly at: Date;
}

/** A line of costs alone has them in its amount; every other one beside it. */
async function feesIn(tx: Tx, fileId: string): Promise<MovedBy[]> {
  const rows = await tx.query<MovedRow>(
    `SELECT account, payout, currency, sum(CASE kind WHEN 'fee' THEN -net_minor ELSE fee_minor END)::text AS minor, max(occurred_at) AS at
     FROM settlement_line WHERE file_id = $1 AND (fee_minor <> 0 OR kind = 'fee')
     GROUP BY account, payout, currency HAVING sum(CASE kind WHEN 'fee' THEN -net_minor ELSE fee_minor END) <> 0 ORDER BY 1, 2, 3`,
    [fileId],
  );
  return rows.map(movedOf);
}

async function exchangesIn(tx: Tx, fileId: string): Promise<(MovedBy & { readonly given: Money })[]> {
  const rows = await tx.query<MovedRow & { readonly given_in: string; readonly given: string }>(
    `SELECT account, payout, currency, presented_currency AS given_in, sum(presented_minor)::text AS given, sum(gross_minor)::text AS minor,
            max(occurred_at) AS at
     FROM settlement_line WHERE file_id = $1 AND presented_currency <> currency
     GROUP BY account, payout, currency, presented_currency HAVING sum(presented_minor) <> 0 ORDER BY 1, 2, 3, 4`,
    [fileId],
  );
  return rows.map((row) => ({ ...movedOf(row), given: moneyOf(row.given, row.given_in) }));
}

async function chargebacksIn(tx: Tx, fileId: string): Promise<ChargebackMoved[]> {
  const rows = await tx.query<{
    readonly account: string;
    readonly line_key: string;
    readonly kind: string;
    readonly currency: string;
    readonly minor: string;
    readonly at: Date;
    readonly order_id: string | null;
    readonly sellers: readonly string[] | null;
  }>(
    `SELECT line.account, line_key, line.kind, presented_currency AS currency, abs(presented_minor)::text AS minor, line.occurred_at AS at,
            sale.order_id, (SELECT array_agg(DISTINCT each ->> 'sellerId') FROM jsonb_array_elements(sale.payload -> 'lines') AS each) AS sellers
     FROM settlement_line line LEFT JOIN sale ON sale.payment_reference = line.reference AND sale.kind = 'sale'
     WHERE line.file_id = $1 AND line.kind IN ('chargeback', 'chargebackReversal') AND presented_minor <> 0 ORDER BY line.line`,
    [fileId],
  );
  return rows.map((row) => ({
    ...{ account: row.account, key: row.line_key, isWon: row.kind === 'chargebackReversal', at: instantOf(row.at) },
    amount: moneyOf(row.minor, row.currency),
    orderId: row.order_id ?? undefined,
    sellerId: row.sellers?.length === 1 ? row.sellers[0] : undefined,
  }));
}

async function payoutsIn(tx: Tx, fileId: string): Promise<PayoutBooked[]> {
  const rows = await tx.query<{
    readonly account: string;
    readonly entry_key: string;
    readonly provider_account: string;
    readonly currency: string;
    readonly amount_minor: string;
    readonly at: Date;
  }>(
    `SELECT account, entry_key, provider_account, currency, amount_minor, booked_on::timestamp AT TIME ZONE 'UTC' AS at
     FROM bank_entry WHERE file_id = $1 AND payout IS NOT NULL AND amount_minor <> 0 ORDER BY line`,
    [fileId],
  );
  return rows.map((row) => ({
    ...{ bankAccount: row.account, key: row.entry_key, account: row.provider_account, at: instantOf(row.at) },
    amount: moneyOf(row.amount_minor, row.currency),
  }));
}

function movedOf({ account, payout, currency, minor, at }: MovedRow): MovedBy {
  return { account, payout: payout ?? undefined, amount: moneyOf(minor, currency), at: instantOf(at) };
}

function moneyOf(minor: string, currency: string): Money {
  return Money.ofMinor(BigInt(minor), mustBeCurrency(currency));
}

function instantOf(date: Date) {
  return instantOfEpochMs(date.getTime());
}
