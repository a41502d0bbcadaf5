import { mustBeCurrency, mustBeLocalDay } from '@reprise/kernel';
import type { LocalDay } from '@reprise/kernel';
import { insertMany } from '@reprise/platform/persistence';
import type { Database } from '@reprise/platform/persistence';
import { FxRates } from '../../application/fx-ports.js';
import type { QuoteFor } from '../../application/fx-ports.js';
import type { FxRate, FxSourceName } from '../../domain/fx-rate.js';
import type { FxImportPlan } from '../../domain/plan-fx-import.js';
import { sayFxRates } from './say-fx-rates.js';

interface RateRow {
  readonly currency: string;
  /** As text: a driver's Date would put the day into a time zone. */
  readonly day: string;
  readonly version: number;
  readonly digits: string;
  readonly scale: number;
  readonly change_ppm: string | null;
  readonly jump: boolean;
}

const columns = 'currency, rate_date::text AS day, version, digits, scale, change_ppm, jump';

/** Rates a statement: a whole history is two hundred thousand. */
const chunkRows = 5_000;

/** Exchange rates in PostgreSQL: append-only, the highest version of a day holds. */
export class PostgresFxRates extends FxRates {
  constructor(private readonly database: Database) {
    super();
  }

  async add(
    file: Parameters<FxRates['add']>[0],
    plan: (known: readonly FxRate[]) => FxImportPlan,
  ): Promise<FxImportPlan> {
    const { source, first, last, storedBy, now } = file;
    return this.database.inTransaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4))', [source]);
      const known = await tx.query<RateRow>(
        `(SELECT DISTINCT ON (currency, rate_date) ${columns} FROM fx_rate
          WHERE source = $1 AND rate_date BETWEEN $2 AND $3 ORDER BY currency, rate_date, version DESC)
         UNION ALL
         (SELECT DISTINCT ON (currency) ${columns} FROM fx_rate
          WHERE source = $1 AND rate_date < $2 ORDER BY currency, rate_date DESC, version DESC)`,
        [source, first, last],
      );
      const planned = plan(known.map(rateOfRow));
      for (let from = 0; from < planned.stored.length; from += chunkRows)
        await insertMany(
          tx,
          'fx_rate',
          rateColumns,
          planned.stored.slice(from, from + chunkRows).map((rate) => ({
            source,
            currency: rate.currency,
            rate_date: rate.date,
            version: rate.version,
            digits: rate.quote.digits,
            scale: rate.quote.scale,
            change_ppm: rate.changePpm ?? null,
            jump: rate.jump,
            stored_by: storedBy,
            stored_at: new Date(now),
          })),
        );
      const unsaid = await tx.query<RateRow>(
        `WITH taken AS (DELETE FROM fx_rate_unsaid WHERE source = $1 RETURNING *)
         SELECT ${columns} FROM fx_rate JOIN taken USING (source, currency, rate_date, version)
         ORDER BY currency, rate_date, version`,
        [source],
      );
      await sayFxRates(tx, source, [...unsaid.map(rateOfRow), ...planned.stored]);
      return planned;
    });
  }

  async on(source: FxSourceName, date: LocalDay, which: QuoteFor): Promise<ReadonlyMap<string, FxRate>> {
    const [compare, order] = which === 'previous' ? ['<=', 'DESC'] : ['>=', 'ASC'];
    // One index look-up a currency, whatever the length of the history.
    const rows = await this.database.query<RateRow>(
      `WITH RECURSIVE quoted AS (
         (SELECT currency FROM fx_rate WHERE source = $1 ORDER BY currency LIMIT 1)
         UNION ALL
         SELECT (SELECT currency FROM fx_rate WHERE source = $1 AND currency > quoted.currency ORDER BY currency LIMIT 1)
         FROM quoted WHERE quoted.currency IS NOT NULL
       )
       SELECT rate.* FROM quoted CROSS JOIN LATERAL (
         SELECT ${columns} FROM fx_rate r WHERE r.source = $1 AND r.currency = quoted.currency AND r.rate_date ${compare} $2
         ORDER BY r.rate_date ${order}, r.version DESC LIMIT 1
       ) rate ORDER BY rate.currency`,
      [source, date],
    );
    return new Map(rows.map((row) => [row.currency, rateOfRow(row)]));
  }

  async jumps(source: FxSourceName, date: LocalDay, limit: number): Promise<FxRate[]> {
    const rows = await this.database.query<RateRow>(
      `SELECT ${columns} FROM fx_rate r WHERE source = $1 AND jump AND rate_date <= $2
         AND version = (SELECT max(version) FROM fx_rate n WHERE n.source = r.source AND n.currency = r.currency AND n.rate_date = r.rate_date)
       ORDER BY rate_date DESC, currency LIMIT $3`,
      [source, date, limit],
    );
    return rows.map(rateOfRow);
  }
}

const rateColumns = {
  source: 'text',
  currency: 'text',
  rate_date: 'date',
  version: 'integer',
  digits: 'bigint',
  scale: 'smallint',
  change_ppm: 'bigint',
  jump: 'boolean',
  stored_by: 'text',
  stored_at: 'timestamptz',
} as const;

function rateOfRow(row: RateRow): FxRate {
  return {
    date: mustBeLocalDay(row.day),
    currency: mustBeCurrency(row.currency),
    quote: { digits: BigInt(row.digits), scale: row.scale },
    version: row.version,
    changePpm: row.change_ppm === null ? undefined : Number(row.change_ppm),
    jump: row.jump,
  };
}
