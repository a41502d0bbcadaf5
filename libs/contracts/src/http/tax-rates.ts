import { z } from 'zod';
import { operation } from './operation.js';

const stateSchema = z.string().regex(/^[A-Z]{2}$/, 'the two letters of a state such as "NY"');

/**
 * Where an import of a rate file stands. `active`: its rates hold. `superseded`: a newer version of the same period holds. `unchanged`: the
 * file says what the active version says. `rejected`: a row is wrong, so nothing of the file holds. `failed`: it did not arrive whole.
 */
export const taxRateImportSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(['running', 'active', 'superseded', 'unchanged', 'rejected', 'failed']),
    format: z.enum(['avalara-zip5', 'sst-rates', 'sst-boundaries']),
    state: z.string(),
    period: z.string(),
    fileName: z.string().nullable(),
    /** Counts up with every changed file of one period; null until it is active. */
    version: z.int().nullable(),
    rows: z.int(),
    accepted: z.int(),
    /** Rows that go down to street numbers, which a basket's address does not have. */
    skipped: z.int(),
    rejected: z.int(),
    /** The first 1,000 errors, by line of the file and the column its layout names. */
    errors: z.array(z.object({ line: z.int(), field: z.string(), code: z.string(), message: z.string() })),
    importedBy: z.string(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'TaxRateImport' });

export const importTaxRates = operation({
  id: 'importTaxRates',
  method: 'POST',
  path: '/v1/ops/tax-rates/imports',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Take in a file of local sales tax rates',
  description:
    'Reads the file as it arrives and answers when the last row is in. All of it begins to hold at once, or none of it: one wrong row and the import is ' +
    '`rejected`, with every wrong row named. The same file again is `unchanged`; a changed file of the same period is a new version, and the old one is kept.',
  query: z.object({
    format: z.enum(['avalara-zip5', 'sst-rates', 'sst-boundaries']),
    state: stateSchema,
    period: z
      .string()
      .regex(/^\d{4}(-(0[1-9]|1[0-2])|Q[1-4])$/, 'a month "2026-11" (avalara-zip5) or a quarter "2026Q4"')
      .describe('What the file is of: a month of avalara-zip5, a quarter of the others.'),
    fileName: z.string().min(1).max(200).optional(),
  }),
  body: z.any().meta({ description: 'text/csv, as its publisher made it', contentType: 'text/csv' }),
  responses: { 201: taxRateImportSchema },
  problems: ['TaxRatesRejected'],
});

export const getTaxRateImport = operation({
  id: 'getTaxRateImport',
  method: 'GET',
  path: '/v1/ops/tax-rates/imports/{importId}',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'What became of an import of tax rates',
  params: z.object({ importId: z.uuid() }),
  responses: { 200: taxRateImportSchema },
  problems: ['TaxRateImportNotFound'],
});

export const listTaxRateImports = operation({
  id: 'listTaxRateImports',
  method: 'GET',
  path: '/v1/ops/tax-rates/imports',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'The newest imports of tax rates, newest first',
  query: z.object({ state: stateSchema.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  responses: { 200: z.object({ items: z.array(taxRateImportSchema) }).meta({ id: 'TaxRateImportList' }) },
  problems: [],
});
