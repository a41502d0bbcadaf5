import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerEntry } from '../../infra/psp/ledger.ts';
import type { Shop } from '../start-shop.ts';
import { query } from './databases.ts';
import { violations } from './violation.ts';
import type { Violation } from './violation.ts';

interface OrderRow {
  readonly order_id: string;
  readonly state: string;
  readonly gross_minor: string;
}

/** I3: the provider's own ledger file and our orders tell the same story, both ways. */
export async function checkPayments({ cell, stateDir }: Shop): Promise<Violation[]> {
  const orders = await query<OrderRow>(
    cell,
    'checkout',
    'SELECT order_id, state, gross_minor FROM saga JOIN placed_order USING (order_id)',
  );
  const entries = readFileSync(join(stateDir, cell.region, 'psp', 'ledger.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LedgerEntry);
  const money = moneyByOrder(entries);
  const refunds = await query<{ order_id: string; minor: string }>(
    cell,
    'checkout',
    'SELECT order_id, sum(amount_minor) AS minor FROM refund WHERE reference IS NOT NULL GROUP BY order_id',
  );
  const misnoted = refunds.filter(({ order_id, minor }) => money.get(order_id)?.refundedMinor !== Number(minor));
  const known = new Set(orders.map(({ order_id }) => order_id));
  const wrong = orders.flatMap((order) =>
    wrongWith(order, money.get(order.order_id) ?? { charges: [], refundedMinor: 0 }),
  );
  const unknown = [...money.keys()].filter((orderId) => !known.has(orderId));
  return [
    ...violations('I3', (text: string) => text, wrong),
    ...violations('I3', (row) => `the provider gave back another sum than is noted: ${JSON.stringify(row)}`, misnoted),
    ...violations('I3', (orderId: string) => `the provider charged for an order we do not have: ${orderId}`, unknown),
  ];
}

interface OrderMoney {
  readonly charges: number[];
  refundedMinor: number;
}

function moneyByOrder(entries: readonly LedgerEntry[]): Map<string, OrderMoney> {
  const byOrder = new Map<string, OrderMoney>();
  const orderOfCharge = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind === 'charge' && entry.status === 'succeeded') {
      orderOfCharge.set(entry.id, entry.reference);
      const money = byOrder.get(entry.reference) ?? { charges: [], refundedMinor: 0 };
      money.charges.push(entry.amountMinor);
      byOrder.set(entry.reference, money);
    }
    if (entry.kind === 'refund') {
      const money = byOrder.get(orderOfCharge.get(entry.chargeId) ?? '');
      if (money !== undefined) money.refundedMinor += entry.amountMinor;
    }
  }
  return byOrder;
}

function wrongWith(order: OrderRow, { charges, refundedMinor }: OrderMoney): string[] {
  const { order_id: id, state } = order;
  const chargedMinor = charges.reduce((sum, amount) => sum + amount, 0);
  const gross = Number(order.gross_minor);
  if (charges.length > 1) return [`order ${id} (${state}) was charged ${charges.length} times`];
  if (refundedMinor > chargedMinor)
    return [`order ${id} (${state}) was given back ${refundedMinor} of ${chargedMinor}`];
  if (state === 'confirmed' && (chargedMinor !== gross || refundedMinor !== 0))
    return [`order ${id} is confirmed at ${gross}; charged ${chargedMinor}, given back ${refundedMinor}`];
  if (state === 'partlyRefunded' && (chargedMinor !== gross || refundedMinor === 0 || refundedMinor === gross))
    return [`order ${id} of ${gross} is refunded in part; charged ${chargedMinor}, given back ${refundedMinor}`];
  if (['declined', 'cancelled', 'refunded'].includes(state) && chargedMinor !== refundedMinor)
    return [`order ${id} is ${state}; charged ${chargedMinor}, given back ${refundedMinor}`];
  return [];
}
