import { z } from 'zod';
import { countryCodeSchema } from '../vocabulary.js';
import {
  amountSchema,
  dataFlagSchema,
  inOrderOfTime,
  localDaySchema,
  sourcesSchema,
  timeZoneSchema,
} from './effective-dates.js';
import type { Path, Report } from './file-rules.js';
import { amountFits, currencyCodeSchema, fileRules } from './file-rules.js';
import { ratePpmSchema, sourcesExist } from './tax-table.js';

/**
 * How a fee is worked out. Amounts are in the file's currency.
 * - `screenBands`: by diagonal, above `over` and below `under` inches; a screen nobody measured is taken to be `assumeInches` of its category.
 * - `percentage`: of the price of one unit, half up, at most `maxAmount` a unit.
 * - `perOrder`: once an order, when its taxed goods come to `minTaxable` or more.
 * - `storageBands`: by storage, the first band that holds it; `upToMb` left out is the last.
 * - `productCodes`: the amount a producer organisation's scale has for the code of the category, tax not included.
 */
const feeRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('screenBands'),
    bands: z
      .array(
        z.strictObject({
          over: z.number().nonnegative().optional(),
          from: z.number().positive().optional(),
          under: z.number().positive().optional(),
          amount: amountSchema,
        }),
      )
      .min(1),
    assumeInches: z.record(z.string(), z.number().positive()),
  }),
  z.strictObject({ kind: z.literal('percentage'), ratePpm: ratePpmSchema, maxAmount: amountSchema.optional() }),
  z.strictObject({ kind: z.literal('perOrder'), amount: amountSchema, minTaxable: amountSchema.optional() }),
  z.strictObject({
    kind: z.literal('storageBands'),
    byCategory: z.record(
      z.string(),
      z.array(z.strictObject({ upToMb: z.int().positive().optional(), amount: amountSchema })).min(1),
    ),
    assumeMb: z.record(z.string(), z.int().positive()),
  }),
  z.strictObject({
    kind: z.literal('productCodes'),
    producerOrganisation: z.string().min(2),
    byCategory: z.record(z.string(), z.strictObject({ productCode: z.string().min(1), amount: amountSchema })),
  }),
]);

/** A category about which the sources disagree: the default taken is `charged`, and counsel's answer is one word to change. */
const disputedSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  question: z.string().min(10),
  categories: z.array(z.string()).min(1),
  charged: z.boolean(),
});

const feeTableFields = z.strictObject({
  id: z.string(),
  version: z.string(),
  /** What the receipt calls it, by language. */
  name: z.record(z.string(), z.string()).refine((names) => 'en' in names, 'an English name is needed'),
  jurisdiction: z.strictObject({ country: countryCodeSchema, state: z.string().optional() }),
  timeZone: timeZoneSchema,
  currency: currencyCodeSchema,
  /** `added`: a receipt line on top of the price. `included`: inside the price already, its amount shown. */
  display: z.enum(['added', 'included']),
  /** Categories it falls on; left out for a fee on any goods. */
  categories: z.array(z.string()).min(1).optional(),
  /** Goods that leave from one of these countries do not bear it: they bore it when they first came there. */
  exceptShippedFrom: z.array(countryCodeSchema).min(1).optional(),
  disputed: z.array(disputedSchema).optional(),
  rows: z
    .array(
      z.strictObject({
        validFrom: localDaySchema,
        validTo: localDaySchema.optional(),
        rule: feeRuleSchema,
        source: z.string(),
        flags: z.array(dataFlagSchema).optional(),
      }),
    )
    .min(1)
    .check(inOrderOfTime({ gaps: true })),
  sources: sourcesSchema,
  /** Open questions of law and the default taken. */
  notes: z.array(z.string()).optional(),
});

/** A statutory fee or levy as operators write it in `markets/fees/*.yaml`, by jurisdiction, category and day. */
export const feeTableSchema = feeTableFields.check(
  fileRules([
    { reads: ['sources'], check: (table, report) => sourcesExist(report, table, table.sources) },
    { reads: ['currency', 'rows'], check: checkAmounts },
  ]),
);

function checkAmounts({ currency, rows }: z.infer<typeof feeTableFields>, report: Report): void {
  rows.forEach(({ rule }, i) => {
    for (const [path, amount] of amountsOf(rule)) amountFits(report, currency, amount, ['rows', i, 'rule', ...path]);
  });
}

function amountsOf(rule: z.infer<typeof feeRuleSchema>): [Path, string | undefined][] {
  switch (rule.kind) {
    case 'screenBands':
      return rule.bands.map(({ amount }, j) => [['bands', j, 'amount'], amount]);
    case 'percentage':
      return [[['maxAmount'], rule.maxAmount]];
    case 'perOrder':
      return [
        [['amount'], rule.amount],
        [['minTaxable'], rule.minTaxable],
      ];
    case 'storageBands':
      return Object.entries(rule.byCategory).flatMap(([category, bands]) =>
        bands.map(({ amount }, j): [Path, string] => [['byCategory', category, j, 'amount'], amount]),
      );
    case 'productCodes':
      return Object.entries(rule.byCategory).map(([category, { amount }]) => [
        ['byCategory', category, 'amount'],
        amount,
      ]);
  }
}

export type FeeTable = z.infer<typeof feeTableSchema>;
