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
