import { setTimeout as sleep } from 'node:timers/promises';
import type { ShutdownStep } from '@reprise/platform/http';
import type { Logger } from '@reprise/platform/telemetry';
import type { ProposalBell } from '../../application/begin-proposal.js';
import type { WorkProposal } from '../../application/work-proposal.js';

/** How long to rest when no proposal is at work: those of a process that died are found no later than this. */
const restMs = 2_000;

/** Builds and applies proposals, batch by batch, until nothing is left or it is told to stop. A failure is said and tried again. */
export class KeepProposalsGoing implements ProposalBell {
  private readonly stopped = new AbortController();
  private resting = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly logger: Logger,
    private readonly workProposal: WorkProposal,
  ) {}

  start(): ShutdownStep {
    this.running ??= this.loop();
    return {
      name: 'price proposals',
      run: async () => {
        this.stopped.abort();
        await this.running;
      },
    };
  }

  wake(): void {
    this.resting.abort();
  }

  private async loop(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      this.resting = new AbortController();
      const worked = await this.workProposal.run().catch((error: unknown) => {
        this.logger.warn('prices.proposal-failed', { err: error });
        return false;
      });
      const signal = AbortSignal.any([this.stopped.signal, this.resting.signal]);
      if (!worked) await sleep(restMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
