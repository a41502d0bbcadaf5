import { z } from 'zod';
import { operation } from './operation.js';

/** Where an import stands. Every row is taken once: `rows = accepted + unchanged + rejected`, and `accepted = created + updated`. */
export const offerImportSchema = z
  .object({
    id: z.uuid(),
    /** `interrupted`: nothing has come for a while. What was taken stands; go on at `resumeFrom`. */
    status: z.enum(['running', 'interrupted', 'completed']),
    dryRun: z.boolean(),
    rows: z.int(),
    accepted: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    /** Bytes of the file taken so far. */
    bytes: z.int(),
    /** Size of the file, when the upload said how long it is. */
    totalBytes: z.int().nullable(),
    /** 0 to 1; null while the size is unknown. */
    progress: z.number().nullable(),
    rowsPerSecond: z.number(),
    /** The first line not taken yet, counted from 1, and the byte of the file it begins at. */
    resumeFrom: z.object({ line: z.int(), byte: z.int() }),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'OfferImport' });

const importErrorSchema = z
  .object({ line: z.int(), field: z.string(), code: z.string(), message: z.string() })
  .meta({ id: 'OfferImportError' });

export const importOffers = operation({
  id: 'importOffers',
  method: 'POST',
  path: '/v1/seller/offers/bulk',
  owner: 'pricing',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Create or replace many offers from an NDJSON stream',
  description:
    'Each line is an offer with its `sku`, taken as it arrives; the answer comes when the last one is. Idempotent by content: sending the file again ' +
    'changes nothing. A bad line is reported and the others go on. To survive a lost connection choose an id beforehand and send it as `import`: ask that ' +
    'import how far it is and send the rest of the file from there, saying the number of its first line as `from`.',
  query: z.object({
    dryRun: z.enum(['true', 'false']).default('false'),
    import: z.uuid().optional().describe('Id of the import to begin or to go on with; made up when left out.'),
    from: z.coerce.number().int().min(1).default(1).describe('Line of the file the body begins with.'),
  }),
  body: z.any().meta({ description: 'application/x-ndjson', contentType: 'application/x-ndjson' }),
  responses: { 202: offerImportSchema },
  problems: [
    'SellerNotRegistered',
    'SellerSuspended',
    'OfferImportNotFound',
    'OfferImportOutOfStep',
    'OfferImportTakenOver',
  ],
});

const importParams = z.object({ importId: z.uuid() });

export const listOfferImports = operation({
  id: 'listOfferImports',
  method: 'GET',
  path: '/v1/seller/imports',
  owner: 'pricing',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'The newest imports of offers, newest first',
  query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  responses: { 200: z.object({ items: z.array(offerImportSchema) }).meta({ id: 'OfferImportList' }) },
  problems: [],
});

export const getOfferImport = operation({
  id: 'getOfferImport',
  method: 'GET',
  path: '/v1/seller/imports/{importId}',
  owner: 'pricing',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'How far an import of offers is',
  params: importParams,
  responses: { 200: offerImportSchema },
  problems: ['OfferImportNotFound'],
});

export const listOfferImportErrors = operation({
  id: 'listOfferImportErrors',
  method: 'GET',
  path: '/v1/seller/imports/{importId}/errors',
  owner: 'pricing',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Why rows of an import were refused, by line',
  params: importParams,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
    after: z.coerce.number().int().min(0).default(0).describe('Errors of lines after this one.'),
  }),
  responses: {
    200: z
      .object({
        items: z.array(importErrorSchema),
        /** Send it as `after` for what follows; null at the end. All errors of a line are on one page. */
        nextAfter: z.int().nullable(),
      })
      .meta({ id: 'OfferImportErrorList' }),
  },
  problems: ['OfferImportNotFound'],
});
