import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** One thing that happened to money, or to the word about it. A line of the ledger file; never changed, never removed. */
export type LedgerEntry = ChargeEntry | VoidEntry | RefundEntry | DeliveredEntry;

export interface ChargeEntry {
  readonly kind: 'charge';
  readonly at: string;
  readonly id: string;
  readonly idempotencyKey: string;
  /** Hash of the request body, so that a key used again for something else is refused. */
  readonly bodySha256: string;
  readonly status: 'succeeded' | 'declined';
  readonly declineCode?: string;
  /** What was captured, in minor units of the currency; 0 when declined. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly token: string;
  readonly reference: string;
}

/** The merchant closed a key on which nothing was charged: no charge can happen on it any more. */
export interface VoidEntry {
  readonly kind: 'void';
  readonly at: string;
  readonly id: string;
  readonly idempotencyKey: string;
}

export interface RefundEntry {
  readonly kind: 'refund';
  readonly at: string;
  readonly id: string;
  readonly idempotencyKey: string;
  readonly bodySha256: string;
  readonly chargeId: string;
  readonly amountMinor: number;
  readonly currency: string;
}

/** The merchant acknowledged the webhook of an entry. */
export interface DeliveredEntry {
  readonly kind: 'delivered';
  readonly at: string;
  readonly webhookId: string;
}

/** The provider's memory: an append-only JSONL file, flushed to disk before anyone hears the answer, read back at start. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];
  private readonly chargesByKey = new Map<string, ChargeEntry>();
  private readonly chargesById = new Map<string, ChargeEntry>();
  private readonly voidsByKey = new Map<string, VoidEntry>();
  private readonly refundsByKey = new Map<string, RefundEntry>();
  private readonly delivered = new Set<string>();
  private readonly file: number;

  constructor(stateDir: string) {
    mkdirSync(stateDir, { recursive: true });
    const path = join(stateDir, 'ledger.jsonl');
    this.file = openSync(path, 'a+');
    this.replay(path);
  }

  append(entry: LedgerEntry): void {
    writeSync(this.file, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.file);
    this.remember(entry);
  }

  chargeByKey(key: string): ChargeEntry | undefined {
    return this.chargesByKey.get(key);
  }

  chargeById(id: string): ChargeEntry | undefined {
    return this.chargesById.get(id);
  }

  voidByKey(key: string): VoidEntry | undefined {
    return this.voidsByKey.get(key);
  }

  refundByKey(key: string): RefundEntry | undefined {
    return this.refundsByKey.get(key);
  }

  refundedMinor(chargeId: string): number {
    let sum = 0;
    for (const refund of this.refundsByKey.values()) if (refund.chargeId === chargeId) sum += refund.amountMinor;
    return sum;
  }

  /** Entries whose webhook nobody acknowledged yet. */
  undelivered(): (ChargeEntry | RefundEntry)[] {
    return this.entries.filter(
      (entry): entry is ChargeEntry | RefundEntry =>
        (entry.kind === 'charge' || entry.kind === 'refund') && !this.delivered.has(webhookIdOf(entry)),
    );
  }

  close(): void {
    closeSync(this.file);
  }

  private replay(path: string): void {
    const bytes = readFileSync(path);
    const whole = bytes.lastIndexOf(0x0a) + 1;
    // A last line without its newline was cut by a crash before the flush returned: nobody was told of it, so it never happened.
    if (whole < bytes.length) truncateSync(path, whole);
    for (const line of bytes.subarray(0, whole).toString('utf8').split('\n')) {
      if (line !== '') this.remember(JSON.parse(line) as LedgerEntry);
    }
  }

  private remember(entry: LedgerEntry): void {
    this.entries.push(entry);
    switch (entry.kind) {
      case 'charge':
        this.chargesByKey.set(entry.idempotencyKey, entry);
        this.chargesById.set(entry.id, entry);
        break;
      case 'void':
        this.voidsByKey.set(entry.idempotencyKey, entry);
        break;
      case 'refund':
        this.refundsByKey.set(entry.idempotencyKey, entry);
        break;
      case 'delivered':
        this.delivered.add(entry.webhookId);
        break;
    }
  }
}

/** The same entry always has the same webhook id: that is what a receiver deduplicates by. */
export function webhookIdOf(entry: ChargeEntry | RefundEntry): string {
  return `msg_${entry.id}`;
}
