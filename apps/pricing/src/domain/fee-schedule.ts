import type { Currency } from '@reprise/kernel';
import { Money, mustBeCurrency } from '@reprise/kernel';
import type { DatedRow, InForce } from './effective-rates.js';
import { compileRows } from './effective-rates.js';

type FeeRuleSource =
  | {
      readonly kind: 'screenBands';
      readonly bands: readonly {
        readonly over?: number | undefined;
        readonly from?: number | undefined;
        readonly under?: number | undefined;
        readonly amount: string;
      }[];
      readonly assumeInches: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'percentage'; readonly ratePpm: number; readonly maxAmount?: string | undefined }
  | { readonly kind: 'perOrder'; readonly amount: string; readonly minTaxable?: string | undefined }
  | {
      readonly kind: 'storageBands';
      readonly byCategory: Readonly<
        Record<string, readonly { readonly upToMb?: number | undefined; readonly amount: string }[]>
      >;
      readonly assumeMb: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: 'productCodes';
      readonly producerOrganisation: string;
      readonly byCategory: Readonly<Record<string, { readonly productCode: string; readonly amount: string }>>;
    };

/** A statutory fee; the contracts' `FeeTable` has this shape. */
export interface FeeTableSource {
  readonly id: string;
  readonly version: string;
  readonly name: Readonly<Record<string, string>>;
  readonly jurisdiction: { readonly country: string; readonly state?: string | undefined };
  readonly timeZone: string;
  readonly currency: string;
  readonly display: 'added' | 'included';
  readonly categories?: readonly string[] | undefined;
  readonly exceptShippedFrom?: readonly string[] | undefined;
  readonly disputed?:
    readonly { readonly id: string; readonly categories: readonly string[]; readonly charged: boolean }[] | undefined;
  readonly rows: readonly (DatedRow & { readonly rule: FeeRuleSource })[];
}

export type FeeRule =
  | {
      readonly kind: 'screenBands';
      /** A screen lies in the first band with `over < inches` and `from ≤ inches < under`. */
      readonly bands: readonly { over: number; from: number; under: number; minor: bigint }[];
      readonly assumeInches: ReadonlyMap<string, number>;
    }
  | { readonly kind: 'percentage'; readonly ratePpm: number; readonly maxMinor: bigint | undefined }
  | { readonly kind: 'perOrder'; readonly minor: bigint; readonly minTaxableMinor: bigint }
  | {
      readonly kind: 'storageBands';
      readonly byCategory: ReadonlyMap<string, readonly { upToMb: number; minor: bigint }[]>;
      readonly assumeMb: ReadonlyMap<string, number>;
    }
  | { readonly kind: 'productCodes'; readonly byCategory: ReadonlyMap<string, bigint> };

export interface FeeSchedule {
  readonly id: string;
  readonly reference: string;
  readonly name: Readonly<Record<string, string>>;
  readonly country: string;
  readonly state: string | undefined;
  readonly jurisdictionCode: string;
  readonly currency: Currency;
  readonly display: 'added' | 'included';
  readonly categories: ReadonlySet<string> | undefined;
  /** Categories the law may mean and that are not charged until counsel has said so. */
  readonly withheld: ReadonlySet<string>;
  readonly exceptShippedFrom: ReadonlySet<string>;
  readonly rows: readonly InForce<FeeRule>[];
}

export function compileFeeTable(source: FeeTableSource): FeeSchedule {
  const currency = mustBeCurrency(source.currency);
  const { country, state } = source.jurisdiction;
  return {
    id: source.id,
    reference: `${source.id}@${source.version}`,
    name: source.name,
    country,
    state,
    jurisdictionCode: state === undefined ? country : `${country}-${state}`,
    currency,
    display: source.display,
    categories: source.categories === undefined ? undefined : new Set(source.categories),
    withheld: new Set((source.disputed ?? []).flatMap(({ charged, categories }) => (charged ? [] : categories))),
    exceptShippedFrom: new Set(source.exceptShippedFrom),
    rows: compileRows(source.rows, source.timeZone, ({ rule }) => compileRule(rule, currency)),
  };
}

function compileRule(rule: FeeRuleSource, currency: Currency): FeeRule {
  const minor = (amount: string): bigint => Money.of(amount, currency).minor;
  switch (rule.kind) {
    case 'screenBands':
      return {
        kind: rule.kind,
        bands: rule.bands.map((band) => ({
          over: band.over ?? 0,
          from: band.from ?? 0,
          under: band.under ?? Infinity,
          minor: minor(band.amount),
        })),
        assumeInches: new Map(Object.entries(rule.assumeInches)),
      };
    case 'percentage':
      return {
        kind: rule.kind,
        ratePpm: rule.ratePpm,
        maxMinor: rule.maxAmount === undefined ? undefined : minor(rule.maxAmount),
      };
    case 'perOrder':
      return {
        kind: rule.kind,
        minor: minor(rule.amount),
        minTaxableMinor: rule.minTaxable === undefined ? 1n : minor(rule.minTaxable),
      };
    case 'storageBands':
      return {
        kind: rule.kind,
        byCategory: new Map(
          Object.entries(rule.byCategory).map(([category, bands]) => [
            category,
            bands.map((band) => ({ upToMb: band.upToMb ?? Infinity, minor: minor(band.amount) })),
          ]),
        ),
        assumeMb: new Map(Object.entries(rule.assumeMb)),
      };
    case 'productCodes':
      return {
        kind: rule.kind,
        byCategory: new Map(Object.entries(rule.byCategory).map(([category, { amount }]) => [category, minor(amount)])),
      };
  }
}
