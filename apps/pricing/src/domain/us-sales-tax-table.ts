import type { PostalIndex } from '@reprise/kernel';
import { compilePostalIndex, prefixesOf } from '@reprise/kernel';
import type { DatedRow, InForce, Rate } from './effective-rates.js';
import { compileRates } from './effective-rates.js';
import type { Jurisdiction, TaxPrecision } from './quote.js';
import type { TaxHoliday, TaxHolidaySource } from './tax-holiday.js';
import { compileTaxHoliday } from './tax-holiday.js';

type RateSource = DatedRow & { readonly ratePpm: number };

/** State and local sales tax by destination; the contracts' `UsSalesTaxTable` has this shape. */
export interface UsSalesTaxTableSource {
  readonly id: string;
  readonly regime: 'us-sales-tax';
  readonly version: string;
  readonly country: string;
  readonly states: readonly {
    readonly state: string;
    readonly name: string;
    /** Missing in tables stored before rate files could be imported. */
    readonly fips?: string | undefined;
    readonly timeZone: string;
    readonly zips: readonly string[];
    readonly rates: readonly RateSource[];
    readonly rounding: 'perLine' | 'perDocument';
    readonly shippingTaxable: boolean;
  }[];
  readonly jurisdictions: readonly {
    readonly code: string;
    readonly name: string;
    readonly state: string;
    readonly county?: string | undefined;
    readonly city?: string | undefined;
    readonly rates: readonly RateSource[];
  }[];
  readonly areas: readonly {
    readonly state: string;
    readonly zips: readonly string[];
    readonly jurisdictions: readonly string[];
    readonly precision: 'zip5' | 'zip9' | 'rooftop';
  }[];
  readonly holidays?: readonly TaxHolidaySource[] | undefined;
}

export interface DatedJurisdiction {
  readonly jurisdiction: Jurisdiction;
  readonly rates: readonly InForce<Rate>[];
}

export interface TaxedState {
  readonly name: string;
  /** Two digits by which official rate files name the state. */
  readonly fips: string | undefined;
  readonly timeZone: string;
  readonly base: DatedJurisdiction;
  readonly rounding: 'perLine' | 'perDocument';
  readonly shippingTaxable: boolean;
  readonly holidays: readonly TaxHoliday[];
  /** Local jurisdictions of a postal code, on top of the state; undefined where none were entered. */
  readonly areaOf: PostalIndex<{ readonly local: readonly DatedJurisdiction[]; readonly precision: TaxPrecision }>;
}

export interface UsSalesTaxTable {
  readonly regime: 'us-sales-tax';
  readonly reference: string;
  readonly country: string;
  readonly states: ReadonlyMap<string, TaxedState>;
  /** States a postal code may lie in: one, or two where a zone crosses the line. */
  readonly statesOfZip: PostalIndex<readonly string[]>;
}

export function compileUsSalesTaxTable(source: UsSalesTaxTableSource): UsSalesTaxTable {
  const zoneOf = new Map(source.states.map((row) => [row.state, row.timeZone]));
  const local = new Map(
    source.jurisdictions.map((row) => [
      row.code,
      {
        jurisdiction: {
          country: source.country,
          state: row.state,
          ...(row.county === undefined ? {} : { county: row.county }),
          ...(row.city === undefined ? {} : { city: row.city }),
          code: row.code,
          name: row.name,
        },
        rates: compileRates(row.rates, zoneOf.get(row.state) ?? 'UTC'),
      },
    ]),
  );
  const states = source.states.map((row): [string, TaxedState] => [
    row.state,
    {
      name: row.name,
      fips: row.fips,
      timeZone: row.timeZone,
      base: {
        jurisdiction: {
          country: source.country,
          state: row.state,
          code: `${source.country}-${row.state}`,
          name: row.name,
        },
        rates: compileRates(row.rates, row.timeZone),
      },
      rounding: row.rounding,
      shippingTaxable: row.shippingTaxable,
      holidays: (source.holidays ?? [])
        .filter((holiday) => holiday.state === row.state)
        .map((holiday) => compileTaxHoliday(holiday, row.timeZone)),
      areaOf: compilePostalIndex(
        source.areas
          .filter((area) => area.state === row.state)
          .map((area) => ({
            patterns: area.zips,
            value: {
              local: area.jurisdictions.flatMap((code) => local.get(code) ?? []),
              precision: area.precision,
            },
          })),
      ),
    },
  ]);
  return {
    regime: 'us-sales-tax',
    reference: `${source.id}@${source.version}`,
    country: source.country,
    states: new Map(states),
    statesOfZip: compileStatesOfZip(source),
  };
}

/** A zone that crosses a state line is in the lists of both states, so lists are merged prefix by prefix. */
function compileStatesOfZip(source: UsSalesTaxTableSource): PostalIndex<readonly string[]> {
  const statesByPrefix = new Map<string, string[]>();
  for (const { state, zips } of source.states)
    for (const prefix of zips.flatMap(prefixesOf))
      statesByPrefix.set(prefix, [...(statesByPrefix.get(prefix) ?? []), state]);
  return compilePostalIndex([...statesByPrefix].map(([prefix, value]) => ({ patterns: [`${prefix}*`], value })));
}
