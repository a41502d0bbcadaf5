import { plusMs } from '@reprise/kernel';
import type { Clock, Instant } from '@reprise/kernel';
import { webhookDelayMs, webhookTriesMax } from '../domain/webhook-delay.js';
import type { FaultPoint } from './ports.js';
import type { AttemptVerdict, DueWebhook, WebhookAttempt, WebhookQueue, WebhookSender } from './webhook-ports.js';

export interface SendSettings {
  readonly concurrency: number;
  readonly pollMs: number;
  /** Longer than sending can take, or a message would be sent twice at once. */
  readonly leaseMs: number;
  readonly disableAfterMs: number;
  readonly keptMs: number;
}

const sweepEveryMs = 600_000;

/**
 * Tells webhooks what is due until stopped. Sending is between two transactions: a process that dies after a message was taken and before that was
 * written down sends it again, under the same id. So it arrives at least once.
 */
export class SendWebhooks {
  private stopping = false;
  private running: Promise<void> | undefined;
  private wakeUp: () => void = () => undefined;
  private readonly sending = new Set<Promise<void>>();
  private sweepAfter: Instant | undefined;

  constructor(
    private readonly queue: WebhookQueue,
    private readonly sender: WebhookSender,
    private readonly settings: SendSettings,
    private readonly failed: (error: unknown) => void,
    private readonly faultPoint: FaultPoint,
    private readonly clock: Clock,
    private readonly chance: () => number,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  /** Waits for what is on its way. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp();
    await this.running;
    await Promise.all(this.sending);
  }

  /** Sends one message; false when none is due. */
  async sendNext(): Promise<boolean> {
    const due = await this.queue.take(this.settings.leaseMs);
    if (due === undefined) return false;
    await this.sendOne(due);
    return true;
  }

  private async sendOne(due: DueWebhook): Promise<void> {
    const attempt = await this.sender.send(due);
    this.faultPoint('webhooks.after-send');
    await this.queue.settle(due, attempt, verdictOf(attempt, due.tries, this.chance()), this.settings.disableAfterMs);
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      const isBusy = this.sending.size >= this.settings.concurrency;
      const took = isBusy ? false : await this.begin();
      if (!took) await this.idle();
    }
  }

  /** Takes one and sends it beside the others. */
  private async begin(): Promise<boolean> {
    try {
      await this.sweep();
      const due = await this.queue.take(this.settings.leaseMs);
      if (due === undefined) return false;
      const sent = this.sendOne(due)
        .catch(this.failed)
        .finally(() => {
          this.sending.delete(sent);
          this.wakeUp();
        });
      this.sending.add(sent);
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  private async sweep(): Promise<void> {
    const now = this.clock.now();
    if (this.sweepAfter !== undefined && now < this.sweepAfter) return;
    this.sweepAfter = plusMs(now, sweepEveryMs);
    await this.queue.forget(this.settings.keptMs);
  }

  private async idle(): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.settings.pollMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Any 2xx is taken; 410 says never again; everything else, a redirect too, is tried again. */
export function verdictOf(attempt: WebhookAttempt, tries: number, chance: number): AttemptVerdict {
  const { status, retryAfterMs } = attempt;
  if (status !== undefined && status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone' };
  if (tries >= webhookTriesMax) return { kind: 'givenUp' };
  return { kind: 'later', delayMs: webhookDelayMs(tries, chance, retryAfterMs) };
}
