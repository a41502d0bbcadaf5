import type { OpsEvent } from '@reprise/contracts/http';
import { isDeepStrictEqual } from 'node:util';

type Counts = Omit<Extract<OpsEvent, { type: 'deadLetters' }>, 'type'>;

/** How the watch asks and tells. */
export interface WatchOptions {
  /** Somebody who listens, to ask on their behalf; undefined when nobody does, and then nobody is asked. */
  readonly askFor: () => string | undefined;
  readonly count: (authorization: string) => Promise<Counts>;
  readonly tell: (event: OpsEvent) => void;
  readonly onFault: (error: unknown) => void;
  readonly everyMs: number;
}

/**
 * Asks every service what it set aside and tells when that changed. Dead letters are no facts: a service that cannot hear may not be able to
 * speak either. Once for all who listen, and not at all while nobody does.
 */
export class WatchDeadLetters {
  private last: Counts | undefined;
  private readonly timer: NodeJS.Timeout;
  private asking = false;

  constructor(private readonly options: WatchOptions) {
    this.timer = setInterval(() => void this.look(), options.everyMs).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const authorization = this.options.askFor();
    if (authorization === undefined || this.asking) return;
    this.asking = true;
    try {
      const counts = await this.options.count(authorization);
      const before = this.last;
      this.last = counts;
      // What was there before anybody listened is no news: whoever comes reads it.
      if (before !== undefined && !isDeepStrictEqual(before, counts))
        this.options.tell({ type: 'deadLetters', ...counts });
    } catch (error) {
      this.options.onFault(error);
    } finally {
      this.asking = false;
    }
  }
}
