import type { Schema } from '@reprise/sdk';
import type { Gateway } from '../door/gateway.js';
import type { OfferLine } from './plan-offers.js';

/** What became of offers stated at once. */
export interface ImportResult {
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejectedCount: number;
  rejected: readonly Schema<'OfferImportError'>[];
}

/** Sends offers as one import, and asks why rows of it were refused. */
export async function importOffers(gateway: Gateway, name: string, rows: readonly OfferLine[]): Promise<ImportResult> {
  const taken = await gateway.postLines<Schema<'OfferImport'>>(`offers of ${name}`, '/v1/seller/offers/bulk', rows, {
    timeoutMs: 120_000,
  });
  const { created, updated, unchanged, rejected: rejectedCount } = taken;
  const counts = { received: taken.rows, created, updated, unchanged, rejectedCount };
  if (rejectedCount === 0) return { ...counts, rejected: [] };
  const { items } = await gateway.call(`refused offers of ${name}`, (client) =>
    client.GET('/v1/seller/imports/{importId}/errors', {
      params: { path: { importId: taken.id }, query: { limit: 10_000 } },
    }),
  );
  return { ...counts, rejected: items };
}
