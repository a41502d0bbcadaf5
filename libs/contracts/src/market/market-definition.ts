import { explainForbidden, findForbidden, roundingModes } from '@reprise/kernel';
import type { PhraseRule } from '@reprise/kernel';
import { z } from 'zod';
import { countryCodeSchema, gradeSchema, marketCodeSchema, vatSchemeSchema } from '../vocabulary.js';
import { amountSchema, dataFlagSchema, localDaySchema, sourcesSchema, timeZoneSchema } from './effective-dates.js';
import type { FileRule, Report } from './file-rules.js';
import { amountFits, currencyCodeSchema, fileRules, unique } from './file-rules.js';
import { localeSchema, localeWordingSchema } from './locale-wording.js';

/** A text by language; English is always there. */
const namesSchema = z
  .record(localeSchema, z.string().min(1).max(120))
  .refine((names) => 'en' in names, 'an English name is needed');

const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens');

const prefixSchema = z.string().regex(/^[A-Z]{1,4}$/, 'one to four capital letters such as "F"');

const taxTermsSchema = z.strictObject({
  regime: z.enum(['eu-vat', 'us-sales-tax']),
  /** Ids of the tax tables that price this market. */
  tables: z.array(idSchema).min(1),
  /** Where rounding happens: on each unit, each line, or once per rate on the document and then shared out to lines. A table's own rule for a state wins. */
  roundingPolicy: z.enum(['perUnit', 'perLine', 'perRatePerDocument']),
  roundingMode: z.enum(roundingModes),
  /** Deliveries to places outside the tax area (Réunion, the Canaries): refused, or sold as an export with no tax. */
  outsideTaxArea: z.enum(['block', 'zeroRate']),
  /** What a business with a valid VAT number pays on an exempt intra-EU supply: the shown price less the VAT inside it, or the shown price. */
  exemptPrice: z.enum(['withoutTax', 'unchanged']),
  /**
   * What makes a business buyer's VAT number count while the registry (VIES) is not asked or does not answer. `checkDigits`: a number whose
   * check digits are right. `registry`: nothing, the buyer is taxed as a consumer. Left out: `checkDigits`.
   */
  vatIdProof: z.enum(['checkDigits', 'registry']).optional(),
  vatSchemes: z.array(vatSchemeSchema).min(1),
});

/** Prices end the way the market is used to: multiples of `step` plus one of `endings`. */
const charmSchema = z.strictObject({
  step: amountSchema,
  endings: z.array(amountSchema).min(1),
  direction: z.enum(['up', 'down', 'nearest']),
  /** Prices below it are left as they are. */
  floor: amountSchema.optional(),
});

const shippingMethodSchema = z
  .strictObject({
    id: idSchema,
    name: namesSchema,
    /** Tax inside where the market's prices are tax-inclusive, else without. */
    price: amountSchema,
    /** Free from this value of goods, as prices are shown. */
    freeFrom: amountSchema.optional(),
    deliveryDays: z.strictObject({ min: z.int().min(0).max(60), max: z.int().min(0).max(60) }),
    countries: z.array(countryCodeSchema).min(1),
  })
  .check(
    fileRules([
      {
        reads: ['deliveryDays'],
        check: ({ deliveryDays: { min, max } }, report) => {
          if (min > max) report(['deliveryDays'], `min is more than max: write { min: ${max}, max: ${min} }`);
        },
      },
    ]),
  );

const consumerLawSchema = z.strictObject({
  /** Days a buyer may withdraw or return without a reason, from delivery. */
  withdrawalDays: z.int().min(0).max(365),
  legalGuaranteeMonths: z.int().min(0).max(120),
  /** What the guarantee may be cut to for used goods, by agreement. */
  usedGoodsGuaranteeMonths: z.int().min(0).max(120),
  /** CRD art. 11a: a labelled function to withdraw, two steps. Null where no law asks for it. */
  withdrawalFunction: z.strictObject({ since: localDaySchema }).nullable(),
  /** Regulation (EU) 2025/1960: the harmonised notice on the legal guarantee. */
  guaranteeNotice: z.strictObject({ since: localDaySchema }).nullable(),
  /** Directive 98/6/EC art. 6a. `progressiveReduction`: further cuts in one go may keep the price before the first as the prior price. */
  priorPrice: z.strictObject({ windowDays: z.int().min(1).max(365), progressiveReduction: z.boolean() }).nullable(),
});

