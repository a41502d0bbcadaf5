import { currencyOf, exponentOf, isTimeZone, roundingModes } from '@reprise/kernel';
import { z } from 'zod';
import { countryCodeSchema, gradeSchema, marketCodeSchema, vatSchemeSchema } from '../vocabulary.js';
import { amountSchema, dataFlagSchema, localDaySchema, sourcesSchema } from './effective-dates.js';
import { localeSchema, localeWordingSchema } from './locale-wording.js';

/** A text by language; English is always there. */
const namesSchema = z
  .record(localeSchema, z.string().min(1).max(120))
  .refine((names) => 'en' in names, 'an English name is needed');

const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens');

const timeZoneSchema = z.string().refine(isTimeZone, 'an IANA time zone such as "Europe/Paris"');

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

const shippingMethodSchema = z.strictObject({
  id: idSchema,
  name: namesSchema,
  /** Tax inside where the market's prices are tax-inclusive, else without. */
  price: amountSchema,
  /** Free from this value of goods, as prices are shown. */
  freeFrom: amountSchema.optional(),
  deliveryDays: z.strictObject({ min: z.int().min(0).max(60), max: z.int().min(0).max(60) }),
  countries: z.array(countryCodeSchema).min(1),
});

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

/** Words a listing in `language` may not use, by law; `unless` names the fact that would make them true. */
const contentLintSchema = z.strictObject({
  language: z.string().length(2),
  phrases: z.array(z.string().min(2)).min(1),
  unless: z.string().optional(),
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
  currency: z.string().refine((code) => currencyOf(code) !== undefined, 'an ISO 4217 currency code such as "EUR"'),
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
  contentLint: z.array(contentLintSchema),
  /** Doubts about values of this file by their path in it, such as `consumerLaw.usedGoodsGuaranteeMonths`. */
  flags: z.record(z.string(), z.array(dataFlagSchema).min(1)).optional(),
  sources: sourcesSchema,
});

/**
 * A country as data, as `markets/<code>.yaml` holds it. Whether it is live is not part of it: that is its life cycle. Strict: an unknown
 * key is an error, because a misspelt rule is a rule that silently does not apply. `wording` is in files of its own, see `marketDefinitionSchema`.
 */
export const marketFileSchema = definitionFields.check((ctx) => checkDefinition(ctx));

/** A market file and the wording of its languages: all that any service needs to know of a market, in one fact. */
export const marketDefinitionSchema = z
  .strictObject({ ...definitionFields.shape, wording: z.record(localeSchema, localeWordingSchema) })
  .check((ctx) => {
    checkDefinition(ctx);
    const { locales, grades, wording } = ctx.value;
    locales.forEach(({ locale, fallback }, i) => {
      if (![locale, ...fallback].some((candidate) => candidate in wording))
        issue(
          ctx,
          ['locales', i],
          `neither ${locale} nor its fallbacks have a wording: add markets/locales/${locale}.yaml or a fallback that exists`,
        );
    });
    for (const [locale, words] of Object.entries(wording))
      grades.forEach(({ wordingKey }, i) => {
        if (!(wordingKey in words.grades))
          issue(ctx, ['grades', i, 'wordingKey'], `markets/locales/${locale}.yaml words no grade ${wordingKey}`);
      });
  })
  .meta({ id: 'MarketDefinition' });

export type MarketFile = z.infer<typeof marketFileSchema>;
export type MarketDefinition = z.infer<typeof marketDefinitionSchema>;

type Check<Value> = Pick<z.core.ParsePayload<Value>, 'issues' | 'value'>;

