import { setTimeout as sleep } from 'node:timers/promises';

import { AdvisoryLock, isRetriable, silentLogger, type Logger } from '../persistence/index.js';
import { noMetrics, type MessagingMetrics } from './metrics.js';
import { onOutboxSignal } from './outbox-signal.js';
import { BatchPublisher, BatchRefused, TopicMissing } from './publish-batch.js';
import {
  batchesOf,
  markPublished,
  quarantine,
  readUnpublished,
  sweepPublished,
  type OutboxRow,
} from './outbox-rows.js';

/** Times in milliseconds. */
export interface OutboxRelayOptions {
  readonly database: { readonly url: string };
  readonly brokers: readonly string[];
  /** The service; names the producer and the database session. */
  readonly clientId: string;
  /** The cell, stamped on every fact. */
  readonly region: string;
  readonly logger?: Logger;
  readonly metrics?: MessagingMetrics;
  /** How long published facts stay in the outbox, for whoever asks what was said. */
  readonly keepPublishedMs?: number;
  /** Passed with the name of a place where dying would hurt; a test dies there. */
  readonly faultPoint?: (name: RelayFaultPoint) => void;
}

/** Places where a relay that dies must lose nothing. */
export type RelayFaultPoint = 'relay.before-publish' | 'relay.before-mark' | 'relay.after-mark';

/** How soon to look again after finding nothing: news of this process come by signal, polling is for what others wrote. */
const POLL_MS = { first: 5, last: 250 };
const STANDBY_POLL_MS = 250;
const RETRY_MS = { first: 100, last: 2_000 };
const SWEEP_EVERY_MS = 10_000;
/** How long facts of a topic that does not exist are left alone before trying it again. */
const HELD_TOPIC_MS = 5_000;

/**
 * Publishes an outbox in order. One relay at a time works a database (an advisory lock decides; others stand by), and it has one
 * batch in flight, so that facts of a key never overtake each other. Reading and marking happen on the session that holds the lock.
 * A crash between acknowledgement and mark publishes a batch twice: heard twice, applied once.
 */
export class OutboxRelay {
  private readonly logger: Logger;
  private readonly metrics: MessagingMetrics;
  private readonly publisher: BatchPublisher;
  private readonly heldTopics = new Map<string, number>();
  private stopping = false;
  private running: Promise<void> | undefined;
  private wakeOnStop: () => void = () => undefined;
  private wakeOnNews: () => void = () => undefined;
  private news = false;
  private leading = false;

  constructor(private readonly options: OutboxRelayOptions) {
    this.logger = options.logger ?? silentLogger;
    this.metrics = options.metrics ?? noMetrics;
    this.publisher = new BatchPublisher({ ...options, clientId: `${options.clientId}-relay`, logger: this.logger });
  }

  /** True while this instance is the one that publishes. */
  get active(): boolean {
    return this.leading;
  }

  /** Begins in the background. A database or broker that is away is waited for. */
  start(): void {
    this.running ??= this.run();
  }

  /** Finishes the batch in flight and lets go of the lock. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeOnStop();
    await this.running;
    await this.publisher.close();
  }

  private async run(): Promise<void> {
    const unsubscribe = onOutboxSignal(() => {
      this.news = true;
      this.wakeOnNews();
    });
    for (let waitMs = RETRY_MS.first; !this.stopping; waitMs = Math.min(waitMs * 2, RETRY_MS.last)) {
      try {
        await this.standBy();
        waitMs = RETRY_MS.first;
      } catch (error) {
        this.logger.warn('outbox.relay_interrupted', { error: String(error) });
        await this.pause(waitMs);
      }
    }
    unsubscribe();
  }

  /** Waits for the lock, then leads until stopped or until the session that holds the lock is lost. */
  private async standBy(): Promise<void> {
    const lock = await AdvisoryLock.tryAcquire({
      url: this.options.database.url,
      name: 'outbox-relay',
      applicationName: `${this.options.clientId}-relay`,
      statementTimeoutMs: 10_000,
    });
    if (!lock) return this.pause(STANDBY_POLL_MS);
    try {
      this.leading = true;
      this.logger.info('outbox.relay_leading');
      await this.lead(lock);
    } finally {
      this.leading = false;
      await lock.release();
    }
  }

