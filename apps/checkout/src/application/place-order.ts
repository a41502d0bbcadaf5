import type { Clock, MarketCode, OrderId, Outcome } from '@reprise/kernel';
import { isRejection, newId, reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import { chooseLocale } from '../domain/choose-locale.js';
import type { MarketCopy } from '../domain/check-order.js';
import { refuseMarket, refuseOrder } from '../domain/check-order.js';
import type { StoredAnswer } from '../domain/idempotency.js';
import type { Customer, Destination, Order, VerifiedQuote } from '../domain/order.js';
import type { ClaimKey, KeyedRequest } from './claim-key.js';
import { keyMissing } from './claim-key.js';
import type { Desk, FaultPoint, NewOrder, QuoteVerifier } from './ports.js';
import { Together } from './together.js';

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

/** An order to be placed under a key. */
interface Placing extends NewOrder {
  readonly request: KeyedRequest & { readonly key: string };
}

type Written = 'placed' | 'quoteUsed' | 'voucherUsed' | 'keyKnown';

/**
 * Orders what a quote locked: key, order, payment and the fact that it was placed are one transaction, which orders placed at the same time
 * share.
 */
export class PlaceOrder {
  private readonly together: Together<Placing, Written>;
  private readonly markets: Together<MarketCode, MarketCopy | undefined>;

  constructor(
    private readonly desk: Desk,
    private readonly quotes: QuoteVerifier,
    private readonly claimKey: ClaimKey,
    private readonly clock: Clock,
    private readonly region: string,
    private readonly patienceMs: number,
    private readonly faultPoint: FaultPoint,
  ) {
    this.together = new Together((placings) => this.writeAll(placings), {
      ...{ batches: 3, most: 50 },
      apart: ({ request: { scope, key } }) => `${scope} ${key}`,
    });
    this.markets = new Together((codes) => this.readMarkets(codes), { batches: 1, most: 1_000, apart: () => Symbol() });
  }

  async run(request: PlaceOrderRequest): Promise<Outcome<Placed, OrderRejection>> {
    const { key } = request;
    if (key === undefined) return keyMissing;
    const accepted = await this.accept(request);
    if (isRejection(accepted)) {
      // A retry is answered as the first time, even if the quote or the market has ended since.
      const known = await this.claimKey.look({ ...request, key });
      return known ? placedOf(known, key) : accepted;
    }
    const placing = this.placingOf({ ...request, key }, accepted);
    const written = await this.write(placing);
    if (written === 'placed') return { kind: 'order', orderId: placing.order.id, key };
    if (written === 'quoteUsed') return quoteUsed;
    if (written === 'voucherUsed') return voucherUsed;
    const twin = await this.claimKey.look({ ...request, key });
    return twin ? placedOf(twin, key) : quoteUsed;
  }

  private async accept(request: PlaceOrderRequest): Promise<Outcome<Accepted, OrderRejection>> {
    const market = await this.markets.run(request.market);
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

  /** A market is read once for all who order in it at the moment. */
  private async readMarkets(codes: readonly MarketCode[]): Promise<(MarketCopy | undefined)[]> {
    const found = new Map<MarketCode, MarketCopy | undefined>();
    for (const code of new Set(codes)) found.set(code, await this.desk.directly((tx) => tx.findMarket(code)));
    return codes.map((code) => found.get(code));
  }

  private placingOf(request: PlaceOrderRequest & { readonly key: string }, { quote, locale }: Accepted): Placing {
    const order = orderOf(quote, request, this.clock);
    return {
      ...{ request, order, dueInMs: this.patienceMs },
      customer: { ...request.customer, ...(locale !== undefined && { locale }) },
      payment: {
        orderId: order.id,
        idempotencyKey: `order:${order.id}:1`,
        amount: order.totals.gross,
        ...request.payment,
      },
    };
  }

  private async write(placing: Placing): Promise<Written> {
    // A once-only voucher makes others wait until its transaction ends: nobody shares that.
    const [alone] = hasOnceOnlyVoucher(placing) ? await this.writeAll([placing]) : [];
    return alone ?? this.together.run(placing);
  }

  private async writeAll(placings: readonly Placing[]): Promise<Written[]> {
    const written = await this.desk.transact(async (tx) => {
      const claimed = await tx.insertKeys(placings.map(({ request, order }) => ({ ...request, orderId: order.id })));
      const mine = placings.filter(({ order }) => claimed.has(order.id));
      const spent = new Set<OrderId>();
      for (const { order } of mine.filter(hasOnceOnlyVoucher))
        if (order.voucher && !(await tx.lockVoucher(order.voucher.code))) spent.add(order.id);
      const placed = await tx.insertOrders(mine.filter(({ order }) => !spent.has(order.id)));
      const refused = mine.filter(({ order }) => !placed.has(order.id));
      if (refused.length > 0) await tx.deleteKeys(refused.map(({ request }) => request));
      for (const _order of placed) this.faultPoint('place.before-commit');
      return placings.map(({ order }): Written => {
        if (!claimed.has(order.id)) return 'keyKnown';
        if (spent.has(order.id)) return 'voucherUsed';
        return placed.has(order.id) ? 'placed' : 'quoteUsed';
      });
    });
    for (const each of written) if (each === 'placed') this.faultPoint('place.after-commit');
    return written;
  }
}

function hasOnceOnlyVoucher({ order }: Placing): boolean {
  return order.voucher?.onceOnly === true;
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