/**
 * From what failure rate on a seller's offers are taken down, all of them or those of one category and grade: when the lower Wilson bound
 * (95 %) of the share that failed is above `failureRateMax`. Left out: never automatically.
 */
const qualityGateSchema = z
  .strictObject({
    /** Days from dispatch within which a defect counts. */
    windowDays: z.union([z.literal(30), z.literal(90), z.literal(365)]),
    /** Devices sent longer ago are not looked at. */
    evidenceDays: z.int().min(30).max(730),
    /** Fewer devices sent decide nothing. */
    shippedMin: z.int().min(10).max(10_000),
    failureRateMax: z.string().regex(/^0\.\d{1,6}$/, 'a quoted share such as "0.12"'),
    /** Once taken down, offers stay so at least this long. */
    reviewAfterDays: z.int().min(1).max(365),
  })
  .meta({ id: 'QualityGate' });

/** How numbers of a series look: `F-FR-2026-000042` of prefix `F`, country, year and six digits. */
const numberingSchema = z.strictObject({
  /** `yearly`: each calendar year of the market begins at one. Either way no number is left out or given twice. */
  restart: z.enum(['yearly', 'never']),
  digits: z.int().min(1).max(12),
  prefixes: z.strictObject({ invoice: prefixSchema, receipt: prefixSchema, creditNote: prefixSchema }),
});

/** The papers of a sale: what the law of the country asks for (Directive 2006/112/EC art. 217-240), and when. */
const documentTermsSchema = z.strictObject({
  sale: z.enum(['invoice', 'receipt']),
  /** `shipment`: each parcel has its own. `confirmation`: one for the whole, once it is paid. */
  saleIssuedAt: z.enum(['shipment', 'confirmation']),
  /** In whose name. What the marketplace owes the tax of as deemed supplier is always in the marketplace's. */
  issuedBy: z.enum(['seller', 'platform']),
  /** The company that runs the shop in this country. */
  platform: z.strictObject({
    name: z.string().min(1).max(120),
    country: countryCodeSchema,
    address: z.array(z.string().min(1).max(120)).max(6).optional(),
    taxNumber: z.string().min(4).max(24).optional(),
  }),
  numbering: numberingSchema,
});
export type DocumentTerms = z.infer<typeof documentTermsSchema>;

/** Words a listing in `language` may not use, by law; `unless` names the fact that would make them true. */
const contentLintSchema = z.strictObject({
  language: z.string().length(2),
  phrases: z.array(z.string().min(2)).min(1),
  unless: z.string().optional(),
  /** What to write in its place: the remedy a writer is told. */
  instead: z.string().min(1).max(200).optional(),
  reason: z.string(),
  source: z.string(),
});

const definitionFields = z.strictObject({
  code: marketCodeSchema,
  name: namesSchema,
  /** The cell that owns this market: a place, never a branch in code. */
  region: z.string().regex(/^[a-z]{2,8}$/, 'a region such as "eu"'),
  /** Countries this market is the shop of. A country belongs to one market. */
  countries: z.array(countryCodeSchema).min(1),
  /** Everywhere it delivers to, its own countries included. */
  shipsTo: z.array(countryCodeSchema).min(1),
  /** Countries goods may leave from: inside one customs area nothing is an import. Left out: any. */
  shipsFrom: z.array(countryCodeSchema).min(1).optional(),
  currency: currencyCodeSchema,
  defaultLocale: localeSchema,
  /** Languages offered, each with what is read when a text is missing, in order. Declared, because `zh-Hant` must never fall to `zh-Hans`. */
  locales: z.array(z.strictObject({ locale: localeSchema, fallback: z.array(localeSchema) })).min(1),
  timeZone: timeZoneSchema,
  taxInclusive: z.boolean(),
  tax: taxTermsSchema,
  /** Ids of the fee tables that apply when goods are delivered to their jurisdiction. */
  fees: z.array(idSchema),
  charm: charmSchema,
  shipping: z.array(shippingMethodSchema).min(1),
  payments: z.array(z.strictObject({ method: idSchema, name: namesSchema })).min(1),
  grades: z.array(z.strictObject({ grade: gradeSchema, wordingKey: idSchema })).min(1),
  offerLimits: z.strictObject({
    priceMin: amountSchema,
    priceMax: amountSchema,
    /** Units of one offer in one quote or cart. */
    quantityMax: z.int().min(1).max(1000),
    warrantyMonthsMin: z.int().min(0).max(120),
  }),
  consumerLaw: consumerLawSchema,
  qualityGate: qualityGateSchema.optional(),
  contentLint: z.array(contentLintSchema),
  /** A market without it issues no documents. */
  documents: documentTermsSchema.optional(),
  /** Doubts about values of this file by their path in it, such as `consumerLaw.usedGoodsGuaranteeMonths`. */
  flags: z.record(z.string(), z.array(dataFlagSchema).min(1)).optional(),
  sources: sourcesSchema,
});

