import { upsertNewer } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { MarketCopy } from '../../domain/check-order.js';

/** What is known of a market. */
export async function readMarket(tx: Tx, code: string): Promise<MarketCopy | undefined> {
  const [row] = await tx.query<{
    market: string;
    status: string;
    region: string;
    payment_methods: string[];
    locales: string[] | null;
  }>(
    `SELECT market, status, region, payment_methods,
       CASE WHEN terms ? 'wording' THEN ARRAY(SELECT jsonb_object_keys(terms->'wording')) END AS locales
     FROM market WHERE market = $1`,
    [code],
  );
  if (!row) return undefined;
  const { market, status, region, payment_methods: paymentMethods, locales } = row;
  return { code: market, status, region, paymentMethods, ...(locales !== null && { locales }) };
}

/** Keeps the newest copy of each market. */
export async function saveMarketRows(
  tx: Tx,
  markets: readonly (MarketCopy & { readonly version: number })[],
): Promise<void> {
  await upsertNewer(
    tx,
    'market',
    ['market'],
    {
      market: 'text',
      version: 'bigint',
      status: 'text',
      region: 'text',
      payment_methods: 'jsonb',
      time_zone: 'text',
      withdrawal_days: 'integer',
      terms: 'jsonb',
    },
    markets.map(({ code, version, status, region, paymentMethods, timeZone, withdrawalDays, documentTerms }) => ({
      market: code,
      version,
      status,
      region,
      payment_methods: paymentMethods,
      time_zone: timeZone ?? null,
      withdrawal_days: withdrawalDays ?? null,
      terms: documentTerms ?? {},
    })),
  );
}
