import type { Instant } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import type { LocalRateBook } from '../../application/tax-rate-files.js';
import type { LocalRate, LocalTaxArea, LocalTaxKey } from '../../domain/local-tax-area.js';
import type { RateFileFormat } from '../../domain/rate-file.js';

interface AreaRow {
  readonly format: RateFileFormat;
  readonly period: string;
  readonly version: number;
  readonly effective_from: string;
  readonly fine: boolean;
  /** Rates, or null where the area names only who taxes there and the rate file has nothing for the day. */
  readonly rates: readonly LocalRate[] | null;
}

/**
 * Local rates as imported files have them: one statement an address. A ZIP+4 range beats its ZIP code, a file of the state itself beats one of
 * a publisher, a newer period an older one; only versions that held at the moment asked for are read, so an old sale can be worked out again.
 */
export class PostgresLocalRates implements LocalRateBook {
  constructor(private readonly database: Database) {}

  async find({ country, state, zip5, plus4, day }: LocalTaxKey, at: Instant): Promise<LocalTaxArea | undefined> {
    const [row] = await this.database.query<AreaRow>(select, [
      country,
      state,
      zip5,
      plus4 === undefined ? null : Number(plus4),
      day,
      new Date(at),
    ]);
    if (row === undefined || row.rates === null) return undefined;
    return {
      reference: `${row.format}/${country}-${state}/${row.period}@${row.version}`,
      precision: row.fine ? 'zip9' : 'zip5',
      statedFrom: row.effective_from,
      rates: [...row.rates].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)),
    };
  }
}

const levels: readonly LocalRate['level'][] = ['state', 'county', 'city', 'special'];

const held = (alias: string): string => `
  ${alias}.country = $1 AND ${alias}.state = $2 AND ${alias}.effective_from <= $5::date
  AND ${alias}.activated_at <= $6 AND (${alias}.superseded_at IS NULL OR ${alias}.superseded_at > $6)`;

const select = `
  WITH area AS (
    SELECT i.format, i.period, i.version, i.effective_from::text, a.plus4_from IS NOT NULL AS fine, a.taxed_by
    FROM tax_rate_import i JOIN tax_area a USING (import_id)
    WHERE ${held('i')} AND i.format IN ('avalara-zip5', 'sst-boundaries')
      AND a.zip5 = $3 AND a.valid_from <= $5::date AND a.valid_to >= $5::date
      AND (a.plus4_from IS NULL OR $4::int BETWEEN a.plus4_from AND a.plus4_to)
    ORDER BY fine DESC, i.format = 'sst-boundaries' DESC, i.effective_from DESC LIMIT 1
  ), rate_file AS (
    SELECT i.import_id FROM tax_rate_import i WHERE ${held('i')} AND i.format = 'sst-rates'
    ORDER BY i.effective_from DESC LIMIT 1
  )
  SELECT format, period, version, effective_from, fine,
    CASE WHEN format = 'avalara-zip5' THEN taxed_by ELSE (
      SELECT jsonb_agg(rate) FROM (
        SELECT DISTINCT ON (r.jurisdiction) r.rate FROM rate_file JOIN tax_jurisdiction_rate r USING (import_id)
        WHERE r.jurisdiction IN (SELECT jsonb_array_elements_text(area.taxed_by))
          AND r.valid_from <= $5::date AND r.valid_to >= $5::date
        ORDER BY r.jurisdiction, r.valid_from DESC
      ) one_each
    ) END AS rates
  FROM area`;
