import type { ProductRecord } from '@reprise/contracts/events';
import type { Problem, importProducts } from '@reprise/contracts/http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';

/** What the catalogue did with a batch, as `POST /v1/ops/products/import` answers. */
export type ImportResult = z.output<(typeof importProducts)['responses'][200]>;

/** Where products go, and on whose behalf. */
export interface ProductDoor {
  readonly gateway: string;
  /** Bearer token of an operator. */
  readonly token: string;
  readonly fetch?: typeof fetch;
  /** First wait before trying again; doubles each time. */
  readonly retryMs?: number;
}

/** The gateway refused for a reason that trying again does not mend: no token, no right, another region writes. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}

const attempts = 6;
/** Too busy, or a part is away. The import is idempotent, so a batch whose answer was lost may be sent again. */
const worthRetrying = new Set([408, 429, 502, 503, 504]);

/** Sends one batch as NDJSON and answers what became of it. Throws ImportRefused, or the last failure when the gateway stays away. */
export async function postProducts(batch: readonly ProductRecord[], door: ProductDoor): Promise<ImportResult> {
  const body = batch.map((product) => JSON.stringify(product) + '\n').join('');
  for (let attempt = 1; ; attempt += 1) {
    const answer = await tryPost(body, door).catch((error: unknown) => error as Error);
    if (!(answer instanceof Error) && answer.ok) return (await answer.json()) as ImportResult;
    if (!(answer instanceof Error) && !worthRetrying.has(answer.status))
      throw new ImportRefused(await reasonOf(answer));
    if (attempt === attempts) throw answer instanceof Error ? answer : new ImportRefused(await reasonOf(answer));
    await sleep((door.retryMs ?? 500) * 2 ** (attempt - 1));
  }
}

function tryPost(body: string, door: ProductDoor): Promise<Response> {
  return (door.fetch ?? fetch)(new URL('/v1/ops/products/import', door.gateway), {
    method: 'POST',
    headers: { authorization: `Bearer ${door.token}`, 'content-type': 'application/x-ndjson' },
    body,
    signal: AbortSignal.timeout(60_000),
  });
}

async function reasonOf(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>;
  return `${answer.status} ${problem.code ?? answer.statusText}: ${problem.detail ?? 'the gateway gave no reason'}`;
}
