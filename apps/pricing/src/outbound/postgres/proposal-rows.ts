import { instantOfEpochMs, Money, mustBeCurrency, mustBeLocalDay } from '@reprise/kernel';
import type { Currency } from '@reprise/kernel';
import { insertMany, unnestRows } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { RowFilter } from '../../application/proposal-ports.js';
import { fxQuoteText, parseFxQuote } from '../../domain/fx-rate.js';
import type { FxRate, FxSourceName } from '../../domain/fx-rate.js';
import type { PriceProposalSet, ProposalAct, ProposalRow } from '../../domain/price-proposal.js';

interface SetRow {
  readonly proposal_id: string;
  readonly number: string;
  readonly version: number;
  readonly status: PriceProposalSet['status'];
  readonly from_market: string;
  readonly to_market: string;
  readonly currency: string;
  readonly day: string;
  readonly source: FxSourceName;
  readonly rates: readonly RateJson[];
  readonly margin_ppm: number;
  readonly outlier_ppm: number;
  readonly begun: ActJson;
  readonly decision: ActJson | null;
  readonly built_to: string | null;
}

type RateJson = Pick<FxRate, 'version' | 'jump'> & {
  readonly date: string;
  readonly currency: string;
  readonly rate: string;
  readonly changePpm: number | null;
};
type ActJson = Omit<ProposalAct, 'at'> & { readonly at: number };

/** As text: a driver's Date would put the day into a time zone. */
export const setColumns = `proposal_id, number, version, status, from_market, to_market, currency, rate_date::text AS day, source, rates,
  margin_ppm, outlier_ppm, begun, decision, built_to`;

/** Reads sets; `more` is what follows the table. */
export async function readSets(
  tx: Pick<Tx, 'query'>,
  more: string,
  params: readonly unknown[],
): Promise<{ readonly number: string; readonly set: PriceProposalSet }[]> {
  const rows = await tx.query<SetRow>(`SELECT ${setColumns} FROM price_proposal ${more}`, params);
  return rows.map((row) => ({ number: row.number, set: setOfRow(row) }));
}

/** Stores a set unless its id is taken. */
export async function insertSet(tx: Tx, set: PriceProposalSet): Promise<boolean> {
  const stored = await tx.query(
    `INSERT INTO price_proposal (proposal_id, version, status, from_market, to_market, currency, rate_date, source, rates,
       margin_ppm, outlier_ppm, begun)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING 1`,
    [
      ...[set.id, set.version, set.status, set.fromMarket, set.toMarket, set.currency, set.date, set.source],
      ...[JSON.stringify(set.rates.map(rateJson)), set.marginPpm, set.outlierPpm, JSON.stringify(set.begun)],
    ],
  );
  return stored.length === 1;
}

export async function updateSet(tx: Tx, set: PriceProposalSet): Promise<void> {
  const decision = set.decision === undefined ? null : JSON.stringify(set.decision);
  await tx.query(
    'UPDATE price_proposal SET version = $2, status = $3, decision = $4, built_to = $5 WHERE proposal_id = $1',
    [set.id, set.version, set.status, decision, set.builtTo ?? null],
  );
}

function setOfRow(row: SetRow): PriceProposalSet {
  return {
    id: row.proposal_id,
    version: row.version,
    status: row.status,
    fromMarket: row.from_market,
    toMarket: row.to_market,
    currency: mustBeCurrency(row.currency),
    date: mustBeLocalDay(row.day),
    source: row.source,
    rates: row.rates.map(rateOfJson),
    marginPpm: row.margin_ppm,
    outlierPpm: row.outlier_ppm,
    begun: actOf(row.begun),
    decision: row.decision === null ? undefined : actOf(row.decision),
    builtTo: row.built_to ?? undefined,
  };
}

function actOf({ at, ...act }: ActJson): ProposalAct {
  return { ...act, at: instantOfEpochMs(at) };
}

function rateJson({ date, currency, quote, version, changePpm, jump }: FxRate): RateJson {
  return { date, currency, rate: fxQuoteText(quote), version, changePpm: changePpm ?? null, jump };
}

function rateOfJson({ date, currency, rate, changePpm, ...stored }: RateJson): FxRate {
  const quote = parseFxQuote(rate);
  if (quote === undefined) throw new Error(`${rate} was stored as a quote`);
  return {
    ...stored,
    ...{ quote, date: mustBeLocalDay(date), currency: mustBeCurrency(currency) },
    changePpm: changePpm ?? undefined,
  };
}

interface RowRow {
  readonly offer_id: string;
  readonly seller_id: string;
  readonly sku: string;
  readonly variant_id: string;
  readonly grade: string;
  readonly from_currency: string;
  readonly from_minor: string;
  readonly converted_minor: string;
  readonly with_margin_minor: string;
  readonly proposed_minor: string;
  readonly min_minor: string | null;
  readonly max_minor: string | null;
  readonly price_minor: string;
  readonly reference_minor: string | null;
  readonly reference_of: 'target' | 'source' | null;
  readonly deviation_ppm: string | null;
  readonly unit_cost_minor: string | null;
  readonly outlier: boolean;
  readonly below_cost: boolean;
  readonly below_min: boolean;
  readonly blockers: ProposalRow['blockers'];
  readonly opted_out: boolean;
  readonly excluded: boolean;
  readonly edited: boolean;
  readonly outcome: ProposalRow['outcome'];
  readonly skipped: ProposalRow['skipped'] | null;
}

