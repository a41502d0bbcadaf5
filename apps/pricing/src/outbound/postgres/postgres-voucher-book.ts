import { canonicalJson, instantOfEpochMs, Money, mustBeCurrency } from '@reprise/kernel';
import type { Database, Tx } from '@reprise/platform/persistence';
import type { StoredVoucher, VoucherBook } from '../../application/ports.js';
import type { Voucher } from '../../domain/voucher.js';

interface VoucherRow {
  readonly code: string;
  readonly version: number;
  readonly market: string;
  readonly currency: string;
  readonly amount_minor: string | null;
  readonly percent_ppm: number | null;
  readonly valid_from: Date;
  readonly valid_until: Date | null;
  readonly min_basket_minor: string | null;
  readonly once_only: boolean;
  readonly seller_id: string | null;
}

/** Vouchers in PostgreSQL: append-only, the highest version of a code holds. */
export class PostgresVoucherBook implements VoucherBook {
  constructor(private readonly database: Database) {}

  async find(code: string): Promise<Voucher | undefined> {
    return (await this.newest(code))?.voucher;
  }

  newest(code: string): Promise<StoredVoucher | undefined> {
    return newestOf(this.database, code.toUpperCase());
  }

  store(voucher: Voucher, currency: string, storedBy: string): Promise<{ version: number; changed: boolean }> {
    return this.database.inTransaction(async (tx) => {
      // Two operators who state one code at once take turns; a row that is not there yet cannot be locked.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [voucher.code]);
      const newest = await newestOf(tx, voucher.code);
      if (newest !== undefined && wordsOf(newest.voucher) === wordsOf(voucher))
        return { version: newest.version, changed: false };
      const version = (newest?.version ?? 0) + 1;
      const { off } = voucher;
      await tx.query(
        `INSERT INTO voucher (code, version, market, currency, amount_minor, percent_ppm, valid_from, valid_until,
           min_basket_minor, once_only, seller_id, stored_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          voucher.code,
          version,
          voucher.market,
          currency,
          off.kind === 'amount' ? off.amount.minor : null,
          off.kind === 'percent' ? off.ppm : null,
          new Date(voucher.validFrom),
          voucher.validUntil === undefined ? null : new Date(voucher.validUntil),
          voucher.minBasket?.minor ?? null,
          voucher.onceOnly,
          voucher.borneBy === 'SELLER' ? voucher.sellerId : null,
          storedBy,
        ],
      );
      return { version, changed: true };
    });
  }
}

async function newestOf(from: Pick<Tx, 'query'>, code: string): Promise<StoredVoucher | undefined> {
  const [row] = await from.query<VoucherRow>('SELECT * FROM voucher WHERE code = $1 ORDER BY version DESC LIMIT 1', [
    code,
  ]);
  return row && { voucher: voucherOf(row), version: row.version };
}

function voucherOf(row: VoucherRow): Voucher {
  const money = (minor: string): Money => Money.ofMinor(BigInt(minor), mustBeCurrency(row.currency));
  return {
    ...(row.seller_id === null
      ? { borneBy: 'MARKETPLACE' as const }
      : { borneBy: 'SELLER' as const, sellerId: row.seller_id }),
    code: row.code,
    market: row.market,
    off:
      row.amount_minor === null
        ? { kind: 'percent', ppm: row.percent_ppm ?? 0 }
        : { kind: 'amount', amount: money(row.amount_minor) },
    validFrom: instantOfEpochMs(row.valid_from.getTime()),
    ...(row.valid_until === null ? {} : { validUntil: instantOfEpochMs(row.valid_until.getTime()) }),
    ...(row.min_basket_minor === null ? {} : { minBasket: money(row.min_basket_minor) }),
    onceOnly: row.once_only,
  };
}

function wordsOf(voucher: Voucher): string {
  return canonicalJson(JSON.parse(JSON.stringify(voucher)));
}
