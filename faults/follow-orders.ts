import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gatewayOf, noteOther, ordersUrl, readOrder } from './buyers.ts';
import type { FaultOffer } from './buyers.ts';
import { askPatiently } from './client.ts';
import type { Answer } from './client.ts';
import type { History, Purchase } from './history.ts';
import type { Random } from './random.ts';
import type { Shop } from './start-shop.ts';

interface Following {
  readonly shop: Shop;
  readonly history: History;
  readonly purchase: Purchase;
  readonly offer: FaultOffer;
  readonly order: any;
}

/** What may follow a paid order. Each of them may find that another was faster, and is then refused. */
const afterwards = [
  { kind: 'ship', run: ship },
  { kind: 'ship', run: shipAndWithdraw },
  { kind: 'cancel', run: cancel },
  { kind: 'refund', run: lowerPrice },
  { kind: 'refund', run: giveBackAll },
] as const;

/** A seller, an operator or a buyer goes on with one of the last orders: ships it, calls a piece off, sends it back, gives money back. */
export async function followSomething(
  shop: Shop,
  history: History,
  offers: readonly FaultOffer[],
  random: Random,
): Promise<void> {
  await sleep(300);
  const bought = history.purchases
    .filter(({ orderId, region }) => orderId !== undefined && region === 'eu')
    .slice(-200);
  if (bought.length === 0) return;
  const purchase = random.pick(bought);
  const offer = offers.find(({ offerId }) => offerId === purchase.offerId);
  const order = await readOrder(shop, purchase);
  if (offer === undefined || order?.status !== 'confirmed') return;
  const { kind, run } = random.pick(afterwards);
  const verdict = await run({ shop, history, purchase, offer, order });
  noteOther(history, kind, purchase.region, verdict, purchase.orderId ?? '');
}

async function ship(following: Following): Promise<Verdict> {
  return (await sendParcel(following)).verdict;
}

async function sendParcel(following: Following): Promise<Said> {
  const { order } = following;
  const lines = order.lines.map(({ id, quantity }: { id: string; quantity: number }) => ({
    lineId: id,
    quantity,
    units: Array.from({ length: quantity }, () => ({ imei: newImei() })),
  }));
  const sent = await say(following, sellerUrl(following, 'shipments'), following.offer.sellerToken, {
    carrier: 'UPS',
    lines,
  });
  if (sent.verdict !== 'ok') return sent;
  return say(following, sellerUrl(following, `shipments/${sent.body.id}/delivered`), following.offer.sellerToken, {});
}

/** Sent, arrived, withdrawn from in two steps, and back: the buyer gets everything back. */
async function shipAndWithdraw(following: Following): Promise<Verdict> {
  const parcel = await sendParcel(following);
  if (parcel.verdict !== 'ok') return parcel.verdict;
  const token = following.purchase.accessToken ?? '';
  const stated = await say(following, orderUrl(following, 'withdrawal'), token, {});
  if (stated.verdict !== 'ok') return stated.verdict;
  const { withdrawalId, confirmationToken } = stated.body;
  const confirmed = await say(following, orderUrl(following, `withdrawal/${withdrawalId}/confirmation`), token, {
    confirmationToken,
  });
  if (confirmed.verdict !== 'ok') return confirmed.verdict;
  const verdicts: Verdict[] = [];
  for (const { id } of confirmed.body.returns)
    verdicts.push(
      (await say(following, sellerUrl(following, `returns/${id}/receipt`), following.offer.sellerToken, {})).verdict,
    );
  return verdicts.find((verdict) => verdict !== 'ok') ?? 'ok';
}

async function cancel(following: Following): Promise<Verdict> {
  const [{ id }] = following.order.lines;
  const body = { lines: [{ lineId: id, quantity: 1 }] };
  return (await say(following, orderUrl(following, 'cancellations'), following.purchase.accessToken ?? '', body))
    .verdict;
}

async function lowerPrice(following: Following): Promise<Verdict> {
  const { order, shop } = following;
  const amount = { amount: '7.77', currency: order.totals.gross.currency };
  const body = { reason: 'a scratch', lines: [{ lineId: order.lines[0].id, amount }] };
  return (await say(following, orderUrl(following, 'refunds'), shop.system.credentials.ops, body)).verdict;
}

async function giveBackAll(following: Following): Promise<Verdict> {
  const body = { reason: 'a fault run gives it back' };
  return (await say(following, orderUrl(following, 'refunds'), following.shop.system.credentials.ops, body)).verdict;
}

type Verdict = 'ok' | 'refused' | 'unknown';

interface Said {
  readonly verdict: Verdict;
  readonly body: any;
}

async function say({ history }: Following, url: string, token: string, body: object): Promise<Said> {
  const headers = { 'idempotency-key': randomUUID() };
  const { answer, serverErrors } = await askPatiently(url, 'POST', { token, body: JSON.stringify(body), headers });
  history.serverErrors += serverErrors;
  return { verdict: verdictOf(answer), body: answer?.body };
}

function verdictOf(answer: Answer | undefined): Verdict {
  if (answer === undefined || answer.status >= 500) return 'unknown';
  return answer.status < 300 ? 'ok' : 'refused';
}

function orderUrl({ shop, purchase }: Following, what: string): string {
  return `${ordersUrl(shop, purchase)}/${purchase.orderId}/${what}`;
}

function sellerUrl({ shop, purchase }: Following, what: string): string {
  return `${gatewayOf(shop, purchase.region)}/v1/seller/orders/${purchase.orderId}/${what}`;
}

/** An IMEI of nobody's: its check digit makes the Luhn sum a multiple of ten. */
function newImei(): string {
  const body = `35${String(Math.floor(Math.random() * 1e12)).padStart(12, '0')}`;
  const sum = [...body].reduce((total, letter, i) => {
    const digit = Number(letter) * (i % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
