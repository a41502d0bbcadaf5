import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call as it was made to Stripe. */
export interface RecordedCall {
  readonly call: string;
  readonly key: string | undefined;
  readonly form: Readonly<Record<string, string>>;
}

/** What Stripe answered to a call: a status and a body, or nothing, the line going dead before or after it acted. */
export type RecordedAnswer = { readonly status: number; readonly body: object } | 'silence';

const intent = {
  id: 'pi_3Q0recorded',
  object: 'payment_intent',
  amount: 49_900,
  amount_capturable: 0,
  amount_received: 0,
  capture_method: 'manual',
  currency: 'eur',
  last_payment_error: null as object | null,
  livemode: false,
  metadata: { idempotency_key: 'order:o:1', order: 'o' },
  status: 'requires_confirmation',
};

/** A payment intent as Stripe shows it, in one of its states. */
export function intentIn(status: string, changed: Partial<typeof intent> = {}): typeof intent {
  return { ...intent, status, ...(status === 'succeeded' && { amount_received: 49_900 }), ...changed };
}

/** An error as Stripe words it. */
export function stripeError(status: number, error: Readonly<Record<string, unknown>>): RecordedAnswer {
  return { status, body: { error } };
}

/** Plays Stripe's recorded answers to the real SDK over HTTP, one after the other for each call, the last one again and again. */
export class RecordedStripe {
  readonly calls: RecordedCall[] = [];
  private answers = new Map<string, RecordedAnswer[]>();

  private constructor(private readonly server: Server) {}

  static async open(): Promise<RecordedStripe> {
    const server = createServer();
    const stripe = new RecordedStripe(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const call = `${request.method} ${request.url}`;
        const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
        const key = request.headers['idempotency-key'];
        stripe.calls.push({ call, key: typeof key === 'string' ? key : undefined, form });
        const answer = stripe.nextAnswer(call);
        if (answer === 'silence') return;
        response.writeHead(answer.status, { 'content-type': 'application/json', 'request-id': 'req_recorded' });
        response.end(JSON.stringify(answer.body));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return stripe;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What the calls are answered from now on. */
  play(answers: Readonly<Record<string, readonly RecordedAnswer[]>>): void {
    this.calls.length = 0;
    this.answers = new Map(Object.entries(answers).map(([call, each]) => [call, [...each]]));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private nextAnswer(call: string): RecordedAnswer {
    const left = this.answers.get(call);
    const next = left && left.length > 1 ? left.shift() : left?.[0];
    return next ?? stripeError(404, { type: 'invalid_request_error', message: `nothing recorded for ${call}` });
  }
}
