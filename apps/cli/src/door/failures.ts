import type { Problem } from '@reprise/sdk';

/** The person asked for something that cannot be done as asked. The message says what to do instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A gateway answered with a problem document. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  constructor(
    /** What was attempted, as the start of a sentence: `PUT market fr`. */
    readonly attempt: string,
    readonly problem: Problem,
  ) {
    super(`${attempt}: ${problem.code}`);
  }
}

/** No gateway answered at this address, or what answered was not one. */
export class GatewayUnreachable extends Error {
  override readonly name = 'GatewayUnreachable';
  constructor(
    readonly gateway: string,
    reason: string,
    options?: { readonly cause: unknown },
  ) {
    super(`${gateway} ${reason}`, options);
  }
}

/** Something was accepted but did not show where it should within the time given. */
export class NotShownInTime extends Error {
  override readonly name = 'NotShownInTime';
}
