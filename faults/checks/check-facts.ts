import type { Cell } from '../../infra/platform/start-cell.ts';
import type { Shop } from '../start-shop.ts';
import { query } from './databases.ts';
import type { DatabaseName } from './databases.ts';
import { violations } from './violation.ts';
import type { Violation } from './violation.ts';

interface Fact {
  readonly id: string;
  readonly key: string;
  readonly type: string;
  readonly version: number;
  readonly data: any;
}

const databases: readonly DatabaseName[] = ['catalog', 'pricing', 'inventory', 'checkout', 'finance'];

/** I5 and I8: what is published is what was committed, once in effect, and never older after newer. */
export async function checkFacts({ cell }: Shop): Promise<Violation[]> {
  const [sales, offers, packs] = await Promise.all([
    factsOn(cell, 'checkout.sale'),
    factsOn(cell, 'pricing.offer'),
    factsOn(cell, 'pricing.prices'),
  ]);
  const unsaid = await Promise.all(
    databases.map(async (database) => {
      const [row] = await query<{ waiting: number; dead: number }>(
        cell,
        database,
        `SELECT (SELECT count(*)::int FROM outbox WHERE published_at IS NULL) AS waiting, (SELECT count(*)::int FROM outbox_dead) AS dead`,
      );
      return { database, ...(row ?? { waiting: 0, dead: 0 }) };
    }),
  );
  return [
    ...violations(
      'I5',
      (row) => `${row.database} has facts that were not published: ${row.waiting} waiting, ${row.dead} set aside`,
      unsaid.filter(({ waiting, dead }) => waiting + dead > 0),
    ),
    ...(await checkSales(cell, sales)),
    ...(await checkOffers(cell, offers, packs)),
    ...checkOrder('checkout.sale', sales),
    ...checkOrder('pricing.offer', offers),
  ];
}

/** Every order that was ever confirmed has one sale on the topic, and none that was not has one. */
async function checkSales(cell: Cell, facts: readonly Fact[]): Promise<Violation[]> {
  const confirmed = await query<{ order_id: string }>(
    cell,
    'checkout',
    `SELECT DISTINCT order_id FROM order_event WHERE state = 'confirmed'`,
  );
  const idsByOrder = new Map<string, Set<string>>();
  for (const { id, data } of facts)
    if (data.kind === 'sale') idsByOrder.set(data.orderId, (idsByOrder.get(data.orderId) ?? new Set()).add(id));
  const orders = new Set(confirmed.map(({ order_id }) => order_id));
  return [
    ...violations(
      'I5',
      (id: string) => `a confirmed order has no sale on the topic: ${id}`,
      [...orders].filter((id) => !idsByOrder.has(id)),
    ),
    ...violations(
      'I5',
      (id: string) => `an order has ${idsByOrder.get(id)?.size} different sales: ${id}`,
      [...idsByOrder].filter(([, ids]) => ids.size > 1).map(([id]) => id),
    ),
    ...violations(
      'I5',
      (id: string) => `a sale was published of an order that was never confirmed: ${id}`,
      [...idsByOrder.keys()].filter((id) => !orders.has(id)),
    ),
  ];
}

/** The newest of what was said of an offer, by itself or in a pack of prices, is the row. */
async function checkOffers(cell: Cell, facts: readonly Fact[], packs: readonly Fact[]): Promise<Violation[]> {
  const newest = new Map<string, number>();
  const hear = (offerId: string, version: number) => newest.set(offerId, Math.max(newest.get(offerId) ?? 0, version));
  for (const { key, version } of facts) hear(key, version);
  for (const { data } of packs) data.offerIds.forEach((offerId: string, i: number) => hear(offerId, data.versions[i]));
  const rows = await query<{ offer_id: string; version: string }>(
    cell,
    'pricing',
    'SELECT offer_id, version FROM offer',
  );
  const apart = rows.filter(({ offer_id, version }) => newest.get(offer_id) !== Number(version));
  return violations(
    'I5',
    (row) => `offer ${row.offer_id} is at version ${row.version} and the topic at ${newest.get(row.offer_id)}`,
    apart,
  );
}

/**
 * In the order of the log, a version first seen is newer than all before it of its key and type; one version is one fact. What is said of a sale
 * (its refunds, parcels and documents) shares the order's key, and several may be of one version.
 */
function checkOrder(topic: string, facts: readonly Fact[]): Violation[] {
  const seen = new Map<string, { versions: Map<number, string>; newest: number }>();
  const wrong: string[] = [];
  for (const { id, key, version, type } of facts) {
    const of = seen.get(`${type} ${key}`) ?? { versions: new Map<number, string>(), newest: 0 };
    seen.set(`${type} ${key}`, of);
    const before = of.versions.get(version);
    if (before === undefined && version < of.newest) wrong.push(`${topic} ${key}: ${version} came after ${of.newest}`);
    if (before !== undefined && before !== id && !type.startsWith('checkout.sale.'))
      wrong.push(`${topic} ${key}: version ${version} is two facts`);
    of.versions.set(version, id);
    of.newest = Math.max(of.newest, version);
  }
  return violations('I8', (text: string) => text, wrong);
}

async function factsOn(cell: Cell, topic: string): Promise<Fact[]> {
  const { rawConsume } = await import('@reprise/platform/testing');
  const messages = await rawConsume(cell.kafkaBrokers.split(','), topic);
  return messages.flatMap(({ value, key }) => {
    try {
      const envelope = JSON.parse(value?.toString() ?? '') as Partial<Fact>;
      const known = typeof envelope.version === 'number' && typeof envelope.id === 'string';
      return known && envelope.key === key?.toString() ? [envelope as Fact] : [];
    } catch {
      return []; // A fault put it there.
    }
  });
}
