import { z } from 'zod';
import { moneySchema } from '../money.js';

/**
 * `invoice`, `receipt` and `creditNote` are numbered, each series of an issuer in a country without a gap. `refundConfirmation` tells of money
 * given back for what was never invoiced, as nothing was sent.
 */
export const documentKinds = [
  'orderConfirmation',
  'invoice',
  'receipt',
  'creditNote',
  'refundConfirmation',
  'withdrawalAcknowledgement',
] as const;
export const documentKindSchema = z.enum(documentKinds).meta({ id: 'DocumentKind' });

export const documentSummarySchema = z
  .object({
    id: z.uuid(),
    kind: documentKindSchema,
    number: z.string().optional(),
    issuedAt: z.iso.datetime(),
    issuer: z.object({ id: z.string(), name: z.string() }),
    /** What it comes to; of credit notes and refunds what is given back. */
    total: moneySchema,
    /** The documents a credit note corrects. */
    corrects: z.array(z.object({ id: z.uuid(), number: z.string(), issuedOn: z.iso.date() })).optional(),
  })
  .meta({ id: 'DocumentSummary' });