  private async lead(lock: AdvisoryLock): Promise<void> {
    let idleMs = POLL_MS.first;
    let sweptAt = Date.now();
    while (!this.stopping) {
      this.news = false;
      const rows = await readUnpublished(lock, this.options.region, this.topicsHeldNow());
      this.metrics.outboxAge(rows[0]?.ageSeconds ?? 0);
      for (const batch of batchesOf(rows)) await this.publish(lock, batch);
      if (rows.length === 0) await this.idle(idleMs);
      idleMs = rows.length === 0 ? Math.min(idleMs * 2, POLL_MS.last) : POLL_MS.first;
      if (Date.now() - sweptAt > SWEEP_EVERY_MS) {
        await sweepPublished(lock, this.options.keepPublishedMs ?? 3_600_000);
        sweptAt = Date.now();
      }
    }
  }

  private async publish(lock: AdvisoryLock, batch: readonly OutboxRow[]): Promise<void> {
    if (this.stopping || batch.length === 0) return;
    if (batch.some((row) => this.heldTopics.has(row.topic))) return;
    try {
      this.options.faultPoint?.('relay.before-publish');
      await this.publishPatiently(lock, batch);
    } catch (error) {
      if (error instanceof TopicMissing) return this.splitByTopic(lock, batch);
      if (error instanceof BatchRefused) return this.bisect(lock, batch, error);
      throw error;
    }
    this.options.faultPoint?.('relay.before-mark');
    await markPublished(lock, batch);
    this.options.faultPoint?.('relay.after-mark');
    this.metrics.outboxBatch(batch.length);
  }

  /** Sends the very same batch until Kafka takes it: the publisher relies on it being the same. */
  private async publishPatiently(lock: AdvisoryLock, batch: readonly OutboxRow[]): Promise<void> {
    const startedAt = Date.now();
    for (let waitMs = RETRY_MS.first; ; waitMs = Math.min(waitMs * 2, RETRY_MS.last)) {
      try {
        return await this.publisher.publish(batch);
      } catch (error) {
        if (!isRetriable(error) || error instanceof TopicMissing) throw error;
        this.metrics.outboxAge((batch[0]?.ageSeconds ?? 0) + (Date.now() - startedAt) / 1000);
        this.logger.warn('outbox.publish_failed', { error: String(error), facts: batch.length });
        await this.pause(waitMs);
        if (this.stopping || !lock.held) throw error;
      }
    }
  }

  /** Something in the batch cannot be sent: halves go on their own, in order, until it stands alone and is set aside. */
  private async bisect(lock: AdvisoryLock, batch: readonly OutboxRow[], error: BatchRefused): Promise<void> {
    const [first] = batch;
    if (first && batch.length === 1) {
      await quarantine(lock, first, error.message);
      this.metrics.outboxQuarantined(first.topic);
      this.logger.error('outbox.fact_quarantined', { factId: first.factId, topic: first.topic, error: error.message });
      return;
    }
    const middle = Math.ceil(batch.length / 2);
    await this.publish(lock, batch.slice(0, middle));
    await this.publish(lock, batch.slice(middle));
  }

  /** A missing topic holds back its own facts only; order matters within a topic, not between them. */
  private async splitByTopic(lock: AdvisoryLock, batch: readonly OutboxRow[]): Promise<void> {
    const topics = [...new Set(batch.map((row) => row.topic))];
    const [only] = topics;
    if (only !== undefined && topics.length === 1) {
      this.heldTopics.set(only, Date.now() + HELD_TOPIC_MS);
      this.logger.error('outbox.topic_missing', { topic: only });
      return;
    }
    for (const topic of topics) {
      await this.publish(
        lock,
        batch.filter((row) => row.topic === topic),
      );
    }
  }

  private topicsHeldNow(): string[] {
    for (const [topic, until] of this.heldTopics) if (until < Date.now()) this.heldTopics.delete(topic);
    return [...this.heldTopics.keys()];
  }

  /** Waits for news, at most `waitMs`. */
  private async idle(waitMs: number): Promise<void> {
    if (this.news) return;
    const pause = this.pause(waitMs);
    this.wakeOnNews = this.wakeOnStop;
    await pause;
    this.wakeOnNews = () => undefined;
  }

  /** Waits `waitMs`, less when told to stop. News do not shorten it: a broker that is away is not asked once a commit. */
  private async pause(waitMs: number): Promise<void> {
    if (this.stopping) return;
    const abort = new AbortController();
    this.wakeOnStop = () => abort.abort();
    await sleep(waitMs, undefined, { signal: abort.signal }).catch(() => undefined);
  }
}
