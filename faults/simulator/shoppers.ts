import { currencyOf, isRejection, Money, newId } from '@reprise/kernel';
import type {
  CartId,
  Currency,
  Instant,
  MarketCode,
  OfferId,
  OrderId,
  QuoteId,
  SellerId,
  VariantId,
} from '@reprise/kernel';
import type { PlaceOrderRequest } from '../../apps/checkout/src/application/place-order.ts';
import type { RefundOrderRequest } from '../../apps/checkout/src/application/refund-order.ts';
import type { StoredAnswer } from '../../apps/checkout/src/domain/idempotency.ts';
import type { QuotedLine, VerifiedQuote } from '../../apps/checkout/src/domain/order.ts';
import type { SimulatedShop } from './shop.ts';

/** What is for sale, and how many there ever were. */
export interface SimulatedOffer {
  readonly offerId: OfferId;
  readonly sellerId: SellerId;
  readonly stock: number;
}

/** What a buyer asked for and was told. */
export interface Attempt {
  readonly request: PlaceOrderRequest;
  readonly offerId: OfferId;
  readonly answers: Set<string>;
}

const tokens = [...Array.from({ length: 8 }, () => 'tok_approve'), 'tok_decline', 'tok_other_amount'];
const market = 'fr' as MarketCode;
const tries = 40;

/** Everybody who wants something of the shop, each at a moment of their own. */
export class Shoppers {
  readonly attempts: Attempt[] = [];
  readonly #shop: SimulatedShop;
  readonly #offers: readonly SimulatedOffer[];
  #busy = 0;

  constructor(shop: SimulatedShop, offers: readonly SimulatedOffer[]) {
    this.#shop = shop;
    this.#offers = offers;
  }

  get areDone(): boolean {
    return this.#busy === 0;
  }

  arrive(count: number): void {
    for (let i = 0; i < count; i += 1) {
      this.#busy += 1;
      void this.#shopOnce().then(() => (this.#busy -= 1));
    }
  }

  /** The same request again, as if the answer had been lost: what it gets this time, once somebody is there to answer. */
  async again({ request }: Attempt): Promise<string> {
    const { world, checkouts } = this.#shop;
    for (;;) {
      const answer = await this.#shop.ask(checkouts, (checkout) => checkout.place(request));
      if (answer !== undefined) return isRejection(answer) ? answer.code : textOf(answer);
      await world.sleep(world.eternal, 100);
    }
  }

  async #shopOnce(): Promise<void> {
    const { world, inventories } = this.#shop;
    const { random } = world;
    await world.sleep(world.eternal, random.between(0, 4_000));
    const offer = random.pick(this.#offers);
    const quantity = random.between(1, 2);
    const cartId =
      random.next() < 0.4
        ? await this.#shop.ask(inventories, (each) => each.fillCart(offer.offerId, quantity))
        : undefined;
    const attempt = this.#attempt(offer, quantity, cartId);
    this.attempts.push(attempt);
    const twins = random.next() < 0.3 ? [attempt, this.#disturb(attempt)] : [attempt];
    const orderIds = await Promise.all(twins.map((twin) => this.#askPatiently(twin)));
    const orderId = orderIds.find((id) => id !== undefined);
    if (orderId !== undefined && random.next() < 0.5) await this.#giveBack(orderId);
  }

  /** The same once more at the same time; or another body under the key; or another key for the quote. */
  #disturb(attempt: Attempt): Attempt {
    const { random } = this.#shop.world;
    const { request } = attempt;
    const kind = random.pick(['twin', 'twin', 'otherBody', 'otherKey'] as const);
    if (kind === 'twin') return attempt;
    const other = kind === 'otherBody' ? { requestSha256: 'another' } : { key: `${request.key} another` };
    const disturbing = { ...attempt, request: { ...request, ...other }, answers: new Set<string>() };
    this.attempts.push(disturbing);
    return disturbing;
  }

  async #askPatiently({ request, answers }: Attempt): Promise<OrderId | undefined> {
    const { world, checkouts } = this.#shop;
    for (let i = 0; i < tries; i += 1) {
      const answer = await this.#shop.ask(checkouts, (checkout) => checkout.place(request));
      if (answer !== undefined && !isRejection(answer)) {
        answers.add(textOf(answer));
        return (JSON.parse(answer.body) as { id: OrderId }).id;
      }
      if (answer !== undefined && answer.code !== 'IdempotencyKeyInUse') return undefined;
      await world.sleep(world.eternal, world.random.between(10, 800));
    }
    return undefined;
  }

  /** An operator gives back some of it, once or a few times, or all that is left. */
  async #giveBack(orderId: OrderId): Promise<void> {
    const { world, checkouts } = this.#shop;
    for (let part = 0; part < world.random.between(1, 3); part += 1) {
      await world.sleep(world.eternal, world.random.between(100, 4_000));
      const request = this.#refund(orderId, `refund ${part} of ${orderId}`);
      for (let i = 0; i < tries; i += 1) {
        const answer = await this.#shop.ask(checkouts, (checkout) => checkout.refund(request));
        if (answer !== undefined && !(isRejection(answer) && answer.code === 'IdempotencyKeyInUse')) break;
        await world.sleep(world.eternal, world.random.between(10, 800));
      }
    }
  }

