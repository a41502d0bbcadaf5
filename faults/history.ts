import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What became of one thing a client asked for. `unknown` is a maybe: no answer came, however often it asked. */
export type Verdict = 'ok' | 'refused' | 'unknown';

/** An order as its buyer knows it: what was asked, under which key, and every answer. */
export interface Purchase {
  readonly kind: 'purchase';
  readonly market: string;
  readonly region: string;
  readonly key: string;
  readonly offerId: string;
  readonly quantity: number;
  readonly paymentToken: string;
  readonly body: string;
  readonly startedAt: number;
  endedAt: number;
  verdict: Verdict;
  attempts: number;
  /** Status and body of the first answer the key was given for good. */
  answer?: { readonly status: number; readonly body: string };
  orderId?: string;
  accessToken?: string;
  grossMinor?: number;
}

/** Any other call of a client. */
export interface Other {
  readonly kind: 'price' | 'read' | 'refund' | 'cart' | 'ship' | 'cancel';
  readonly region: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly verdict: Verdict;
  readonly attempts: number;
  readonly detail: string;
}

export type Operation = Purchase | Other;

/** Everything clients did, in memory for the checks and in a file for whoever wants to check the checks. */
export class History {
  readonly purchases: Purchase[] = [];
  readonly others: Other[] = [];
  /** Answers of status 500 and above that a client saw before it asked again. */
  serverErrors = 0;

  readonly file: string;

  constructor(file: string) {
    this.file = file;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
  }

  add(operation: Operation): void {
    if (operation.kind === 'purchase') this.purchases.push(operation);
    else this.others.push(operation);
    appendFileSync(this.file, `${JSON.stringify(operation)}\n`);
  }

  tally(from = 0): Record<Verdict, number> {
    const tally = { ok: 0, refused: 0, unknown: 0 };
    for (const operation of [...this.purchases, ...this.others])
      if (operation.startedAt >= from) tally[operation.verdict] += 1;
    return tally;
  }
}