/** What a filter asks of a row. Each flag is of rows nobody has left out but where that is what is asked. */
export const conditionOf: { readonly [filter in RowFilter]: string } = {
  all: 'true',
  toApply: "outcome = 'pending' AND NOT excluded AND NOT opted_out AND NOT blocked",
  outlier: 'outlier',
  belowCost: 'below_cost',
  belowMin: 'below_min',
  blocked: 'blocked',
  optedOut: 'opted_out',
  excluded: 'excluded',
  edited: 'edited',
  applied: "outcome = 'applied'",
  skipped: "outcome = 'skipped'",
};

/** Reads rows of a set; `more` follows the table and begins with its conditions. */
export async function readProposalRows(
  tx: Pick<Tx, 'query'>,
  { currency }: PriceProposalSet,
  more: string,
  params: readonly unknown[],
): Promise<ProposalRow[]> {
  const rows = await tx.query<RowRow>(`SELECT * FROM price_proposal_row ${more}`, params);
  return rows.map((row) => rowOfRow(row, currency));
}

function rowOfRow(row: RowRow, currency: Currency): ProposalRow {
  const money = (minor: string): Money => Money.ofMinor(BigInt(minor), currency);
  const maybe = (minor: string | null): Money | undefined => (minor === null ? undefined : money(minor));
  return {
    ...{ offerId: row.offer_id, sellerId: row.seller_id, sku: row.sku, variantId: row.variant_id, grade: row.grade },
    from: Money.ofMinor(BigInt(row.from_minor), mustBeCurrency(row.from_currency)),
    steps: {
      converted: money(row.converted_minor),
      withMargin: money(row.with_margin_minor),
      minPrice: maybe(row.min_minor),
      maxPrice: maybe(row.max_minor),
      price: money(row.proposed_minor),
    },
    price: money(row.price_minor),
    reference:
      row.reference_minor === null || row.reference_of === null
        ? undefined
        : { price: money(row.reference_minor), of: row.reference_of },
    unitCost: maybe(row.unit_cost_minor),
    deviationPpm: row.deviation_ppm === null ? undefined : Number(row.deviation_ppm),
    ...{ outlier: row.outlier, belowCost: row.below_cost, belowMin: row.below_min, blockers: row.blockers },
    ...{ optedOut: row.opted_out, excluded: row.excluded, edited: row.edited, outcome: row.outcome },
    skipped: row.skipped ?? undefined,
  };
}

const judgedColumns = {
  offer_id: 'uuid',
  price_minor: 'bigint',
  deviation_ppm: 'bigint',
  outlier: 'boolean',
  below_cost: 'boolean',
  below_min: 'boolean',
  blockers: 'jsonb',
  excluded: 'boolean',
  edited: 'boolean',
} as const;

const rowColumns = {
  proposal_id: 'uuid',
  ...judgedColumns,
  seller_id: 'uuid',
  sku: 'text',
  variant_id: 'uuid',
  grade: 'text',
  from_currency: 'text',
  from_minor: 'bigint',
  converted_minor: 'bigint',
  with_margin_minor: 'bigint',
  proposed_minor: 'bigint',
  min_minor: 'bigint',
  max_minor: 'bigint',
  reference_minor: 'bigint',
  reference_of: 'text',
  unit_cost_minor: 'bigint',
  opted_out: 'boolean',
  outcome: 'text',
} as const;

export async function insertProposalRows(tx: Tx, proposalId: string, rows: readonly ProposalRow[]): Promise<void> {
  await insertMany(
    tx,
    'price_proposal_row',
    rowColumns,
    rows.map((row) => ({
      proposal_id: proposalId,
      ...judged(row),
      ...{ seller_id: row.sellerId, sku: row.sku, variant_id: row.variantId, grade: row.grade },
      from_currency: row.from.currency,
      from_minor: row.from.minor,
      converted_minor: row.steps.converted.minor,
      with_margin_minor: row.steps.withMargin.minor,
      proposed_minor: row.steps.price.minor,
      min_minor: row.steps.minPrice?.minor ?? null,
      max_minor: row.steps.maxPrice?.minor ?? null,
      reference_minor: row.reference?.price.minor ?? null,
      reference_of: row.reference?.of ?? null,
      unit_cost_minor: row.unitCost?.minor ?? null,
      ...{ opted_out: row.optedOut, outcome: row.outcome },
    })),
  );
}

/** Stores what a person made of rows. */
export async function updateProposalRows(tx: Tx, proposalId: string, rows: readonly ProposalRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { sql, params } = unnestRows(judgedColumns, rows.map(judged), 2);
  const assignments = Object.keys(judgedColumns)
    .filter((column) => column !== 'offer_id')
    .map((column) => `${column} = e.${column}`);
  await tx.query(
    `UPDATE price_proposal_row r SET ${assignments.join(', ')} FROM ${sql} AS e
     WHERE r.proposal_id = $1 AND r.offer_id = e.offer_id`,
    [proposalId, ...params],
  );
}

function judged(row: ProposalRow) {
  return {
    offer_id: row.offerId,
    price_minor: row.price.minor,
    deviation_ppm: row.deviationPpm ?? null,
    ...{ outlier: row.outlier, below_cost: row.belowCost, below_min: row.belowMin },
    blockers: [...row.blockers],
    ...{ excluded: row.excluded, edited: row.edited },
  };
}
