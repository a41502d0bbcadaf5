import { z } from 'zod';
import { productCategorySchema } from '../events/catalog-product.v1.js';
import { countryCodeSchema, marketCodeSchema } from '../vocabulary.js';
import { localDaySchema, sourcesSchema, timeZoneSchema } from './effective-dates.js';
import type { Report } from './file-rules.js';
import { currencyCodeSchema, fileRules, unique } from './file-rules.js';

/** Parts an account plays in a posting. Every one has an account, for every company. */
export const accountRoles = [
  'buyers',
  'sellerPayable',
  'sellerReserve',
  'outputVat',
  'marketplaceTax',
  'statutoryFees',
  'accruedCommission',
  'bank',
  'pspClearing',
  'conversion',
  'pspFees',
  'chargebackLoss',
  'suspense',
  'roundingLoss',
  'fxLoss',
  'commission',
  'serviceFee',
  'roundingGain',
  'fxGain',
] as const;
export type AccountRole = (typeof accountRoles)[number];

const accountCodeSchema = z.string().regex(/^[1-8]\d{2}[0-9A-Z]{0,5}$/, 'an account such as "512" or "706C"');
const shareSchema = z.string().regex(/^0(\.\d{1,6})?$/, 'a quoted share such as "0.10"');
const nameSchema = z
  .record(z.string(), z.string().min(1))
  .refine((names) => 'en' in names, 'an English name is needed');
const roleSchema = z.enum(accountRoles);

const accountSchema = z.strictObject({
  name: nameSchema,
  type: z.enum(['asset', 'liability', 'income', 'expense']),
  /** What its subledger is kept by: each posting names one. */
  per: z.enum(['none', 'seller', 'country', 'jurisdiction', 'fee', 'provider', 'bankAccount']),
  /** Money or a claim on money, revalued at the rate of the closing day. */
  monetary: z.boolean(),
});

const entitySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: z.string().min(1).max(120),
  /** Cells whose sales are this company's. */
  regions: z.array(z.string().regex(/^[a-z]{2,8}$/)).min(1),
  country: countryCodeSchema,
  currency: currencyCodeSchema,
  /** Whose calendar decides in which month something is booked. */
  timeZone: timeZoneSchema,
  /** What its home knows it by: nine figures name the French export file (LPF art. A47 A-1). */
  registrationNumber: z.string().regex(/^[0-9A-Z-]{2,20}$/),
  vatNumber: z.string().min(4).max(20).optional(),
  /** The currency its payment provider pays out in, by the currency of the buyer. */
  settlement: z.strictObject({
    default: currencyCodeSchema,
    currencies: z.record(currencyCodeSchema, currencyCodeSchema),
  }),
  /** VAT on what it charges sellers at home; none where no row holds. */
  serviceVat: z.array(z.strictObject({ validFrom: localDaySchema, rate: shareSchema, source: z.string() })),
  /** Where its accounts differ from the others’. */
  roles: z.partialRecord(roleSchema, accountCodeSchema).optional(),
});

const commissionRowSchema = z.strictObject({
  validFrom: localDaySchema,
  market: marketCodeSchema.optional(),
  category: productCategorySchema.optional(),
  rate: shareSchema,
  source: z.string(),
});

const booksFields = z.strictObject({
  version: z.string(),
  reportingCurrency: currencyCodeSchema,
  /** Whose exchange rates are booked at. */
  fxSource: z.string().min(1),
  accounts: z.record(accountCodeSchema, accountSchema),
  roles: z.record(roleSchema, accountCodeSchema),
  journals: z.record(z.string().regex(/^[A-Z]{2,4}$/), z.strictObject({ name: nameSchema })),
  entities: z.array(entitySchema).min(1),
  commission: z.array(commissionRowSchema).min(1),
  /** Fees of a sale that are the marketplace’s revenue; all others are owed to whom the law names. */
  serviceFees: z.record(z.string(), z.strictObject({ vatInside: z.boolean() })),
  sources: sourcesSchema,
});

/**
 * The books as finance writes them in `markets/finance/books.yaml`: companies, chart of accounts, which account plays which part, commission and
 * the tax on it. A change of a rate is a new row with a later day; what was frozen with a sale stays.
 */
export const financeBooksSchema = booksFields.check(
  fileRules([
    { reads: ['roles', 'accounts', 'entities'], check: checkRoles },
    { reads: ['entities'], check: checkRegions },
    { reads: ['commission', 'entities', 'sources'], check: checkSources },
    unique('entities', (books: z.infer<typeof booksFields>) => books.entities.map(({ id }) => id)),
    unique('commission', (books: z.infer<typeof booksFields>) =>
      books.commission.map(({ validFrom, market, category }) => `${validFrom} ${market ?? '*'} ${category ?? '*'}`),
    ),
  ]),
);

export type FinanceBooks = z.infer<typeof financeBooksSchema>;

function checkRoles({ roles, accounts, entities }: FinanceBooks, report: Report): void {
  const known = (code: string | undefined, path: (string | number)[]): void => {
    if (code !== undefined && !(code in accounts)) report(path, `${code} is no account of this chart: add it there`);
  };
  for (const role of accountRoles) known(roles[role], ['roles', role]);
  entities.forEach((entity, i) => {
    for (const [role, code] of Object.entries(entity.roles ?? {})) known(code, ['entities', i, 'roles', role]);
  });
}

/** A sale is one company's: two that claim a cell would both book it. */
function checkRegions({ entities }: FinanceBooks, report: Report): void {
  const owners = new Map<string, string>();
  entities.forEach(({ id, regions }, i) =>
    regions.forEach((region, j) => {
      const owner = owners.get(region);
      if (owner !== undefined) report(['entities', i, 'regions', j], `${region} is ${owner}’s already`);
      owners.set(region, id);
    }),
  );
}

function checkSources({ commission, entities, sources }: FinanceBooks, report: Report): void {
  const known = (source: string, path: (string | number)[]): void => {
    if (!(source in sources)) report(path, `${source} is not among the sources of this file`);
  };
  commission.forEach(({ source }, i) => known(source, ['commission', i, 'source']));
  entities.forEach(({ serviceVat }, i) =>
    serviceVat.forEach(({ source }, j) => known(source, ['entities', i, 'serviceVat', j, 'source'])),
  );
}
