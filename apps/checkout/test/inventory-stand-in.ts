import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@reprise/platform/persistence';
import { systemClock } from '@reprise/kernel';
import { AdvanceOrder } from '../src/application/advance-order.js';
import { hearFacts } from '../src/inbound/kafka/hear-facts.js';
import { PostgresDeskTx } from '../src/outbound/postgres/postgres-desk.js';
import { PostgresWebhooksTx } from '../src/outbound/postgres/webhook-rows.js';

/**
 * Answers placed orders as inventory does, first come first served, through checkout's own hearings. It reads what was said from the outbox
 * and says its answer in a transaction of checkout's database: what Kafka carries in between is proven elsewhere.
 */
export class InventoryStandIn {
  /** Units of each offer; an offer that is not here has plenty. */
  readonly stock = new Map<string, number>();
  /** Answers each order this often. */
  copies = 1;
  /** Says nothing while true. */
  silent = false;
  private readonly answered = new Set<string>();
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly onMove: () => void = () => undefined,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  async say(orderId: string, answer: 'reserved' | 'rejected'): Promise<void> {
    const news = { moved: () => this.onMove() };
    const hearings = hearFacts({
      advanceOrder: new AdvanceOrder(60_000, news, () => undefined),
      deskOf: (tx) => new PostgresDeskTx(tx),
      webhooksOf: (tx) => new PostgresWebhooksTx(tx),
    });
    const hearing = hearings.find(({ contract }) => contract.type === `inventory.stock.${answer}`);
    if (!hearing) throw new Error(`checkout does not hear ${answer}`);
    const fact = { data: { orderId, version: 1, market: 'fr' }, occurredAt: systemClock.now() };
    await this.database.inTransaction((tx) => hearing.hear([fact as never], tx));
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const placed = this.silent ? [] : await this.newOrders();
      for (const { orderId, lines } of placed) {
        const short = lines.some(({ offerId, quantity }) => (this.stock.get(offerId) ?? 1_000) < quantity);
        if (!short) {
          for (const { offerId, quantity } of lines) {
            const units = this.stock.get(offerId);
            if (units !== undefined) this.stock.set(offerId, units - quantity);
          }
        }
        for (let copy = 0; copy < this.copies; copy += 1) await this.say(orderId, short ? 'rejected' : 'reserved');
      }
      if (placed.length === 0) await sleep(10);
    }
  }

  private async newOrders(): Promise<{ orderId: string; lines: { offerId: string; quantity: number }[] }[]> {
    // By what was answered, not by a position: an order that took a low number may commit after one with a higher.
    const rows = await this.database.query<{ orderId: string; data: never }>(
      `SELECT key AS "orderId", envelope->'data' AS data FROM outbox
       WHERE envelope->>'type' = 'checkout.order.placed' AND NOT key = ANY ($1) ORDER BY id`,
      [[...this.answered]],
    );
    for (const { orderId } of rows) this.answered.add(orderId);
    return rows.map((row) => row.data);
  }
}
