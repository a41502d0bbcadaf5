import { Fault } from '@reprise/kernel';
import type { Money } from '@reprise/kernel';
import Stripe from 'stripe';
import type { TaxedRefund, TaxedSale, TaxProvider, TaxQuestion, TaxReceipt } from '../../application/tax-provider.js';
import type { ProvidedTaxes } from '../../domain/tax-answer.js';
import { providedTaxesOf } from './read-calculation.js';

export interface StripeSettings {
  readonly apiKey: string;
  /** Where the API is; `https://api.stripe.com` unless a test stands in for it. */
  readonly url: string;
  /** How long a quote waits. */
  readonly timeoutMs: number;
}

/** Tangible goods without a rule of their own, and delivery: https://docs.stripe.com/tax/tax-codes. */
const taxCodes = { goods: 'txcd_99999999', shipping: 'txcd_92010001' } as const;

/** A commitment is nobody's wait, so it may take its time. */
const settleTimeoutMs = 20_000;

/**
 * Stripe Tax: a calculation for a quote, a transaction from it for a sale, reversals for what is given back. Amounts are the minor units Stripe
 * counts in too. A quote is asked once, because the buyer waits; what follows a sale carries an idempotency key and may be repeated.
 */
export class StripeTaxes implements TaxProvider {
  readonly name = 'stripe';
  private readonly stripe: Stripe;

  constructor(private readonly settings: StripeSettings) {
    const { protocol, hostname, port } = new URL(settings.url);
    this.stripe = new Stripe(settings.apiKey, {
      protocol: protocol === 'http:' ? 'http' : 'https',
      host: hostname,
      ...(port === '' ? {} : { port }),
      maxNetworkRetries: 0,
      telemetry: false,
    });
  }

  async quote({ key, request, draft, at }: TaxQuestion): Promise<ProvidedTaxes> {
    if (draft === undefined) throw new Fault('there is nothing to work out yet', { retriable: false });
    const { city } = request.shipTo;
    const shippingMinor = minorOf(draft.shipping.amount);
    const calculation = await this.ask('a calculation', () =>
      this.stripe.tax.calculations.create(
        {
          currency: draft.currency.toLowerCase(),
          customer_details: {
            address_source: 'shipping',
            address: {
              country: key.country,
              state: key.state,
              postal_code: key.plus4 === undefined ? key.zip5 : `${key.zip5}-${key.plus4}`,
              ...(city === undefined ? {} : { city }),
            },
          },
          line_items: draft.lines.map(({ offerId, quantity, net }) => ({
            reference: offerId,
            amount: minorOf(net),
            quantity,
            tax_behavior: 'exclusive',
            tax_code: taxCodes.goods,
          })),
          ...(shippingMinor === 0
            ? {}
            : { shipping_cost: { amount: shippingMinor, tax_behavior: 'exclusive', tax_code: taxCodes.shipping } }),
          tax_date: Math.floor(at / 1000),
          expand: ['line_items.data.tax_breakdown', 'shipping_cost.tax_breakdown'],
        },
        { timeout: this.settings.timeoutMs },
      ),
    );
    return providedTaxesOf(
      calculation,
      draft.lines.map(({ offerId }) => offerId),
      key,
    );
  }

  async commit({ saleId, orderId, calculation }: TaxedSale): Promise<TaxReceipt> {
    const transaction = await this.ask('a commitment', () =>
      this.stripe.tax.transactions.createFromCalculation(
        { calculation, reference: orderId, expand: ['line_items'] },
        { idempotencyKey: `commit/${saleId}`, timeout: settleTimeoutMs },
      ),
    );
    const lines = transaction.line_items?.data ?? [];
    return { reference: transaction.id, lines: Object.fromEntries(lines.map(({ reference, id }) => [reference, id])) };
  }

  async refund(refund: TaxedRefund): Promise<TaxReceipt> {
    const { saleId, commitment, whole, lines, shipping } = refund;
    const options = { idempotencyKey: `refund/${saleId}`, timeout: settleTimeoutMs };
    const base = { original_transaction: commitment.reference, reference: saleId };
    if (whole) return this.reverse({ ...base, mode: 'full' }, options);
    return this.reverse(
      {
        ...base,
        mode: 'partial',
        line_items: lines.map(({ offerId, quantity, net, tax }) => ({
          reference: `${saleId}/${offerId}`,
          original_line_item: originalLine(commitment, offerId),
          quantity,
          amount: -minorOf(net),
          amount_tax: -minorOf(tax),
        })),
        ...(shipping.net.isZero() && shipping.tax.isZero()
          ? {}
          : { shipping_cost: { amount: -minorOf(shipping.net), amount_tax: -minorOf(shipping.tax) } }),
      },
      options,
    );
  }

  void({ orderId, commitment }: Parameters<TaxProvider['void']>[0]): Promise<TaxReceipt> {
    return this.reverse(
      { original_transaction: commitment.reference, reference: `${orderId}/void`, mode: 'full' },
      { idempotencyKey: `void/${orderId}`, timeout: settleTimeoutMs },
    );
  }

  private async reverse(
    params: Stripe.Tax.TransactionCreateReversalParams,
    options: Stripe.RequestOptions,
  ): Promise<TaxReceipt> {
    const { id } = await this.ask('a reversal', () => this.stripe.tax.transactions.createReversal(params, options));
    return { reference: id };
  }

  private async ask<T>(what: string, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw faultOf(what, error);
    }
  }
}

/** Its own message may quote what we sent, so only its kind and code are kept. */
function faultOf(what: string, error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const { type, code, statusCode } = error;
  if (type === 'StripeConnectionError') return new Fault(`${what} was not answered`, { retriable: true, cause: error });
  const retriable = type === 'StripeAPIError' || type === 'StripeRateLimitError' || (statusCode ?? 0) >= 500;
  return new Fault(`${what} was refused: ${code ?? type}`, { retriable, cause: error });
}

function originalLine({ lines }: TaxReceipt, offerId: string): string {
  const line = lines?.[offerId];
  if (line === undefined) throw new Fault(`the commitment has no line of the offer ${offerId}`, { retriable: false });
  return line;
}

/** Stripe counts in JSON numbers. A basket beyond 2^53 cents is none. */
function minorOf({ minor }: Money): number {
  if (minor > BigInt(Number.MAX_SAFE_INTEGER))
    throw new Fault('the amount is too large to state', { retriable: false });
  return Number(minor);
}
