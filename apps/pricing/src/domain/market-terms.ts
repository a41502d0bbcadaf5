import type { Currency, PhraseRule, RoundingMode } from '@reprise/kernel';
import { Money, mustBeCurrency } from '@reprise/kernel';
import type { QualityGateTerms } from './quality-gate.js';
import type { VatScheme } from './quote.js';

/** Where rounding happens: each unit, each line, or once per rate on the document and then shared out to lines. */
export type RoundingPolicy = 'perUnit' | 'perLine' | 'perRatePerDocument';

/** The part of a market's definition that prices depend on; a `MarketDefinition` of the contracts has this shape. */
export interface MarketTermsSource {
  readonly code: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly taxInclusive: boolean;
  readonly countries: readonly string[];
  readonly shipsTo: readonly string[];
  readonly shipsFrom?: readonly string[] | undefined;
  readonly tax: {
    readonly regime: 'eu-vat' | 'us-sales-tax';
    readonly tables: readonly string[];
    readonly roundingPolicy: RoundingPolicy;
    readonly roundingMode: RoundingMode;
    readonly outsideTaxArea: 'block' | 'zeroRate';
    readonly exemptPrice: 'withoutTax' | 'unchanged';
    readonly vatIdProof?: 'checkDigits' | 'registry' | undefined;
    readonly vatSchemes: readonly VatScheme[];
  };
  readonly fees: readonly string[];
  readonly charm: CharmSource;
  readonly shipping: readonly {
    readonly id: string;
    readonly price: string;
    readonly freeFrom?: string | undefined;
    readonly countries: readonly string[];
  }[];
  readonly grades: readonly { readonly grade: string }[];
  readonly offerLimits: {
    readonly priceMin: string;
    readonly priceMax: string;
    readonly quantityMax: number;
    readonly warrantyMonthsMin: number;
  };
  readonly consumerLaw: {
    readonly priorPrice: { readonly windowDays: number; readonly progressiveReduction: boolean } | null;
  };
  readonly qualityGate?:
    (Omit<QualityGateTerms, 'failureRateMaxPpm'> & { readonly failureRateMax: string }) | undefined;
  readonly contentLint?: readonly PhraseRule[] | undefined;
  readonly sources?: Readonly<Record<string, { readonly title: string }>> | undefined;
}

export interface CharmSource {
  readonly step: string;
  readonly endings: readonly string[];
  readonly direction: 'up' | 'down' | 'nearest';
  readonly floor?: string | undefined;
}

/** A market as the engine reads it: amounts parsed, lists looked up by key. Compiled once a version, used for every quote. */
export interface MarketTerms {
  readonly code: string;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly taxInclusive: boolean;
  /** First of the market's countries: shown prices hold its tax. */
  readonly homeCountry: string;
  readonly shipsTo: ReadonlySet<string>;
  /** Countries goods may leave from; undefined for any. */
  readonly shipsFrom: ReadonlySet<string> | undefined;
  readonly tax: MarketTermsSource['tax'];
  readonly fees: readonly string[];
  readonly charm: CharmRule;
  /** In the market's order; the first that reaches a country is its default. */
  readonly shipping: readonly ShippingMethod[];
  readonly grades: ReadonlySet<string>;
  readonly priceMin: Money;
  readonly priceMax: Money;
  readonly quantityMax: number;
  readonly warrantyMonthsMin: number;
  readonly priorPrice: { readonly windowDays: number; readonly progressiveReduction: boolean } | null;
  /** Undefined where offers are not taken down for their quality. */
  readonly qualityGate: QualityGateTerms | undefined;
  /** What may not be said there. */
  readonly phraseRules: readonly PhraseRule[];
}

export interface ShippingMethod {
  readonly id: string;
  readonly price: Money;
  readonly freeFrom?: Money;
  readonly countries: ReadonlySet<string>;
}

/** In minor units of the market's currency. */
export interface CharmRule {
  readonly stepMinor: bigint;
  readonly endingsMinor: readonly bigint[];
  readonly direction: 'up' | 'down' | 'nearest';
  readonly floorMinor: bigint;
}

/** Reads a validated definition; an amount the currency cannot hold is a Bug, because the schema has refused it already. */
export function compileMarketTerms(source: MarketTermsSource): MarketTerms {
  const currency = mustBeCurrency(source.currency);
  const money = (amount: string): Money => Money.of(amount, currency);
  return {
    code: source.code,
    currency,
    timeZone: source.timeZone,
    taxInclusive: source.taxInclusive,
    homeCountry: source.countries[0] ?? '',
    shipsTo: new Set(source.shipsTo),
    shipsFrom: source.shipsFrom === undefined ? undefined : new Set(source.shipsFrom),
    tax: source.tax,
    fees: source.fees,
    charm: compileCharmRule(source.charm, currency),
    shipping: source.shipping.map((method) => ({
      id: method.id,
      price: money(method.price),
      ...(method.freeFrom === undefined ? {} : { freeFrom: money(method.freeFrom) }),
      countries: new Set(method.countries),
    })),
    grades: new Set(source.grades.map(({ grade }) => grade)),
    priceMin: money(source.offerLimits.priceMin),
    priceMax: money(source.offerLimits.priceMax),
    quantityMax: source.offerLimits.quantityMax,
    warrantyMonthsMin: source.offerLimits.warrantyMonthsMin,
    priorPrice: source.consumerLaw.priorPrice,
    qualityGate: source.qualityGate && compileQualityGate(source.qualityGate),
    phraseRules: (source.contentLint ?? []).map((rule) => ({
      ...rule,
      source: source.sources?.[rule.source]?.title ?? rule.source,
    })),
  };
}

function compileQualityGate(source: NonNullable<MarketTermsSource['qualityGate']>): QualityGateTerms {
  const { failureRateMax, ...terms } = source;
  return { ...terms, failureRateMaxPpm: Math.round(Number(failureRateMax) * 1_000_000) };
}

export function compileCharmRule(source: CharmSource, currency: Currency): CharmRule {
  const minor = (amount: string): bigint => Money.of(amount, currency).minor;
  return {
    stepMinor: minor(source.step),
    endingsMinor: source.endings.map(minor).sort((a, b) => (a < b ? -1 : 1)),
    direction: source.direction,
    floorMinor: source.floor === undefined ? 0n : minor(source.floor),
  };
}
