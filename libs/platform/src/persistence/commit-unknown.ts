import { Fault } from '@reprise/kernel';

/**
 * COMMIT was sent and no answer came back: the transaction may stand or not. Never retried blindly; whoever catches it looks
 * the outcome up by an idempotency key (or, as the fact consumer does, repeats work that an inbox makes safe to repeat).
 */
export class CommitUnknown extends Fault {
  constructor(cause: unknown) {
    super('COMMIT was sent but its outcome is unknown', { retriable: false, cause });
  }
}