type Definition = z.infer<typeof definitionFields>;

const definitionRules: readonly FileRule<Definition>[] = [
  unique('shipping', ({ shipping }) => shipping.map((method) => method.id)),
  unique('payments', ({ payments }) => payments.map((payment) => payment.method)),
  unique('grades', ({ grades }) => grades.map(({ grade }) => grade)),
  unique('locales', ({ locales }) => locales.map(({ locale }) => locale)),
  unique('shipsTo', ({ shipsTo }) => shipsTo),
  unique('countries', ({ countries }) => countries),
  {
    reads: ['countries', 'shipsTo'],
    check: ({ countries, shipsTo }, report) =>
      countries.forEach((country, i) => {
        if (!shipsTo.includes(country))
          report(
            ['countries', i],
            `${country} is not in shipsTo: a market delivers to its own countries, so add it there`,
          );
      }),
  },
  {
    reads: ['locales', 'defaultLocale'],
    check: ({ locales, defaultLocale }, report) => {
      const offered = locales.map(({ locale }) => locale);
      if (!offered.includes(defaultLocale))
        report(
          ['defaultLocale'],
          `${defaultLocale} is not one of the market's locales: write one of ${offered.join(', ')}`,
        );
    },
  },
  { reads: ['shipping', 'shipsTo'], check: checkDestinations },
  {
    reads: ['contentLint', 'sources'],
    check: ({ contentLint, sources }, report) =>
      contentLint.forEach(({ source }, i) => {
        if (!(source in sources))
          report(['contentLint', i, 'source'], `${source} is not a key of sources: add it there`);
      }),
  },
  {
    reads: ['flags'],
    check: (market, report) => {
      for (const path of Object.keys(market.flags ?? {}))
        if (!pathExists(market, path.split('.')))
          report(
            ['flags', path],
            `${path} is no value of this file: write its path, such as consumerLaw.withdrawalDays`,
          );
    },
  },
  { reads: ['currency', 'charm'], check: checkCharm },
  {
    reads: ['currency'],
    check: ({ currency, shipping }, report, isSound) => {
      if (!Array.isArray(shipping)) return;
      shipping.forEach(({ price, freeFrom }, i) => {
        if (!isSound(['shipping', i])) return;
        amountFits(report, currency, price, ['shipping', i, 'price']);
        amountFits(report, currency, freeFrom, ['shipping', i, 'freeFrom']);
      });
    },
  },
  { reads: ['currency', 'offerLimits'], check: checkOfferLimits },
];

/**
 * A country as data, as `markets/<code>.yaml` holds it. Whether it is live is not part of it: that is its life cycle. Strict: an unknown
 * key is an error, because a misspelt rule is a rule that silently does not apply. `wording` is in files of its own, see `marketDefinitionSchema`.
 */
export const marketFileSchema = definitionFields.check(fileRules(definitionRules));

/** A market file and the wording of its languages: all that any service needs to know of a market, in one fact. */
export const marketDefinitionSchema = z
  .strictObject({ ...definitionFields.shape, wording: z.record(localeSchema, localeWordingSchema) })
  .check(
    fileRules<Definition & Worded>([
      ...definitionRules,
      { reads: ['locales', 'wording'], check: checkLocalesWorded },
      { reads: ['grades', 'wording'], check: checkGradesWorded },
      { reads: ['contentLint', 'sources', 'wording'], check: checkWordingAllowed },
    ]),
  )
  .meta({ id: 'MarketDefinition' });

