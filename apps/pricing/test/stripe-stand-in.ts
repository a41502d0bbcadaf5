import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as it arrived: form fields by their bracketed names, as Stripe's API takes them. */
export interface StripeCall {
  readonly path: string;
  readonly idempotencyKey: string | undefined;
  readonly authorization: string | undefined;
  readonly fields: ReadonlyMap<string, string>;
}

type Recorded = { readonly status: number; readonly body: unknown } | 'silence';

/** Serves answers recorded from Stripe's API by path, and keeps what it was asked. The SDK talks to it over a real socket. */
export class StripeStandIn {
  readonly calls: StripeCall[] = [];
  private readonly answers = new Map<string, Recorded>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<StripeStandIn> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const standIn = new StripeStandIn(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      void standIn.take(request).then((answer) => {
        if (answer === 'silence') return;
        response.writeHead(answer.status, { 'content-type': 'application/json', 'request-id': 'req_spec' });
        response.end(JSON.stringify(answer.body));
      });
    });
    return standIn;
  }

  answer(path: string, status: number, body: unknown): void {
    this.answers.set(path, { status, body });
  }

  /** Takes the call and never answers. */
  fallSilent(path: string): void {
    this.answers.set(path, 'silence');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage): Promise<Recorded> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const path = request.url ?? '';
    this.calls.push({
      path,
      idempotencyKey: request.headers['idempotency-key'] as string | undefined,
      authorization: request.headers.authorization,
      fields: new Map(new URLSearchParams(text)),
    });
    return this.answers.get(path) ?? { status: 404, body: { error: { type: 'invalid_request_error' } } };
  }
}

const jurisdiction = (level: string, name: string) => ({ country: 'US', display_name: name, level, state: 'NY' });
const part = (
  level: string,
  name: string,
  amount: number,
  percent: string,
  taxable: number,
  reason = 'standard_rated',
) => ({
  amount,
  jurisdiction: jurisdiction(level, name),
  sourcing: 'destination',
  tax_rate_details: { display_name: 'Sales and Use Tax', percentage_decimal: percent, tax_type: 'sales_tax' },
  taxability_reason: reason,
  taxable_amount: taxable,
});

/** `POST /v1/tax/calculations` for one phone of 299.99 to New York City, express delivery of 14.99. */
export const recordedCalculation = (offerId: string) => ({
  id: 'taxcalc_1Spec',
  object: 'tax.calculation',
  amount_total: 34_293,
  currency: 'usd',
  customer: null,
  expires_at: 1_803_311_200,
  livemode: false,
  tax_amount_exclusive: 2_795,
  tax_amount_inclusive: 0,
  tax_date: 1_795_514_400,
  line_items: {
    object: 'list',
    has_more: false,
    data: [
      {
        id: 'tax_li_1Spec',
        object: 'tax.calculation_line_item',
        amount: 29_999,
        amount_tax: 2_662,
        quantity: 1,
        reference: offerId,
        tax_behavior: 'exclusive',
        tax_code: 'txcd_99999999',
        tax_breakdown: [
          part('state', 'New York', 1_200, '4.0', 29_999),
          part('city', 'New York City', 1_350, '4.5', 29_999),
          part('district', 'Metropolitan Commuter Transportation District', 112, '0.375', 29_999),
        ],
      },
    ],
  },
  shipping_cost: {
    amount: 1_499,
    amount_tax: 133,
    tax_behavior: 'exclusive',
    tax_code: 'txcd_92010001',
    tax_breakdown: [
      part('state', 'New York', 60, '4.0', 1_499),
      part('city', 'New York City', 67, '4.5', 1_499),
      part('district', 'Metropolitan Commuter Transportation District', 6, '0.375', 1_499),
    ],
  },
  tax_breakdown: [],
});

/** `POST /v1/tax/transactions/create_from_calculation`. */
export const recordedTransaction = (offerId: string) => ({
  id: 'tax_1Spec',
  object: 'tax.transaction',
  currency: 'usd',
  type: 'transaction',
  livemode: false,
  line_items: {
    object: 'list',
    has_more: false,
    data: [
      { id: 'tax_li_sold', object: 'tax.transaction_line_item', reference: offerId, amount: 29_999, amount_tax: 2_662 },
    ],
  },
});

/** `POST /v1/tax/transactions/create_reversal`. */
export const recordedReversal = { id: 'tax_1Reversal', object: 'tax.transaction', type: 'reversal', livemode: false };

/** A calculation that went past its 90 days. */
export const recordedExpiry = {
  error: { type: 'invalid_request_error', code: 'tax_calculation_expired', message: 'The calculation has expired.' },
};
