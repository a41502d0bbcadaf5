import { pricingPricesTopic } from '@reprise/contracts/events';
import type { Instant } from '@reprise/kernel';
import { sayTombstone } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import type { PricePack } from '../../application/displayed-offers.js';

interface PackRow {
  readonly pack_id: string;
  readonly seller_id: string;
  readonly offer_ids: readonly string[];
  readonly versions: readonly string[];
}

/** The oldest pack said before a moment that nobody else is at; nobody else will be until this transaction ends. */
export async function claimPack(tx: Tx, before: Instant): Promise<PricePack | undefined> {
  const [row] = await tx.query<PackRow>(
    `SELECT pack_id, seller_id, offer_ids::text[] AS offer_ids, versions::text[] AS versions FROM price_pack
     WHERE said_at < $1 ORDER BY pack_id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [new Date(before)],
  );
  if (row === undefined) return undefined;
  const { pack_id: packId, seller_id: sellerId, offer_ids: offerIds, versions } = row;
  return { packId, sellerId, versions: new Map(offerIds.map((id, i) => [id, Number(versions[i])])) };
}

/** Takes a pack off its topic, which no longer needs it. */
export async function endPack(tx: Tx, { packId }: PricePack): Promise<void> {
  await tx.query('DELETE FROM price_pack WHERE pack_id = $1', [packId]);
  await sayTombstone(tx, pricingPricesTopic, packId);
}