  #refund(orderId: OrderId, key: string): RefundOrderRequest {
    const { random } = this.#shop.world;
    const asked = { market, orderId, reason: 'the simulator', requestedBy: 'operator', key, scope: orderId };
    const request = { ...asked, requestSha256: key, lockMs: 2_000 };
    const lineId = this.#lineOf(orderId);
    if (random.next() < 0.4 || lineId === undefined) return request;
    const amount = { amount: `${random.between(1, 200)}.${random.between(10, 99)}`, currency: 'EUR' };
    return { ...request, lines: [{ lineId, amount }], delivery: random.next() < 0.2 };
  }

  #lineOf(orderId: OrderId): string | undefined {
    const orders = this.#shop.databases.checkout.committed<{ readonly lines: readonly { readonly id: string }[] }>({
      name: 'order',
    });
    return orders.get(orderId)?.lines[0]?.id;
  }

  #attempt(offer: SimulatedOffer, quantity: number, cartId: CartId | undefined): Attempt {
    const { world, quotes } = this.#shop;
    const token = `quote ${quotes.size}`;
    quotes.set(token, quoteOf(offer, quantity, cartId, world.random.next() < 0.3, world.nowMs));
    const request: PlaceOrderRequest = {
      ...{ market, quoteToken: token, scope: 'fr', key: `key ${this.attempts.length}`, requestSha256: token },
      lockMs: 2_000,
      languages: [],
      customer: { email: 'ada@example.org', name: 'Ada', address: {} },
      shipTo: { country: 'FR' },
      payment: { method: 'card', token: world.random.pick(tokens) },
    };
    return { request, offerId: offer.offerId, answers: new Set() };
  }
}

export function textOf({ status, body }: StoredAnswer): string {
  return `${status} ${body}`;
}

const eur = (minor: bigint): Money => Money.ofMinor(minor, currencyOf('EUR') as Currency);

/** As pricing would lock it: VAT inside, delivery for 4.99, prices that do not divide. Sometimes as two lines of the one offer. */
function quoteOf(
  { offerId, sellerId }: SimulatedOffer,
  quantity: number,
  cartId: CartId | undefined,
  isSplit: boolean,
  nowMs: number,
): VerifiedQuote {
  const line = (pieces: number): QuotedLine => {
    const gross = 33_333n * BigInt(pieces);
    const tax = gross / 6n;
    const [net, taxed] = [eur(gross - tax), eur(tax)];
    const shown = { taxLines: [{ taxable: net.toJSON(), amount: taxed.toJSON() }], fees: [] };
    const variantId = newId<VariantId>();
    return { offerId, sellerId, variantId, quantity: pieces, net, tax: taxed, gross: eur(gross), shown };
  };
  const lines = isSplit ? Array.from({ length: quantity }, () => line(1)) : [line(quantity)];
  const sum = (of: (each: QuotedLine) => Money): bigint => lines.reduce((total, each) => total + of(each).minor, 0n);
  const [net, tax] = [sum((each) => each.net), sum((each) => each.tax) + 83n];
  const delivery = { taxable: eur(416n).toJSON(), amount: eur(83n).toJSON() };
  return {
    quoteId: newId<QuoteId>(),
    market,
    region: 'eu',
    expiresAt: (nowMs + 600_000) as Instant,
    ...(cartId !== undefined && { cartId }),
    shipTo: { country: 'FR' },
    lines,
    totals: { net: eur(net), tax: eur(tax), fees: eur(0n), shipping: eur(416n), gross: eur(net + tax + 416n) },
    shown: { shipping: { taxLines: [delivery] } },
  };
}
