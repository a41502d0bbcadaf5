import type { DataOf, orderCancelledV1, saleRecordedV1 } from '@reprise/contracts/events';
import type { Instant } from '@reprise/kernel';
import { Bug, Money } from '@reprise/kernel';
import { insertMany } from '@reprise/platform/persistence';
import type { Database, Tx } from '@reprise/platform/persistence';
import type { TaxTask, TaxTasks } from '../../application/settle-taxes.js';
import type { TaxedRefund, TaxReceipt } from '../../application/tax-provider.js';
import type { TaxCalculations } from '../../application/work-out-tax.js';

type Sale = DataOf<typeof saleRecordedV1>;

interface TaskRow {
  readonly task_id: string;
  readonly kind: TaxTask['kind'];
  readonly order_id: string;
  readonly attempts: number;
  /** A sale as it was heard; of a commitment, with its calculation. Nothing of a void. */
  readonly content: { readonly sale?: Sale; readonly calculation?: string };
  readonly committed: { readonly content: { readonly sale: Sale }; readonly receipt: TaxReceipt } | null;
}

/** What a tax service calculated and has yet to be told, in PostgreSQL. */
export class PostgresTaxTasks implements TaxTasks, TaxCalculations {
  constructor(private readonly database: Database) {}

  async remember({ quoteId, provider, reference, at }: Parameters<TaxCalculations['remember']>[0]): Promise<void> {
    await this.database.query(
      'INSERT INTO tax_calculation (quote_id, provider, reference, calculated_at) VALUES ($1, $2, $3, $4)',
      [quoteId, provider, reference, new Date(at)],
    );
  }

  /** An order's tasks are taken in the order they happened: what follows a commitment waits until it stands. */
  async claim(now: Instant, until: Instant): Promise<TaxTask | undefined> {
    const [row] = await this.database.query<TaskRow>(
      `UPDATE tax_task t SET due_at = $2, attempts = attempts + 1
       FROM (
         SELECT task_id FROM tax_task d WHERE status = 'due' AND due_at <= $1 AND NOT EXISTS (
           SELECT 1 FROM tax_task earlier
           WHERE earlier.order_id = d.order_id AND earlier.ordinal < d.ordinal AND earlier.status <> 'done'
         )
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
       ) next
       WHERE t.task_id = next.task_id
       RETURNING t.task_id, t.kind, t.order_id, t.attempts - 1 AS attempts, t.content, (
         SELECT jsonb_build_object('content', c.content, 'receipt', c.receipt) FROM tax_task c
         WHERE c.order_id = t.order_id AND c.kind = 'commit' AND c.status = 'done' LIMIT 1
       ) AS committed`,
      [new Date(now), new Date(until)],
    );
    return row && taskOf(row);
  }

  async settle(taskId: string, receipt: TaxReceipt, now: Instant): Promise<void> {
    await this.database.query(
      `UPDATE tax_task SET status = 'done', receipt = $2, error = NULL, finished_at = $3 WHERE task_id = $1`,
      [taskId, JSON.stringify(receipt), new Date(now)],
    );
  }

  async postpone(taskId: string, error: string, until: Instant): Promise<void> {
    await this.database.query(`UPDATE tax_task SET due_at = $3, error = $2 WHERE task_id = $1`, [
      taskId,
      error,
      new Date(until),
    ]);
  }

  async giveUp(taskId: string, error: string, now: Instant): Promise<void> {
    await this.database.query(
      `UPDATE tax_task SET status = 'failed', error = $2, finished_at = $3 WHERE task_id = $1`,
      [taskId, error, new Date(now)],
    );
  }
}

/**
 * Notes what a tax service has to be told of money that moved. A sale whose tax our own tables worked out is in no calculation, so nobody has
 * to be told. Heard twice it is one task, by its id.
 */
export async function noteSales(tx: Tx, sales: readonly Sale[]): Promise<void> {
  const quoteIds = sales.flatMap(({ quoteId }) => quoteId ?? []);
  const calculations = await tx.query<{ quote_id: string; reference: string }>(
    'SELECT quote_id, reference FROM tax_calculation WHERE quote_id = ANY($1::uuid[])',
    [quoteIds],
  );
  const calculationOf = new Map(calculations.map(({ quote_id, reference }) => [quote_id, reference]));
  await insertTasks(
    tx,
    sales.flatMap((sale) => {
      const calculation = calculationOf.get(sale.quoteId ?? '');
      if (calculation === undefined) return [];
      const kind = sale.kind === 'sale' ? ('commit' as const) : ('refund' as const);
      return [{ taskId: `${kind}/${sale.saleId}`, kind, orderId: sale.orderId, content: { sale, calculation } }];
    }),
  );
}

/** An order that ends without a sale takes back what was committed for it, and nothing where nothing was. */
export async function noteCancellations(tx: Tx, orders: readonly DataOf<typeof orderCancelledV1>[]): Promise<void> {
  const committed = await tx.query<{ order_id: string }>(
    `SELECT order_id FROM tax_task WHERE kind = 'commit' AND order_id = ANY($1::uuid[])`,
    [orders.map(({ orderId }) => orderId)],
  );
  await insertTasks(
    tx,
    committed.map(({ order_id }) => ({ taskId: `void/${order_id}`, kind: 'void', orderId: order_id, content: {} })),
  );
}

async function insertTasks(
  tx: Tx,
  tasks: readonly {
    readonly taskId: string;
    readonly kind: TaxTask['kind'];
    readonly orderId: string;
    readonly content: unknown;
  }[],
): Promise<void> {
  await insertMany(
    tx,
    'tax_task',
    { task_id: 'text', kind: 'text', order_id: 'uuid', content: 'jsonb', due_at: 'timestamptz' },
    tasks.map(({ taskId, kind, orderId, content }) => ({
      ...{ task_id: taskId, kind, content },
      order_id: orderId,
      due_at: new Date(0),
    })),
    'ON CONFLICT (task_id) DO NOTHING',
  );
}

function taskOf({ task_id: taskId, kind, order_id: orderId, attempts, content, committed }: TaskRow): TaxTask {
  const { sale, calculation } = content;
  if (kind === 'commit') {
    if (sale === undefined || calculation === undefined) throw new Bug(`the task ${taskId} has no calculation`);
    return { taskId, attempts, kind, sale: { saleId: sale.saleId, orderId, calculation } };
  }
  if (committed === null) throw new Bug(`the task ${taskId} follows no commitment`);
  const commitment = committed.receipt;
  if (kind === 'void') return { taskId, attempts, kind, sale: { orderId, commitment } };
  if (sale === undefined) throw new Bug(`the task ${taskId} has no refund`);
  return { taskId, attempts, kind, refund: refundOf(sale, committed.content.sale, commitment) };
}

function refundOf(refund: Sale, sold: Sale, commitment: TaxReceipt): TaxedRefund {
  const { saleId, orderId, totals } = refund;
  const lines = refund.lines.map(({ offerId, quantity, net, tax }) => ({
    ...{ offerId, quantity },
    net: Money.fromJson(net),
    tax: Money.fromJson(tax),
  }));
  const lineTax = lines.reduce((sum, { tax }) => sum.plus(tax), Money.zero(Money.fromJson(totals.tax).currency));
  const taxed = ({ net, tax, shipping }: Sale['totals']): string =>
    [net, tax, shipping].map((each) => each.amount).join();
  return {
    ...{ saleId, orderId, commitment, lines },
    whole: taxed(totals) === taxed(sold.totals),
    shipping: { net: Money.fromJson(totals.shipping), tax: Money.fromJson(totals.tax).minus(lineTax) },
  };
}
