import { setTimeout as sleep } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: any;
}

export interface CallOptions {
  readonly token?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long one try may take. */
  readonly timeoutMs?: number;
  /** How long to go on asking while nothing but faults come back. */
  readonly patienceMs?: number;
}

/** What asking came to: the last answer, or none, and how often it was asked. */
export interface Asked {
  readonly answer: Answer | undefined;
  readonly attempts: number;
  readonly serverErrors: number;
}

/** One try, as any client would make it. Undefined when no answer came. */
export async function tryOnce(url: string, method: string, options: CallOptions = {}): Promise<Answer | undefined> {
  const { token, body, headers, timeoutMs = 20_000 } = options;
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    return { status: response.status, text, body: parsed(text) };
  } catch {
    return undefined;
  }
}

/**
 * Asks until something other than a fault comes back: no answer, a 5xx and "this key is in use" are asked again, with growing pauses, as a
 * well-made client does. Everything asked through this is safe to repeat.
 */
export async function askPatiently(url: string, method: string, options: CallOptions = {}): Promise<Asked> {
  const until = Date.now() + (options.patienceMs ?? 90_000);
  let serverErrors = 0;
  for (let attempts = 1, waitMs = 50; ; attempts += 1, waitMs = Math.min(waitMs * 2, 1_000)) {
    const answer = await tryOnce(url, method, options);
    if (answer !== undefined && answer.status >= 500) serverErrors += 1;
    const passing = answer === undefined || answer.status >= 500 || answer.body?.code === 'IdempotencyKeyInUse';
    if (!passing || Date.now() > until) return { answer, attempts, serverErrors };
    await sleep(waitMs);
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
