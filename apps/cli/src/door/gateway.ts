import { createRepriseClient } from '@reprise/sdk';
import type { Problem, RepriseClient } from '@reprise/sdk';
import { setTimeout as sleep } from 'node:timers/promises';
import { CallRefused, GatewayUnreachable } from './failures.js';

/** What openapi-fetch answers: data or a problem, and the response either way. */
interface Answered<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: { readonly status: number };
}

/** Longest a call may take. Bulk imports say their own. */
const timeoutMs = 30_000;
/** Refusals that pass by themselves. Every call of this tool may be made twice: each states what should be, not what to add. */
const passing = new Set(['ServiceUnavailable', 'DeadlineExceeded', 'TooManyRequests']);
const retry = { attempts: 5, firstMs: 300 };

/** One region's gateway, called on behalf of one token. Answers data; everything else is thrown as what a person can act on. */
export class Gateway {
  private readonly client: RepriseClient;

  constructor(
    readonly url: string,
    private readonly token?: string,
  ) {
    this.client = createRepriseClient({
      baseUrl: url,
      fetch: (request) => fetch(request, { signal: AbortSignal.timeout(timeoutMs) }),
      ...(token === undefined ? {} : { token }),
    });
  }

  /** Calls and answers the data. `attempt` says what it was for, should it be refused. Throws CallRefused or GatewayUnreachable. */
  async call<Data>(attempt: string, work: (client: RepriseClient) => Promise<Answered<Data>>): Promise<Data> {
    return this.patiently(async () => {
      const answered = await this.reach(() => work(this.client));
      if (answered.data !== undefined) return answered.data;
      throw this.refusal(attempt, answered.error, answered.response.status);
    });
  }

  /** As `call`, answering undefined where the problem is one of `codes`. */
  async callUnless<Data>(
    codes: readonly string[],
    attempt: string,
    work: (client: RepriseClient) => Promise<Answered<Data>>,
  ): Promise<Data | undefined> {
    try {
      return await this.call(attempt, work);
    } catch (error) {
      if (error instanceof CallRefused && codes.includes(error.problem.code)) return undefined;
      throw error;
    }
  }

  /** Sends lines of JSON; the one thing the typed client does not do. */
  async postLines<Answer>(
    attempt: string,
    path: string,
    rows: readonly unknown[],
    options: { readonly timeoutMs: number },
  ): Promise<Answer> {
    const body = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    return this.postFile(attempt, path, { body, mediaType: 'application/x-ndjson' }, options);
  }

  /** Sends a file as it is. */
  async postFile<Answer>(
    attempt: string,
    path: string,
    file: { readonly body: string | Uint8Array<ArrayBuffer>; readonly mediaType: string },
    options: { readonly timeoutMs: number },
  ): Promise<Answer> {
    return this.patiently(async () => {
      const response = await this.reach(() =>
        fetch(new URL(path, this.url), {
          method: 'POST',
          headers: {
            'content-type': file.mediaType,
            ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
          },
          body: file.body,
          signal: AbortSignal.timeout(options.timeoutMs),
        }),
      );
      const body: unknown = await response.json().catch(() => undefined);
      if (response.ok) return body as Answer;
      throw this.refusal(attempt, body, response.status);
    });
  }

  private async patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        const passes = error instanceof CallRefused && passing.has(error.problem.code);
        if (!passes || attempt === retry.attempts) throw error;
        await sleep(retry.firstMs * 2 ** (attempt - 1));
      }
    }
  }

  private async reach<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { name } = error as Error;
      const reason = name === 'TimeoutError' ? 'did not answer in time' : 'does not answer';
      throw new GatewayUnreachable(this.url, reason, { cause: error });
    }
  }

  private refusal(attempt: string, body: unknown, status: number): Error {
    const problem = body as Partial<Problem> | undefined;
    if (typeof problem?.code === 'string') return new CallRefused(attempt, problem as Problem);
    return new GatewayUnreachable(this.url, `answered ${status} without a problem document: is it a Reprise gateway?`);
  }
}
