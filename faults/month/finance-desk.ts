import { setTimeout as sleep } from 'node:timers/promises';
import type { Movement } from './money-trade.ts';
import type { SettlementText } from './settlement-texts.ts';

export interface FoundBreak {
  readonly type: string;
  readonly side: string;
  readonly reference: string;
}

/** Finance of a running system, over its gateway. */
export class FinanceDesk {
  private readonly gateway: string;
  private readonly token: string;

  constructor(gateway: string, token: string) {
    this.gateway = gateway;
    this.token = token;
  }

  /** How many of these sales finance has heard so far. */
  async countSales(sales: readonly Movement[]): Promise<number> {
    const wanted = new Set(sales.map(({ saleId }) => saleId));
    let count = 0;
    for await (const { sale } of this.pages<{ sale: { saleId: string } }>('/v1/finance/sales?limit=500'))
      if (wanted.has(sale.saleId)) count += 1;
    return count;
  }

  /** What became of a file, in a line. */
  async import({ account, format, name, text }: SettlementText): Promise<string> {
    const query = new URLSearchParams({ account, format, fileName: name });
    const body = await this.call<{ status: string; accepted: number; known: number; problems: unknown[] }>(
      ...([`/v1/finance/reconciliation/files?${query}`, 'POST', text] as const),
      format === 'camt.053' ? 'application/xml' : 'text/csv',
    );
    if (body.problems.length > 0) throw new Error(`${name}: ${JSON.stringify(body.problems[0])}`);
    return `  ${name}: ${body.status}, ${body.accepted} lines accepted, ${body.known} known`;
  }

  reconcile(asOf: string): Promise<{ readonly id: string }> {
    const body = JSON.stringify({ asOf });
    return this.call('/v1/finance/reconciliation/runs', 'POST', body, 'application/json');
  }

  async breaksOf(runId: string): Promise<FoundBreak[]> {
    const found: FoundBreak[] = [];
    const path = `/v1/finance/reconciliation/runs/${runId}/breaks?limit=500`;
    for await (const each of this.pages<FoundBreak>(path)) found.push(each);
    return found;
  }

  private async *pages<Item>(path: string): AsyncGenerator<Item> {
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: string = cursor === '' ? path : `${path}&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: Item[]; nextCursor: string | null } = await this.call(next);
      yield* page.items;
      cursor = page.nextCursor;
    }
  }

  private async call<Body>(path: string, method = 'GET', body?: string, type?: string): Promise<Body> {
    for (let tries = 20; ; tries -= 1) {
      const response = await fetch(this.gateway + path, {
        method,
        headers: { authorization: `Bearer ${this.token}`, ...(type !== undefined && { 'content-type': type }) },
        ...(body !== undefined && { body }),
      });
      if (response.ok) return (await response.json()) as Body;
      if (response.status < 500 || tries === 0)
        throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      await sleep(500);
    }
  }
}
