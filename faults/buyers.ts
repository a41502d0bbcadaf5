import { randomUUID } from 'node:crypto';
import { askPatiently } from './client.ts';
import type { History, Purchase } from './history.ts';
import type { Random } from './random.ts';
import type { Shop } from './start-shop.ts';

/** An offer that a run made for itself, with the stock it declared. */
export interface FaultOffer {
  readonly region: 'eu' | 'us';
  readonly market: string;
  readonly offerId: string;
  readonly sku: string;
  readonly sellerToken: string;
  readonly stock: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Personal data that must never be seen outside checkout's tables. */
export const canary = 'pii.canary';

const addresses: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fr: { country: 'FR', city: 'Paris', postalCode: '75011' },
  us: { country: 'US', region: 'NY', city: 'New York', postalCode: '10001' },
};

/** How payments of a run go: mostly well, often enough in every way they can go wrong. */
const paymentTokens = [
  ...Array.from({ length: 12 }, () => 'tok_approve'),
  'tok_decline',
  'tok_timeout_charged',
  'tok_timeout_not_charged',
  'tok_duplicate_webhook',
  'tok_late_webhook',
  'tok_webhook_first',
  'tok_error_after_charge',
];

export function paymentTokenFor(random: Random): string {
  return random.pick(paymentTokens);
}

/** Makes an offer of a demo seller with `stock` units and waits until it can be bought. */
export async function stateOffer(
  shop: Shop,
  market: 'fr' | 'us',
  stock: number,
  amount = '199.00',
): Promise<FaultOffer> {
  const region = market === 'us' ? 'us' : 'eu';
  const gateway = gatewayOf(shop, region);
  const list = await askPatiently(`${gateway}/v1/markets/${market}/products?limit=1&category=smartphone`, 'GET');
  const page = await askPatiently(`${gateway}/v1/markets/${market}/products/${list.answer?.body.items[0].slug}`, 'GET');
  const sku = `FAULT-${randomUUID().slice(0, 13)}`;
  const body = {
    variantId: page.answer?.body.variants[0].id,
    grade: 'GOOD',
    quantity: stock,
    vatScheme: 'REGULAR',
    warrantyMonths: 24,
    shipsFrom: market === 'us' ? 'US' : 'FR',
    prices: [{ market, amount }],
  };
  for (const { token } of shop.system.credentials.sellers) {
    const { answer } = await askPatiently(`${gateway}/v1/seller/offers/${sku}`, 'PUT', {
      token,
      body: JSON.stringify(body),
    });
    if (answer?.body?.code === 'SellerNotRegistered') continue;
    if (answer?.status !== 201) throw new Error(`the offer was refused: ${answer?.text}`);
    const { offerId } = answer.body as { offerId: string };
    const offer = { region, market, offerId, sku, sellerToken: token, stock, body } as const;
    await untilForSale(shop, offer, body.variantId);
    return offer;
  }
  throw new Error(`no demo seller is registered in ${region}`);
}

async function untilForSale(shop: Shop, { region, market, offerId }: FaultOffer, variantId: string): Promise<void> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const { answer } = await askPatiently(
      `${gatewayOf(shop, region)}/v1/markets/${market}/variants/${variantId}/offers?limit=200`,
      'GET',
    );
    const found = answer?.body?.items?.find((item: { offerId: string }) => item.offerId === offerId);
    if (found?.availability?.quantity > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${offerId} did not show within 30 s`);
}

/** Quotes and orders as a storefront does, asking again under the same key while nothing but faults come back. */
export async function buy(
  shop: Shop,
  history: History,
  offer: FaultOffer,
  choice: { readonly quantity: number; readonly paymentToken: string; readonly waitSeconds?: number },
): Promise<Purchase | undefined> {
  const { region, market, offerId } = offer;
  const base = `${gatewayOf(shop, region)}/v1/markets/${market}`;
  const shipTo = addresses[market];
  const quoted = await askPatiently(`${base}/quotes`, 'POST', {
    body: JSON.stringify({ lines: [{ offerId, quantity: choice.quantity }], shipTo }),
  });
  history.serverErrors += quoted.serverErrors;
  if (quoted.answer?.status !== 201) {
    noteOther(history, 'read', region, quoted.answer === undefined ? 'unknown' : 'refused', 'quote');
    return undefined;
  }
  const body = JSON.stringify({
    quoteToken: quoted.answer.body.token,
    customer: { email: `${canary}@example.org`, name: `Ada ${canary}` },
    shipTo: { ...shipTo, line1: `1 ${canary} street` },
    payment: { method: 'card', token: choice.paymentToken },
  });
  const purchase: Purchase = {
    kind: 'purchase',
    market,
    region,
    key: randomUUID(),
    offerId,
    quantity: choice.quantity,
    paymentToken: choice.paymentToken,
    body,
    startedAt: Date.now(),
    endedAt: 0,
    verdict: 'unknown',
    attempts: 0,
  };
  await placeOrder(shop, history, purchase, choice.waitSeconds ?? 0);
  history.add(purchase);
  return purchase;
}

async function placeOrder(shop: Shop, history: History, purchase: Purchase, waitSeconds: number): Promise<void> {
  const { answer, attempts, serverErrors } = await askPatiently(ordersUrl(shop, purchase), 'POST', {
    body: purchase.body,
    headers: orderHeaders(purchase.key, waitSeconds),
  });
  history.serverErrors += serverErrors;
  purchase.attempts = attempts;
  purchase.endedAt = Date.now();
  if (answer === undefined || answer.status >= 500) return;
  purchase.verdict = answer.status < 300 ? 'ok' : 'refused';
  purchase.answer = { status: answer.status, body: answer.text };
  if (purchase.verdict !== 'ok') return;
  purchase.orderId = answer.body.id;
  purchase.accessToken = answer.body.accessToken;
  purchase.grossMinor = Math.round(Number(answer.body.totals.gross.amount) * 100);
}

export function ordersUrl(shop: Shop, { region, market }: Pick<Purchase, 'region' | 'market'>): string {
  return `${gatewayOf(shop, region)}/v1/markets/${market}/orders`;
}

export function orderHeaders(key: string, waitSeconds: number): Record<string, string> {
  return { 'idempotency-key': key, ...(waitSeconds > 0 && { prefer: `wait=${waitSeconds}` }) };
}

/** The order as its buyer reads it now. */
export async function readOrder(shop: Shop, purchase: Purchase): Promise<any> {
  const { answer } = await askPatiently(`${ordersUrl(shop, purchase)}/${purchase.orderId}`, 'GET', {
    ...(purchase.accessToken !== undefined && { token: purchase.accessToken }),
  });
  return answer?.body;
}

export function noteOther(
  history: History,
  kind: 'price' | 'read' | 'refund' | 'cart' | 'ship' | 'cancel',
  region: string,
  verdict: 'ok' | 'refused' | 'unknown',
  detail: string,
  attempts = 1,
): void {
  const now = Date.now();
  history.add({ kind, region, startedAt: now, endedAt: now, verdict, attempts, detail });
}

export function gatewayOf(shop: Shop, region: string): string {
  const url = shop.system.gatewayUrls[region];
  if (url === undefined) throw new Error(`no gateway in ${region}`);
  return url;
}
