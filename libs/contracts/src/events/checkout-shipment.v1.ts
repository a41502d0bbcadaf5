import { z } from 'zod';
import { fact } from './fact.js';
import { checkoutShipmentTopic } from './topics.js';
import { shipmentStatusSchema, unitIdentitySchema } from '../returns.js';
import { marketCodeSchema } from '../vocabulary.js';

/**
 * A parcel of one seller to one buyer, full state: which devices left, and where they are. Without the person: who it went to is in checkout's
 * own region and database alone.
 */
export const shipmentChangedV1 = fact({
  type: 'checkout.shipment.changed',
  v: 1,
  topic: checkoutShipmentTopic,
  schema: z.object({
    shipmentId: z.uuid(),
    orderId: z.uuid(),
    version: z.int().positive(),
    market: marketCodeSchema,
    sellerId: z.uuid(),
    carrier: z.string().min(1).max(60),
    trackingNumber: z.string().min(1).max(60).optional(),
    shippedAt: z.iso.datetime(),
    deliveredAt: z.iso.datetime().optional(),
    status: shipmentStatusSchema,
    lines: z
      .array(
        z.object({
          lineId: z.uuid(),
          offerId: z.uuid(),
          quantity: z.int().positive(),
          /** One a piece where the goods are devices; empty where they have no identity. */
          units: z.array(unitIdentitySchema),
        }),
      )
      .min(1),
  }),
  keyOf: (data) => data.shipmentId,
  example: {
    shipmentId: '0199d3a0-0000-7000-8000-000000000040',
    orderId: '0199d3a0-0000-7000-8000-000000000030',
    version: 2,
    market: 'fr',
    sellerId: '0199d3a0-0000-7000-8000-000000000001',
    carrier: 'Colissimo',
    trackingNumber: '6A12345678901',
    shippedAt: '2026-11-24T15:00:00.000Z',
    deliveredAt: '2026-11-26T10:30:00.000Z',
    status: 'delivered',
    lines: [
      {
        lineId: '0199d3a0-0000-7000-8000-000000000031',
        offerId: '0199d3a0-0000-7000-8000-000000000010',
        quantity: 1,
        units: [{ imei: '490154203237518' }],
      },
    ],
  },
});
