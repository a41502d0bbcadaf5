import { exponentOf, currencyOf, toIso } from '@reprise/kernel';
import type { Instant } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import type { ProviderAccount, SettlementAccounts } from '../../domain/settlement/settlement-account.js';

/**
 * The comparison as SQL: whole sides at once, so that a million movements cost a few passes and not a million look-ups. Each statement adds the
 * breaks of one pair of sides to `reconciliation_break`; what agrees leaves no row. Parameters: $1 run, $2 as-of, $3 the accounts as JSON.
 */
export async function compareSides(
  tx: Tx,
  of: { readonly runId: string; readonly asOf: Instant; readonly accounts: SettlementAccounts },
): Promise<void> {
  const params = [of.runId, toIso(of.asOf), JSON.stringify(of.accounts.providers.map(accountJson))];
  const [, asOf, accounts] = params;
  for (const sql of [buyers, lines, chargebacks]) await tx.query(insertBreaks(sql), params);
  await tx.query(carriedPayouts, [asOf, accounts]);
  await tx.query(insertBreaks(payouts), [of.runId]);
  await tx.query(insertBreaks(bank), [of.runId, asOf]);
}

function accountJson({ id, regions, settlesWithinDays, fees }: ProviderAccount) {
  return {
    ...{ account: id, regions, within_days: settlesWithinDays },
    fees: fees.map(({ validFrom, ratePpm, fixedMinor }) => ({
      ...{ valid_from: validFrom, rate_ppm: ratePpm, fixed_minor: Number(fixedMinor) },
    })),
  };
}

const provider = `
  provider AS (
    SELECT * FROM jsonb_to_recordset($3) AS each (account text, regions jsonb, within_days int, fees jsonb)
  )`;

/** Every pair of sides selects these, named alike. */
function insertBreaks(sides: string): string {
  return `
    INSERT INTO reconciliation_break
      (run_id, break_key, type, side, account, reference, order_id, market, currency, expected_minor, actual_minor, occurred_at, reason)
    ${sides}`;
}

/** The same difference has the same name in every run that finds it; one that grew is another. */
const breakKey = `concat_ws(':', side, type, account, reference, expected_minor, actual_minor)`;
const columns = `$1::uuid, ${breakKey}, type, side, account, reference, order_id, market, currency, expected_minor, actual_minor, occurred_at`;

/**
 * What checkout said against what providers report, by the word both know the movement by. Where one charge is settled in several lines
 * (`settlement_split`), they are added up first. Amounts are the buyer's, in the buyer's currency.
 */
const buyers = `
  WITH ${provider},
  region AS (SELECT region, max(within_days) AS within_days FROM provider, jsonb_array_elements_text(regions) AS region GROUP BY region),
  movement AS (
    SELECT CASE sale.kind WHEN 'sale' THEN 'charge' ELSE 'refund' END AS side, payment_reference AS reference, order_id, market, currency,
           CASE sale.kind WHEN 'sale' THEN gross_minor ELSE -gross_minor END AS minor, occurred_at,
           occurred_at + make_interval(days => within_days) AS due_at
    FROM sale JOIN region USING (region) WHERE occurred_at < $2
  ),
  line AS (
    SELECT kind, coalesce(reference, 'line ' || line_key) AS reference, line.account, presented_minor, presented_currency, occurred_at
    FROM settlement_line line JOIN provider USING (account) WHERE kind IN ('charge', 'refund') AND occurred_at < $2
  ),
  reported AS (
    SELECT kind AS side, reference, account, 1 AS lines, presented_minor AS minor, presented_currency AS currency,
           presented_currency AS other_currency, presented_minor AS least, presented_minor AS most, occurred_at
    FROM line WHERE NOT EXISTS (SELECT FROM settlement_split split WHERE split.kind = line.kind AND split.reference = line.reference)
    UNION ALL
    SELECT kind, reference, min(account), count(*)::int, sum(presented_minor)::bigint, min(presented_currency), max(presented_currency),
           min(presented_minor), max(presented_minor), min(occurred_at)
    FROM line JOIN settlement_split USING (kind, reference) GROUP BY kind, reference
  ),
  compared AS (
    SELECT side, reference, reported.account, movement.order_id, movement.market,
           coalesce(movement.currency, reported.currency) AS currency, movement.minor AS expected_minor, reported.minor AS actual_minor,
           coalesce(movement.occurred_at, reported.occurred_at) AS occurred_at, reported.lines, reported.currency AS reported_in,
           CASE WHEN movement.minor IS NULL THEN 'missing_internal'
                WHEN reported.minor IS NULL AND movement.due_at > $2 THEN 'timing'
                WHEN reported.minor IS NULL THEN 'missing_external'
                WHEN reported.currency <> movement.currency OR reported.other_currency <> movement.currency THEN 'currency'
                WHEN reported.minor = movement.minor THEN NULL
                WHEN reported.lines > 1 AND reported.least = movement.minor AND reported.most = movement.minor THEN 'duplicate'
                ELSE 'amount' END AS type
    FROM movement FULL JOIN reported USING (side, reference)
  )
  SELECT ${columns},
    CASE type WHEN 'missing_internal' THEN 'A provider reports it, and checkout never said it.'
              WHEN 'timing' THEN 'No provider has reported it yet.'
              WHEN 'missing_external' THEN 'No provider has reported it in the time it has.'
              WHEN 'currency' THEN format('Checkout said %s, and the provider reports %s.', currency, reported_in)
              WHEN 'duplicate' THEN format('It is reported %s times, each time in full.', lines)
              ELSE format('Lines that report it: %s. Their sum differs.', lines) END
  FROM compared WHERE type IS NOT NULL`;

