import type { Problem } from '@reprise/sdk';

/** A call that was answered with a problem document, or not answered at all. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly problem: Problem,
    /** Seconds the server asked to wait. */
    readonly retryAfterSeconds: number | undefined = undefined,
  ) {
    super(problem.detail);
  }

  get status(): number {
    return this.problem.status;
  }
}

/** Nobody answered: the network, the proxy or the cell is down. */
export function unanswered(detail: string, status = 503): Problem {
  return { type: 'about:blank', title: 'No answer', status, code: 'Unanswered', detail, errors: [], requestId: '' };
}

export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return unanswered(error instanceof Error ? error.message : String(error));
}

/** Reads are asked again when nobody answered or somebody is overloaded, never when the answer was no. */
export function isWorthAskingAgain(attempts: number, error: unknown): boolean {
  return attempts < 2 && problemOf(error).status >= 500;
}
