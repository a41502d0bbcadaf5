import type { Logger, Metrics } from '@reprise/platform/telemetry';
import { Bug } from '@reprise/kernel';
import { FactFold } from '@reprise/platform/messaging';
import type { FoldBatch, Heard, HeardFact, Tombstone } from '@reprise/platform/messaging';
import type { ReadState, StateChange } from '../../application/ports.js';
import { changesOf, heard, subjectsByTopic } from './change-of.js';
import type { Subject } from './change-of.js';

export interface FollowFactsOptions {
  readonly region: string;
  readonly brokers: readonly string[];
  readonly state: ReadState;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Told what changed anything, once it is readable. */
  readonly onNews?: (changes: readonly StateChange[]) => void;
  /** What is read; specs read the same facts on topics of their own. */
  readonly facts?: typeof heard;
}

/**
 * Keeps the read model up with Kafka: reads on from the stored offsets, hands every batch over as one write, and says how far behind it is.
 * Kafka away means no news, not no answers.
 */
export class FollowFacts {
  private readonly subjects: ReturnType<typeof subjectsByTopic>;
  private readonly folded;
  private readonly skipped;
  private fold: FactFold;
  private readonly lagTimer: NodeJS.Timeout;
  private stopped = false;
  private rebuilding = false;

  constructor(private readonly options: FollowFactsOptions) {
    const { metrics, region, facts = heard } = options;
    this.subjects = subjectsByTopic(region, facts);
    this.folded = metrics.counter(
      'read_model_changes_total',
      'Facts heard, by whether they were newer.',
      'kind',
      'newer',
    );
    this.skipped = metrics.counter('read_model_skipped_total', 'Messages that are no fact we know.', 'topic', 'reason');
    const lag = metrics.gauge('read_model_lag_seconds', 'How far behind Kafka the answers may be.');
    this.fold = this.newFold();
    const measure = () => lag.set(this.lagSeconds());
    measure();
    this.lagTimer = setInterval(measure, 1_000).unref();
  }

  start(): void {
    this.fold.start();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.lagTimer);
    await this.fold.stop();
  }

  /** Seconds the answers may be behind; Infinity before Kafka was first reached. */
  lagSeconds(): number {
    return this.fold.lagSeconds();
  }

  private newFold(): FactFold {
    const { brokers, region, state, logger, facts = heard } = this.options;
    const fold: FactFold = new FactFold({
      brokers,
      clientId: `gateway-${region}`,
      topics: [...this.subjects.keys()],
      offsets: state.offsets(),
      ...(state.clusterId !== undefined && { clusterId: state.clusterId }),
      contracts: facts.map(({ contract }) => contract),
      logger,
      apply: (batch) => {
        // A fold that was replaced may still hold a batch: it belongs to a log that no longer counts.
        if (fold === this.fold && !this.rebuilding) this.apply(batch, fold.clusterId);
      },
      onReset: (topic, partition) => this.rebuild(topic, partition),
    });
    void fold.caughtUp.then(() => {
      if (fold === this.fold && !this.rebuilding) state.markCaughtUp();
    });
    return fold;
  }

  private apply(batch: FoldBatch, clusterId: string | undefined): void {
    const { topic, partition, nextOffset } = batch;
    const subject = this.subjects.get(topic);
    if (subject === undefined) throw new Bug(`${topic} was read and nobody asked for it`);
    const changes: StateChange[] = [];
    for (const message of batch.facts) {
      const reason = whyNot(message, subject);
      if (reason === undefined) {
        for (const change of changesOf(subject.kind, message as HeardFact | Tombstone)) changes.push(change);
        continue;
      }
      this.skipped.inc({ topic, reason });
      this.options.logger.error('fold.skipped', { topic, partition, offset: message.offset, key: message.key, reason });
    }
    const newer = this.options.state.fold(changes, [{ topic, partition, offset: nextOffset }], clusterId);
    if (newer > 0) this.options.onNews?.(changes);
    this.folded.inc({ kind: subject.kind, newer: 'yes' }, newer);
    this.folded.inc({ kind: subject.kind, newer: 'no' }, changes.length - newer);
  }

  /**
   * Stored offsets no longer mean what they did: the log was made anew or cut. What was folded may hold keys the log no longer has, so
   * everything is dropped and read again from the beginning.
   */
  private rebuild(topic: string, partition: number): void {
    if (this.rebuilding) return;
    this.rebuilding = true;
    this.options.logger.warn('fold.rebuilding', { topic, partition });
    const replaced = this.fold;
    // Not awaited here: the fold that calls us cannot stop before we return.
    void replaced.stop().then(() => {
      this.options.state.clear();
      this.fold = this.newFold();
      this.rebuilding = false;
      if (!this.stopped) this.fold.start();
    });
  }
}

/** Why a message changes nothing; undefined for a fact or tombstone of this topic, said by the cell that may. */
function whyNot(message: Heard, { region, type }: Subject): string | undefined {
  if (message.kind === 'unparsable') return message.reason;
  if (message.kind === 'tombstone') return undefined;
  if (message.region !== region) return 'WrongRegion';
  return message.type === type ? undefined : 'UnknownType';
}
