import { z } from 'zod';
import { operation } from './operation.js';
import { moneySchema } from '../money.js';
import { marketCodeSchema } from '../vocabulary.js';

const voucherParams = z.object({
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/, 'letters, digits and hyphens, such as "WELCOME-10"'),
});

const voucherFields = {
  market: marketCodeSchema,
  /** A fixed amount of the market's currency, as prices are shown. Either this or `percent`. */
  amount: moneySchema.optional(),
  /** Of what the goods cost, below 100. Either this or `amount`. */
  percent: z.number().gt(0).lt(100).multipleOf(0.0001).optional(),
  validFrom: z.iso.datetime({ offset: true }),
  /** Exclusive. Left out: for ever. */
  validUntil: z.iso.datetime({ offset: true }).optional(),
  /** What the goods must come to, as shown, before anything is taken off. */
  minBasket: moneySchema.optional(),
  /** One order may use it, whoever places it; an order that fails gives it back. */
  onceOnly: z.boolean().default(false),
  /** A seller pays for its own goods only. The marketplace pays by lowering its commission. */
  borneBy: z.enum(['MARKETPLACE', 'SELLER']).default('MARKETPLACE'),
  sellerId: z.uuid().optional(),
};

const voucherSchema = z
  .object({ code: z.string(), ...voucherFields, version: z.int().positive() })
  .meta({ id: 'Voucher' });

export const putVoucher = operation({
  id: 'putVoucher',
  method: 'PUT',
  path: '/v1/ops/vouchers/{code}',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Define what a voucher code takes off',
  description:
    'Idempotent by content; every version is kept. Takes effect at once for new quotes; a quote already signed keeps its discount.',
  params: voucherParams,
  body: z.strictObject(voucherFields).meta({ id: 'PutVoucher' }),
  responses: { 200: voucherSchema },
  problems: ['VoucherRejected'],
});

export const getVoucher = operation({
  id: 'getVoucher',
  method: 'GET',
  path: '/v1/ops/vouchers/{code}',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'A voucher as it stands',
  params: voucherParams,
  responses: { 200: voucherSchema },
  problems: ['VoucherNotFound'],
});
