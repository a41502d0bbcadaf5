import type { Clock, MarketCode, OrderId, Outcome } from '@reprise/kernel';
import { isRejection, newId, reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import { chooseLocale } from '../domain/choose-locale.js';
import { refuseMarket, refuseOrder } from '../domain/check-order.js';
import type { StoredAnswer } from '../domain/idempotency.js';
import type { Customer, Destination, Order, VerifiedQuote } from '../domain/order.js';
import type { ClaimKey, KeyedRequest } from './claim-key.js';
import { keyMissing } from './claim-key.js';
import type { Desk, FaultPoint, QuoteVerifier } from './ports.js';

export interface PlaceOrderRequest extends KeyedRequest {
  readonly market: MarketCode;
  readonly quoteToken: string;
  readonly customer: Customer;
  /** Languages the buyer reads, the best first. */
  readonly languages: readonly string[];
  readonly shipTo: Destination;
  readonly payment: { readonly method: string; readonly token: string };
}

/** A quote that can be ordered, and the language its buyer is written to. */
interface Accepted {
  readonly quote: VerifiedQuote;
  readonly locale?: string;
}

/** The answer of before, or an order to answer about: new, or one whose first request died before it was answered. */
export type Placed =
  | { readonly kind: 'replay'; readonly answer: StoredAnswer }
  | { readonly kind: 'order'; readonly orderId: OrderId; readonly key: string };

/** Orders what a quote locked: key, order, payment and the fact that it was placed are one transaction. */
export class PlaceOrder {
  constructor(
    private readonly desk: Desk,
    private readonly quotes: QuoteVerifier,
    private readonly claimKey: ClaimKey,
    private readonly clock: Clock,
    private readonly region: string,
    private readonly patienceMs: number,
    private readonly faultPoint: FaultPoint,
  ) {}

  async run(request: PlaceOrderRequest): Promise<Outcome<Placed, OrderRejection>> {
    const { key } = request;
    if (key === undefined) return keyMissing;
    // Before everything else: a retry is answered as the first time, even if the quote or the market has ended since.
    const known = await this.claimKey.look({ ...request, key });
    if (known) return placedOf(known, key);

    const accepted = await this.accept(request);
    if (isRejection(accepted)) return accepted;
    const { quote, locale } = accepted;
    const order = orderOf(quote, request, this.clock);
    const written = await this.write(order, {
      ...request,
      key,
      customer: { ...request.customer, ...(locale !== undefined && { locale }) },
    });
    if (written === 'placed') return { kind: 'order', orderId: order.id, key };
    if (written === 'quoteUsed') return quoteUsed;
    if (written === 'voucherUsed') return voucherUsed;
    const twin = await this.claimKey.look({ ...request, key });
    return twin ? placedOf(twin, key) : quoteUsed;
  }

  private async accept(request: PlaceOrderRequest): Promise<Outcome<Accepted, OrderRejection>> {
    const market = await this.desk.directly((tx) => tx.findMarket(request.market));
    const refusal = refuseMarket(request.market, market, this.region);
    if (refusal || !market) return refusal ?? reject('MarketNotFound', `There is no market "${request.market}".`);
    const quote = await this.quotes.verify(request.quoteToken);
    if (isRejection(quote)) return quote;
    const asked = { market, shipTo: request.shipTo, paymentMethod: request.payment.method };
    const refused = refuseOrder(quote, asked, this.region, this.clock.now());
    if (refused) return refused;
    const locale = chooseLocale(market.locales ?? [], request.languages);
    return { quote, ...(locale !== undefined && { locale }) };
  }

  private async write(
    order: Order,
    request: PlaceOrderRequest & { readonly key: string },
  ): Promise<'placed' | 'quoteUsed' | 'voucherUsed' | 'keyKnown'> {
    const written = await this.desk.transact(async (tx) => {
      if (!(await this.claimKey.claim(tx, request, order.id))) return 'keyKnown';
      const payment = {
        orderId: order.id,
        idempotencyKey: `order:${order.id}:1`,
        amount: order.totals.gross,
        ...request.payment,
      };
      if (order.voucher?.onceOnly === true && !(await tx.lockVoucher(order.voucher.code))) {
        await tx.deleteKey(request.scope, request.key);
        return 'voucherUsed';
      }
      if (!(await tx.insertOrder(order, request.customer, payment, this.patienceMs))) {
        await tx.deleteKey(request.scope, request.key);
        return 'quoteUsed';
      }
      this.faultPoint('place.before-commit');
      return 'placed';
    });
    if (written === 'placed') this.faultPoint('place.after-commit');
    return written;
  }
}

const quoteUsed: OrderRejection = reject('QuoteAlreadyUsed', 'This quote was ordered before. Ask for a new one.', {
  field: 'quoteToken',
});

const voucherUsed: OrderRejection = reject(
  'VoucherUsed',
  'Another order used this voucher. Ask for a quote without it.',
  { field: 'quoteToken' },
);

function placedOf(
  known: Exclude<Awaited<ReturnType<ClaimKey['look']>>, undefined>,
  key: string,
): Outcome<Placed, OrderRejection> {
  if (isRejection(known)) return known;
  return known.kind === 'replay' ? known : { kind: 'order', orderId: known.orderId, key };
}

function orderOf(quote: VerifiedQuote, request: PlaceOrderRequest, clock: Clock): Order {
  const { quoteId, market, cartId, totals, shown, shipTo, voucher } = quote;
  return {
    id: newId<OrderId>(),
    market,
    quoteId,
    ...(cartId !== undefined && { cartId }),
    placedAt: clock.now(),
    shipCountry: shipTo.country,
    ...(shipTo.region !== undefined && { shipRegion: shipTo.region }),
    paymentMethod: request.payment.method,
    lines: quote.lines.map((line) => ({ ...line, id: newId() })),
    totals,
    ...(voucher !== undefined && { voucher }),
    shown,
  };
}