export type MarketFile = z.infer<typeof marketFileSchema>;
export type MarketDefinition = z.infer<typeof marketDefinitionSchema>;

interface Worded {
  readonly wording: Readonly<Record<string, z.infer<typeof localeWordingSchema>>>;
}

function checkDestinations({ shipping, shipsTo }: Definition, report: Report): void {
  for (const country of shipsTo)
    if (!shipping.some((method) => method.countries.includes(country)))
      report(
        ['shipping'],
        `no shipping method reaches ${country}, which is in shipsTo: add it to a method's countries`,
      );
  shipping.forEach((method, i) =>
    method.countries.forEach((country, j) => {
      if (!shipsTo.includes(country))
        report(['shipping', i, 'countries', j], `${country} is not in shipsTo: add it there or leave it out`);
    }),
  );
}

function checkCharm({ currency, charm }: Definition, report: Report): void {
  amountFits(report, currency, charm.step, ['charm', 'step']);
  amountFits(report, currency, charm.floor, ['charm', 'floor']);
  if (Number(charm.step) <= 0) report(['charm', 'step'], "the step is above zero: write '1.00' or more");
  charm.endings.forEach((ending, i) => {
    amountFits(report, currency, ending, ['charm', 'endings', i]);
    if (Number(ending) >= Number(charm.step))
      report(['charm', 'endings', i], `an ending is below the step ${charm.step}`);
  });
}

function checkOfferLimits({ currency, offerLimits: { priceMin, priceMax } }: Definition, report: Report): void {
  amountFits(report, currency, priceMin, ['offerLimits', 'priceMin']);
  amountFits(report, currency, priceMax, ['offerLimits', 'priceMax']);
  if (Number(priceMin) > Number(priceMax))
    report(['offerLimits', 'priceMin'], `priceMin is above priceMax: write ${priceMax} or less`);
}

function checkLocalesWorded({ locales, wording }: Definition & Worded, report: Report): void {
  locales.forEach(({ locale, fallback }, i) => {
    if (![locale, ...fallback].some((candidate) => candidate in wording))
      report(
        ['locales', i],
        `neither ${locale} nor its fallbacks have a wording: add markets/locales/${locale}.yaml or a fallback that exists`,
      );
  });
}

function checkGradesWorded({ grades, wording }: Definition & Worded, report: Report): void {
  for (const [locale, words] of Object.entries(wording))
    grades.forEach(({ wordingKey }, i) => {
      if (!(wordingKey in words.grades))
        report(
          ['grades', i, 'wordingKey'],
          `markets/locales/${locale}.yaml words no grade ${wordingKey}: add it there, or write one of ${Object.keys(words.grades).join(', ')}`,
        );
    });
}

/** What a market forbids its sellers to say, its own grades and sentences may not say either. */
function checkWordingAllowed(market: Definition & Worded, report: Report): void {
  const rules = phraseRulesOf(market);
  // What shoppers type is said by nobody but them.
  for (const [locale, { search: _search, ...shown }] of Object.entries(market.wording))
    for (const [path, text] of textsIn(shown)) {
      const found = findForbidden(text, locale, rules);
      if (found !== undefined) report(['wording', locale, ...path], explainForbidden(found));
    }
}

function* textsIn(node: unknown, path: readonly string[] = []): Generator<[readonly string[], string]> {
  if (typeof node === 'string') yield [path, node];
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node)) yield* textsIn(value, [...path, key]);
}

/** A market's content rules, each with its source as a reader can look it up. */
export function phraseRulesOf({ contentLint, sources }: Pick<Definition, 'contentLint' | 'sources'>): PhraseRule[] {
  return contentLint.map((rule) => ({ ...rule, source: sources[rule.source]?.title ?? rule.source }));
}

function pathExists(node: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return node !== undefined;
  return typeof node === 'object' && node !== null && pathExists((node as Record<string, unknown>)[step], rest);
}
