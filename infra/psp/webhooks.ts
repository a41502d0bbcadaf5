import { Webhook } from 'standardwebhooks';
import { webhookIdOf } from './ledger.ts';
import type { ChargeEntry, Ledger, RefundEntry } from './ledger.ts';

const retryDelaysMs = [250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000];
const answerTimeoutMs = 5_000;

/** Tells the merchant what happened, signed by the Standard Webhooks scheme, again and again until it answers 2xx. */
export class WebhookSender {
  private readonly url: string;
  private readonly signer: Webhook;
  private readonly ledger: Ledger;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(url: string, secret: string, ledger: Ledger) {
    this.url = url;
    this.signer = new Webhook(secret);
    this.ledger = ledger;
  }

  /** One delivery now; what fails is tried again later. Resolves when this first attempt ended, either way. */
  async send(entry: ChargeEntry | RefundEntry, attempt = 0): Promise<void> {
    if (await this.deliver(entry)) {
      this.ledger.append({ kind: 'delivered', at: new Date().toISOString(), webhookId: webhookIdOf(entry) });
      return;
    }
    const delayMs = retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)] ?? 60_000;
    this.after(delayMs, () => void this.send(entry, attempt + 1));
  }

  /** A delivery without any bookkeeping: the extra copies of a provider that sends twice. */
  async deliver(entry: ChargeEntry | RefundEntry): Promise<boolean> {
    const sentAt = new Date();
    const body = JSON.stringify(payloadOf(entry));
    const id = webhookIdOf(entry);
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
          'webhook-signature': this.signer.sign(id, sentAt, body),
        },
        body,
        signal: AbortSignal.timeout(answerTimeoutMs),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  after(delayMs: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      run();
    }, delayMs);
    this.timers.add(timer);
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }
}

function payloadOf(entry: ChargeEntry | RefundEntry): unknown {
  if (entry.kind === 'refund') return { type: 'refund.succeeded', timestamp: entry.at, data: refundView(entry) };
  return { type: `charge.${entry.status}`, timestamp: entry.at, data: chargeView(entry) };
}

/** A charge as the API and the webhooks show it. */
export function chargeView(entry: ChargeEntry): Record<string, unknown> {
  return {
    id: entry.id,
    status: entry.status,
    ...(entry.declineCode === undefined ? {} : { declineCode: entry.declineCode }),
    amountMinor: entry.amountMinor,
    currency: entry.currency,
    reference: entry.reference,
    idempotencyKey: entry.idempotencyKey,
  };
}

/** A refund as the API and the webhooks show it. */
export function refundView(entry: RefundEntry): Record<string, unknown> {
  return {
    id: entry.id,
    status: 'succeeded',
    chargeId: entry.chargeId,
    amountMinor: entry.amountMinor,
    currency: entry.currency,
    idempotencyKey: entry.idempotencyKey,
  };
}