function checkDefinition(ctx: Check<z.infer<typeof definitionFields>>): void {
  const market = ctx.value;
  const shipsTo = new Set(market.shipsTo);
  market.countries.forEach((country, i) => {
    if (!shipsTo.has(country))
      issue(ctx, ['countries', i], `${country} is not in shipsTo: a market delivers to its own countries`);
  });
  if (!market.locales.some(({ locale }) => locale === market.defaultLocale))
    issue(ctx, ['defaultLocale'], `${market.defaultLocale} is not one of the market's locales`);
  for (const country of market.shipsTo)
    if (!market.shipping.some((method) => method.countries.includes(country)))
      issue(ctx, ['shipping'], `no shipping method reaches ${country}, which is in shipsTo`);
  market.shipping.forEach((method, i) => {
    method.countries.forEach((country, j) => {
      if (!shipsTo.has(country)) issue(ctx, ['shipping', i, 'countries', j], `${country} is not in shipsTo`);
    });
    if (method.deliveryDays.min > method.deliveryDays.max)
      issue(ctx, ['shipping', i, 'deliveryDays'], 'min is more than max');
  });
  market.contentLint.forEach((rule, i) => {
    if (!(rule.source in market.sources))
      issue(ctx, ['contentLint', i, 'source'], `${rule.source} is not a key of sources`);
  });
  for (const path of Object.keys(market.flags ?? {}))
    if (!pathExists(market, path.split('.')))
      issue(
        ctx,
        ['flags', path],
        `${path} is no value of this file: write its path, such as consumerLaw.withdrawalDays`,
      );
  noRepeats(
    ctx,
    'shipping',
    market.shipping.map((method) => method.id),
  );
  noRepeats(
    ctx,
    'payments',
    market.payments.map((payment) => payment.method),
  );
  noRepeats(
    ctx,
    'grades',
    market.grades.map((grade) => grade.grade),
  );
  noRepeats(
    ctx,
    'locales',
    market.locales.map(({ locale }) => locale),
  );
  noRepeats(ctx, 'shipsTo', market.shipsTo);
  noRepeats(ctx, 'countries', market.countries);
  checkAmounts(ctx);
}

function pathExists(node: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return node !== undefined;
  return typeof node === 'object' && node !== null && pathExists((node as Record<string, unknown>)[step], rest);
}

/** Every amount must be writable in the market's currency: a price with 3 decimals in EUR is refused, never rounded. */
function checkAmounts(ctx: Check<z.infer<typeof definitionFields>>): void {
  const { currency, charm, shipping, offerLimits } = ctx.value;
  const known = currencyOf(currency);
  // An unknown currency is reported on its own field.
  if (known === undefined) return;
  const exponent = exponentOf(known);
  const check = (amount: string | undefined, path: (string | number)[]): void => {
    if ((amount?.split('.')[1]?.length ?? 0) > exponent) issue(ctx, path, `${currency} has ${exponent} decimals`);
  };
  check(charm.step, ['charm', 'step']);
  check(charm.floor, ['charm', 'floor']);
  charm.endings.forEach((ending, i) => {
    check(ending, ['charm', 'endings', i]);
    if (Number(ending) >= Number(charm.step))
      issue(ctx, ['charm', 'endings', i], `an ending is below the step ${charm.step}`);
  });
  if (Number(charm.step) <= 0) issue(ctx, ['charm', 'step'], 'the step is above zero');
  shipping.forEach((method, i) => {
    check(method.price, ['shipping', i, 'price']);
    check(method.freeFrom, ['shipping', i, 'freeFrom']);
  });
  check(offerLimits.priceMin, ['offerLimits', 'priceMin']);
  check(offerLimits.priceMax, ['offerLimits', 'priceMax']);
  if (Number(offerLimits.priceMin) > Number(offerLimits.priceMax))
    issue(ctx, ['offerLimits', 'priceMin'], 'priceMin is above priceMax');
}

function noRepeats(ctx: Check<unknown>, list: string, keys: readonly string[]): void {
  keys.forEach((key, i) => {
    if (keys.indexOf(key) !== i) issue(ctx, [list, i], `${key} stands here twice`);
  });
}

function issue(ctx: Check<unknown>, path: (string | number)[], message: string): void {
  ctx.issues.push({ code: 'custom', path, message, input: ctx.value, continue: true });
}