/** Currencies without two decimals, so that a rate between two of them is one between their minor units. */
const exponents = ['BHD', 'CLP', 'ISK', 'JOD', 'JPY', 'KRW', 'KWD', 'OMR', 'TND', 'UGX', 'VND', 'XAF', 'XOF', 'XPF']
  .map((code) => currencyOf(code))
  .flatMap((currency) => (currency === undefined ? [] : [`WHEN '${currency}' THEN ${exponentOf(currency)}`]))
  .join(' ');
const exponent = (column: string): string => `(CASE ${column} ${exponents} ELSE 2 END)`;

/** Each line against the agreement: what the provider kept, and the rate it says it exchanged at. One minor unit is rounding. */
const lines = `
  WITH ${provider},
  term AS MATERIALIZED (
    SELECT account, rate_ppm, fixed_minor, valid_from::timestamp AT TIME ZONE 'UTC' AS from_at,
           coalesce(lead(valid_from) OVER (PARTITION BY account ORDER BY valid_from)::timestamp AT TIME ZONE 'UTC', 'infinity') AS to_at
    FROM provider, jsonb_to_recordset(fees) AS term (valid_from date, rate_ppm int, fixed_minor bigint)
  ),
  judged AS (
    SELECT kind AS side, line.account, coalesce(reference, line_key) AS reference, line.currency, line.occurred_at, line.rate, presented_currency,
           CASE WHEN kind = 'charge' THEN round(gross_minor * rate_ppm / 1000000.0)::bigint + fixed_minor END AS agreed_fee, fee_minor,
           CASE WHEN rate IS NOT NULL THEN
             round(presented_minor * line.rate * 10::numeric ^ (${exponent('line.currency')} - ${exponent('presented_currency')}))::bigint
           END AS exchanged_gross, gross_minor
    FROM settlement_line line JOIN provider USING (account)
    LEFT JOIN term ON term.account = line.account AND line.occurred_at >= from_at AND line.occurred_at < to_at
    WHERE kind IN ('charge', 'refund') AND occurred_at < $2
  ),
  broken AS (
    SELECT judged.*, found.* FROM judged, LATERAL (
      VALUES ('fee', agreed_fee, fee_minor, agreed_fee <> fee_minor),
             ('fx', exchanged_gross, gross_minor, abs(exchanged_gross - gross_minor) > 1)
    ) AS found (type, expected_minor, actual_minor, is_off)
    WHERE (agreed_fee <> fee_minor OR abs(exchanged_gross - gross_minor) > 1) AND is_off
  ),
  told AS (
    SELECT broken.*, movement.order_id, movement.market FROM broken LEFT JOIN LATERAL (
      SELECT order_id, market FROM sale WHERE payment_reference = broken.reference LIMIT 1
    ) movement ON true
  )
  SELECT ${columns},
    CASE type WHEN 'fee' THEN 'The provider kept another fee than was agreed.'
              ELSE format('The stated rate %s from %s gives another amount.', rate, presented_currency) END
  FROM told`;

