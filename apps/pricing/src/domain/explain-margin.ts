import type { Instant, Money, RoundingMode } from '@reprise/kernel';
import { rowAt } from './effective-rates.js';
import type { EuVatTable } from './eu-vat-table.js';
import { placeOf } from './eu-vat-table.js';
import { marginVat } from './margin-vat.js';
import type { Jurisdiction, QuoteRequestLine } from './quote.js';
import type { MarginRefusal, Purchase } from './refuse-margin.js';
import { refuseMargin } from './refuse-margin.js';

export interface CostedUnit extends Purchase {
  readonly unitId: string;
  readonly cost: Money;
}

/** What one unit would bear if it were the one that is sent, delivery left out. */
export interface MarginOfUnit {
  readonly unitId: string;
  readonly cost: Money;
  /** Absent where art. 314 keeps the unit out, or its cost is in another currency than the price: nothing is converted. */
  readonly result?: { readonly margin: Money; readonly tax: Money; readonly netMargin: Money };
  readonly refusal?: MarginRefusal;
}

export interface ExplainedMargin {
  readonly jurisdiction: Jurisdiction;
  readonly ratePpm: number;
  readonly units: readonly MarginOfUnit[];
}

/** The VAT on the margin of every unit at a price (art. 315), at the rate of the place the goods leave; undefined where it has none then. */
export function explainMargin(
  table: EuVatTable,
  { shipsFrom, shipsFromPostalCode: postalCode }: Pick<QuoteRequestLine, 'shipsFrom' | 'shipsFromPostalCode'>,
  price: Money,
  units: readonly CostedUnit[],
  mode: RoundingMode,
  at: Instant,
): ExplainedMargin | undefined {
  const origin = placeOf(table, shipsFrom, { postalCode });
  const rate = origin && rowAt(origin.rates, at);
  if (origin === undefined || rate === undefined) return undefined;
  return {
    jurisdiction: origin.jurisdiction,
    ratePpm: rate.ratePpm,
    units: units.map((unit): MarginOfUnit => {
      const { unitId, cost } = unit;
      const refusal = refuseMargin(table, unit);
      if (refusal !== undefined) return { unitId, cost, refusal };
      if (cost.currency !== price.currency) return { unitId, cost };
      const { margin, tax } = marginVat([price], [cost], rate.ratePpm, mode);
      return { unitId, cost, result: { margin, tax, netMargin: margin.minus(tax) } };
    }),
  };
}
