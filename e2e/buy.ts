import { call, credentials, eventually } from './api.js';
import type { Answer } from './api.js';

export const addresses = {
  fr: { country: 'FR', city: 'Paris', postalCode: '75011' },
  de: { country: 'DE', city: 'Berlin', postalCode: '10115' },
  pl: { country: 'PL', city: 'Warszawa', postalCode: '00-950' },
  se: { country: 'SE', city: 'Stockholm', postalCode: '111 22' },
  us: { country: 'US', region: 'NY', city: 'New York', postalCode: '10001' },
};
export type MarketCode = keyof typeof addresses;
export const regionOf = { fr: 'eu', de: 'eu', pl: 'eu', se: 'eu', us: 'us' } as const;

/** An offer of the market's shop that can be bought, found as a shopper finds it: list, page, buy box. */
export async function findOffer(
  market: MarketCode,
): Promise<{ offerId: string; variantId: string; price: { amount: string; currency: string } }> {
  const region = regionOf[market];
  const list = await call(region, 'GET', `/v1/markets/${market}/products?limit=5&category=smartphone`);
  for (const item of list.body.items) {
    const page = await call(region, 'GET', `/v1/markets/${market}/products/${item.slug}`);
    for (const variant of page.body.variants)
      for (const { buyBox } of variant.grades)
        if (buyBox) return { offerId: buyBox.offerId, variantId: variant.id, price: buyBox.price };
  }
  throw new Error(`nothing can be bought in ${market}`);
}

/** A fresh offer of a demo seller with its own stock, shown at the gateway. */
export async function stateOffer(
  market: MarketCode,
  quantity: number,
  amount: string,
): Promise<{ offerId: string; sku: string; token: string; body: any }> {
  const region = regionOf[market];
  const { variantId } = await findOffer(market);
  const sku = `E2E-${Math.random().toString(36).slice(2, 10)}`;
  const body = {
    variantId,
    grade: 'GOOD',
    quantity,
    vatScheme: 'REGULAR',
    warrantyMonths: 24,
    shipsFrom: market === 'us' ? 'US' : 'FR',
    prices: [{ market, amount }],
  };
  for (const { token } of credentials.sellers) {
    const answer = await call(region, 'PUT', `/v1/seller/offers/${sku}`, { token, body });
    if (answer.body?.code === 'SellerNotRegistered') continue;
    if (answer.status !== 201) throw new Error(`the offer was refused: ${JSON.stringify(answer.body)}`);
    await eventually(
      () => call(region, 'GET', `/v1/markets/${market}/variants/${variantId}/offers`),
      ({ body: offers }) =>
        offers.items?.some((item: any) => item.offerId === answer.body.offerId && item.availability.quantity > 0),
    );
    return { offerId: answer.body.offerId, sku, token, body };
  }
  throw new Error(`no demo seller is registered in ${region}`);
}

export function quote(
  market: MarketCode,
  lines: { offerId: string; quantity: number }[],
  more: Record<string, unknown> = {},
): Promise<Answer> {
  return call(regionOf[market], 'POST', `/v1/markets/${market}/quotes`, {
    body: { lines, shipTo: addresses[market], ...more },
  });
}

export function order(
  market: MarketCode,
  quoteToken: string,
  options: { token?: string; key?: string; wait?: number; body?: Record<string, unknown> } = {},
): Promise<Answer> {
  const { token = 'tok_approve', key = crypto.randomUUID(), wait = 15, body = {} } = options;
  return call(regionOf[market], 'POST', `/v1/markets/${market}/orders`, {
    headers: { 'idempotency-key': key, prefer: `wait=${wait}` },
    body: {
      quoteToken,
      customer: { email: 'ada.canary@example.org', name: 'Ada Canary' },
      shipTo: { ...addresses[market], line1: '1 Canary Wharf' },
      payment: { method: 'card', token },
      ...body,
    },
  });
}

/** The order once it is no longer pending. */
export function finalOrder(market: MarketCode, orderId: string, accessToken: string): Promise<Answer> {
  return eventually(
    () => call(regionOf[market], 'GET', `/v1/markets/${market}/orders/${orderId}`, { token: accessToken }),
    ({ body }) => typeof body?.status === 'string' && body.status !== 'pending',
    60_000,
  );
}

/** An IMEI of nobody's: its check digit makes the Luhn sum a multiple of ten. */
export function newImei(): string {
  const body = `35${Math.floor(Math.random() * 1e12)
    .toString()
    .padStart(12, '0')}`;
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) {
    const digit = Number(body[body.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return body + ((10 - (sum % 10)) % 10);
}
