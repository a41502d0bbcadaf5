import { z } from 'zod';
import { operation } from './operation.js';
import { taxTableSchema, feeTableSchema } from '../market/index.js';

const tableParams = z.object({ tableId: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/, 'a table id such as "eu-vat"') });
const tableAnswer = z
  .object({ id: z.string(), version: z.int(), rows: z.int(), changed: z.boolean() })
  .meta({ id: 'TableStored' });

export const putTaxTable = operation({
  id: 'putTaxTable',
  method: 'PUT',
  path: '/v1/ops/tax-tables/{tableId}',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Store a table of effective-dated tax rates',
  description: 'Idempotent by content. Takes effect at once for new quotes; a quote already signed keeps its price.',
  params: tableParams,
  body: taxTableSchema,
  responses: { 200: tableAnswer },
  problems: ['TaxTableRejected'],
});

export const putFeeTable = operation({
  id: 'putFeeTable',
  method: 'PUT',
  path: '/v1/ops/fee-tables/{tableId}',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Store a table of effective-dated fees and levies',
  params: tableParams,
  body: feeTableSchema,
  responses: { 200: tableAnswer },
  problems: ['TaxTableRejected'],
});

export const importFeeScale = operation({
  id: 'importFeeScale',
  method: 'POST',
  path: '/v1/ops/fee-tables/{tableId}/scales',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Take in the scale of a producer organisation, such as that of the French éco-participation',
  description:
    'CSV with the columns `productCode,category,amount`: the code of the scale, the category of the catalogue it is of (left empty for goods that are not ' +
    'sold), and the amount a piece without tax. All of it holds from `validFrom`, when the scale before ends, or nothing does. The same file again changes nothing.',
  params: tableParams,
  query: z.object({
    validFrom: z.iso.date().describe('The first day it holds, in the zone of the table.'),
    producerOrganisation: z.string().min(2).max(80).describe('Who published it: `ecosystem`, `Ecologic`.'),
    title: z.string().min(3).max(200).describe('What the document is called, for the record.'),
    published: z.iso.date().describe('The day it was published.'),
    url: z.url().max(500).optional().describe('Where it was published.'),
  }),
  body: z.any().meta({ description: 'text/csv', contentType: 'text/csv' }),
  responses: {
    200: z
      .object({
        id: z.string(),
        version: z.int(),
        changed: z.boolean(),
        validFrom: z.iso.date(),
        rows: z.int(),
        /** Codes without a category. */
        skipped: z.int(),
        byCategory: z.record(z.string(), z.object({ productCode: z.string(), amount: z.string() })),
      })
      .meta({ id: 'FeeScaleImport' }),
  },
  problems: ['FeeTableNotFound', 'FeeScaleRejected'],
});
