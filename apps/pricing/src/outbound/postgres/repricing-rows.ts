import { instantOfEpochMs } from '@reprise/kernel';
import type { Instant } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import type { Author, Repricing } from '../../application/displayed-offers.js';
import type { PriceList } from '../../domain/price-list.js';

interface RepricingRow {
  readonly repricing_id: string;
  readonly due_at: Date;
  readonly collected: boolean;
  readonly actor: string;
  readonly actor_role: string;
  readonly why: string;
}

/** The repricing due first, held until the transaction ends. One at a time, because boundaries must take effect in their order. */
export async function claim(tx: Tx, now: Instant): Promise<Repricing | undefined> {
  const [free] = await tx.query<{ held: boolean }>("SELECT pg_try_advisory_xact_lock(hashtext('repricing')) AS held");
  if (free?.held !== true) return undefined;
  const [row] = await tx.query<RepricingRow>(
    `SELECT repricing_id, due_at, collected, actor, actor_role, why FROM repricing
     WHERE due_at <= $1 ORDER BY due_at, repricing_id LIMIT 1`,
    [new Date(now)],
  );
  if (row === undefined) return undefined;
  return {
    id: row.repricing_id,
    dueAt: instantOfEpochMs(row.due_at.getTime()),
    collected: row.collected,
    author: { actor: row.actor, role: row.actor_role, why: row.why },
  };
}

/** Finds the offers it is about, by index: nothing that the list does not cover is read. */
export async function collect(tx: Tx, id: string): Promise<void> {
  const [scope] = await tx.query<{
    market: string | null;
    seller_id: string | null;
    product_id: string | null;
    category: string | null;
    grade: string | null;
    offer_ids: string[] | null;
  }>('UPDATE repricing SET collected = true WHERE repricing_id = $1 RETURNING *', [id]);
  if (scope === undefined) return;
  const { market, seller_id, product_id, category, grade, offer_ids } = scope;
  const params: unknown[] = [id];
  const where = (condition: string, value: unknown): string[] =>
    value === null ? [] : [condition.replace('?', `$${params.push(value)}`)];
  const conditions = [
    ...where('EXISTS (SELECT FROM offer_price p WHERE p.offer_id = o.offer_id AND p.market = ?)', market),
    ...where('o.offer_id = ANY(?::uuid[])', offer_ids),
    ...where('o.seller_id = ?', seller_id),
    ...where('o.product_id = ?', product_id),
    ...where('o.product_id IN (SELECT product_id FROM product WHERE category = ?)', category),
    ...where('o.grade = ?', grade),
  ];
  await tx.query(
    `INSERT INTO repricing_offer (repricing_id, offer_id) SELECT $1, o.offer_id FROM offer o WHERE ${conditions.join(' AND ')}`,
    params,
  );
}

export async function offersOf(tx: Tx, id: string, limit: number): Promise<readonly string[]> {
  const rows = await tx.query<{ offer_id: string }>(
    'SELECT offer_id FROM repricing_offer WHERE repricing_id = $1 ORDER BY offer_id LIMIT $2',
    [id, limit],
  );
  return rows.map(({ offer_id }) => offer_id);
}

export async function crossOff(tx: Tx, id: string, offerIds: readonly string[], isLast: boolean): Promise<void> {
  await tx.query('DELETE FROM repricing_offer WHERE repricing_id = $1 AND offer_id = ANY($2::uuid[])', [id, offerIds]);
  if (isLast) await tx.query('DELETE FROM repricing WHERE repricing_id = $1', [id]);
}

/** Plans to price again, at each of these moments, what the list covers. */
export async function plan(tx: Tx, list: PriceList, moments: readonly Instant[], author: Author): Promise<void> {
  const { scope, effect } = list;
  for (const dueAt of moments)
    await tx.query(
      `INSERT INTO repricing (due_at, list_id, market, seller_id, category, grade, offer_ids, actor, actor_role, why)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        new Date(dueAt),
        list.id,
        list.market,
        scope.sellerId ?? null,
        scope.category ?? null,
        scope.grade ?? null,
        effect.type === 'fixedPrices' ? JSON.stringify([...effect.prices.keys()]) : null,
        author.actor,
        author.role,
        author.why,
      ],
    );
}

/** Plans to price one offer again, at each of these moments. */
export async function planOffer(
  tx: Tx,
  { id, market, offerId }: { readonly id: string; readonly market: string; readonly offerId: string },
  moments: readonly Instant[],
  author: Author,
): Promise<void> {
  for (const dueAt of moments)
    await tx.query(
      `INSERT INTO repricing (due_at, list_id, market, offer_ids, actor, actor_role, why)
       VALUES ($1, $2, $3, jsonb_build_array($4::text), $5, $6, $7)`,
      [new Date(dueAt), id, market, offerId, author.actor, author.role, author.why],
    );
}

/** Has every offer of these products priced again now. */
export async function planForGoods(tx: Tx, productIds: readonly string[], author: Author): Promise<void> {
  if (productIds.length === 0) return;
  await tx.query(
    `INSERT INTO repricing (due_at, product_id, actor, actor_role, why)
     SELECT date_trunc('milliseconds', clock_timestamp()), id, $2, $3, $4 FROM unnest($1::uuid[]) AS id`,
    [productIds, author.actor, author.role, author.why],
  );
}

/** What was planned of a list and has not begun: its new version plans anew. */
export async function unplan(tx: Tx, listId: string, after: Instant): Promise<void> {
  await tx.query('DELETE FROM repricing WHERE list_id = $1 AND due_at > $2 AND NOT collected', [
    listId,
    new Date(after),
  ]);
}