/** A dispute takes back a payment we know, and never more of it than there is. */
const chargebacks = `
  WITH ${provider},
  disputed AS (
    SELECT coalesce(reference, 'line ' || line_key) AS reference, min(line.account) AS account, sum(presented_minor)::bigint AS actual_minor,
           min(presented_currency) AS currency, min(occurred_at) AS occurred_at
    FROM settlement_line line JOIN provider USING (account)
    WHERE kind IN ('chargeback', 'chargebackReversal') AND occurred_at < $2 GROUP BY coalesce(reference, 'line ' || line_key)
  ),
  compared AS (
    SELECT 'chargeback' AS side, disputed.reference, disputed.account, movement.order_id, movement.market, disputed.currency,
           -movement.gross_minor AS expected_minor, disputed.actual_minor, disputed.occurred_at,
           CASE WHEN movement.order_id IS NULL THEN 'missing_internal' WHEN movement.currency <> disputed.currency THEN 'currency'
                WHEN -disputed.actual_minor > movement.gross_minor OR disputed.actual_minor > 0 THEN 'amount' END AS type
    FROM disputed LEFT JOIN sale movement ON movement.payment_reference = disputed.reference AND movement.kind = 'sale'
  )
  SELECT ${columns},
    CASE type WHEN 'missing_internal' THEN 'A payment is disputed that checkout never spoke of.'
              WHEN 'currency' THEN 'It is disputed in another currency than it was paid in.'
              ELSE 'More is disputed, or given back, than was paid.' END
  FROM compared WHERE type IS NOT NULL`;

/** What each payout carried and what it is: the row of the payout itself where the report has one, else the sum of what it carried. */
const carriedPayouts = `
  CREATE TEMPORARY TABLE carried ON COMMIT DROP AS
    WITH provider AS (SELECT * FROM jsonb_to_recordset($2) AS each (account text, within_days int))
    SELECT line.account, payout AS reference, within_days, min(currency) AS currency, max(currency) AS other_currency, max(occurred_at) AS occurred_at,
           count(*) FILTER (WHERE kind NOT IN ('payout', 'payoutReversal'))::int AS lines,
           coalesce(sum(net_minor) FILTER (WHERE kind NOT IN ('payout', 'payoutReversal')), 0)::bigint AS lines_minor,
           -(sum(net_minor) FILTER (WHERE kind IN ('payout', 'payoutReversal')))::bigint AS paid_minor
    FROM settlement_line line JOIN provider USING (account)
    WHERE payout IS NOT NULL AND occurred_at < $1 GROUP BY line.account, payout, within_days`;

const payouts = `
  WITH compared AS (
    SELECT 'payout' AS side, reference, account, NULL::uuid AS order_id, NULL::text AS market, currency, lines_minor AS expected_minor,
           coalesce(paid_minor, lines_minor) AS actual_minor, occurred_at, lines,
           CASE WHEN currency <> other_currency THEN 'currency' WHEN lines > 0 AND paid_minor <> lines_minor THEN 'amount' END AS type
    FROM carried
  )
  SELECT ${columns},
    CASE type WHEN 'currency' THEN 'It carries more than one currency.' ELSE format('Lines that it carried: %s. Their sum differs.', lines) END
  FROM compared WHERE type IS NOT NULL`;

const bank = `
  WITH paid AS (
    SELECT account, reference, currency, coalesce(paid_minor, lines_minor) AS minor, occurred_at,
           occurred_at + make_interval(days => within_days) AS due_at
    FROM carried WHERE coalesce(paid_minor, lines_minor) <> 0
  ),
  booked AS (
    SELECT provider_account AS account, payout AS reference, count(*)::int AS entries, sum(amount_minor)::bigint AS minor, min(currency) AS currency,
           max(currency) AS other_currency, min(amount_minor) AS least, max(amount_minor) AS most, min(booked_on)::timestamptz AS occurred_at
    FROM bank_entry WHERE payout IS NOT NULL AND booked_on <= $2::timestamptz::date GROUP BY provider_account, payout
  ),
  compared AS (
    SELECT 'bank' AS side, reference, account, NULL::uuid AS order_id, NULL::text AS market, coalesce(paid.currency, booked.currency) AS currency,
           paid.minor AS expected_minor, booked.minor AS actual_minor, coalesce(paid.occurred_at, booked.occurred_at) AS occurred_at, entries,
           CASE WHEN paid.minor IS NULL THEN 'missing_internal'
                WHEN booked.minor IS NULL AND paid.due_at > $2 THEN 'timing'
                WHEN booked.minor IS NULL THEN 'missing_external'
                WHEN booked.currency <> paid.currency OR booked.other_currency <> paid.currency THEN 'currency'
                WHEN booked.minor = paid.minor THEN NULL
                WHEN entries > 1 AND least = paid.minor AND most = paid.minor THEN 'duplicate'
                ELSE 'amount' END AS type
    FROM paid FULL JOIN booked USING (account, reference)
  )
  SELECT ${columns},
    CASE type WHEN 'missing_internal' THEN 'The bank booked a payout that no report speaks of.'
              WHEN 'timing' THEN 'The bank has not booked it yet.'
              WHEN 'missing_external' THEN 'The bank has not booked it in the time it has.'
              WHEN 'currency' THEN 'The bank booked it in another currency.'
              WHEN 'duplicate' THEN format('The bank booked it %s times.', entries)
              ELSE 'The bank booked another amount.' END
  FROM compared WHERE type IS NOT NULL`;
