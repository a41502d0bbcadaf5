import { createRepriseClient } from '@reprise/sdk';
import type { Problem, RepriseClient } from '@reprise/sdk';
import { ProblemError, unanswered } from './problem-error.js';

const clients = new Map<string, RepriseClient>();

/** The client of a region: same origin, signed in by cookie. The header tells our own calls from those of a foreign page. */
export function cell(region: string): RepriseClient {
  const known = clients.get(region);
  if (known !== undefined) return known;
  const client = createRepriseClient({
    baseUrl: addressOf(region),
    headers: { 'x-reprise-csrf': '1' },
    // What an operator sees must be what is, not what a cache remembers.
    cache: 'no-store',
  });
  clients.set(region, client);
  return client;
}

/** Where the console's server passes a region's calls on from. */
export function addressOf(region: string): string {
  return `${location.origin}/api/${region}`;
}

interface Asked<Data> {
  readonly data?: Data | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer of a call, or its problem document thrown. */
export async function answerOf<Data>(asked: Promise<Asked<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    throw new ProblemError(unanswered(cause instanceof Error ? cause.message : String(cause)));
  });
  if (response.ok) return (data ?? {}) as NonNullable<Data>;
  const wait = Number(response.headers.get('retry-after'));
  throw new ProblemError(
    isProblem(error) ? error : unanswered(`HTTP ${response.status}`, response.status),
    wait > 0 ? wait : undefined,
  );
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value;
}
