import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { behaviourOf } from './behaviours.ts';
import type { Behaviour } from './behaviours.ts';
import type { ChargeEntry, Ledger } from './ledger.ts';
import { chargeView, refundView } from './webhooks.ts';
import type { WebhookSender } from './webhooks.ts';

const maxBodyBytes = 16 * 1024;

/** An answer, or nothing at all: the caller waits until it gives up. */
type Answer = { readonly status: number; readonly body: unknown } | 'silence';

interface Provider {
  readonly ledger: Ledger;
  readonly webhooks: WebhookSender;
  readonly lateWebhookMs: number;
}

/** The provider's HTTP API. State is in the ledger alone, so a restart forgets nothing. */
export function createProviderServer(provider: Provider): Server {
  return createServer((request, response) => {
    handle(provider, request).then(
      (answer) => {
        if (answer !== 'silence') send(response, answer.status, answer.body);
      },
      (error: unknown) => {
        if (error instanceof Refused) send(response, error.status, { error: error.message });
        else send(response, 500, { error: 'internal' });
      },
    );
  });
}

async function handle(provider: Provider, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://provider');
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /health/live':
    case 'GET /health/ready':
      return { status: 200, body: { status: 'ok' } };
    case 'GET /ledger':
      return { status: 200, body: { entries: provider.ledger.entries } };
    case 'GET /charges':
      return findCharge(provider, url.searchParams.get('idempotencyKey') ?? '');
    case 'POST /charges':
      return charge(provider, keyOf(request), await bodyOf(request));
    case 'POST /voids':
      return closeKey(provider, keyOf(request));
    case 'POST /refunds':
      return refund(provider, keyOf(request), await bodyOf(request));
    default:
      throw new Refused(404, 'no such call');
  }
}

function findCharge({ ledger }: Provider, key: string): Answer {
  const found = ledger.chargeByKey(key);
  if (found) return { status: 200, body: chargeView(found) };
  if (ledger.voidByKey(key)) return { status: 200, body: { status: 'voided', idempotencyKey: key } };
  throw new Refused(404, 'nothing was charged with this key');
}

async function charge(provider: Provider, key: string, { text, json }: Body): Promise<Answer> {
  const { ledger } = provider;
  const bodySha256 = sha256(text);
  const before = ledger.chargeByKey(key);
  if (before) {
    if (before.bodySha256 !== bodySha256) throw new Refused(422, 'this key was used for another charge');
    return { status: 201, body: chargeView(before) };
  }
  if (ledger.voidByKey(key)) throw new Refused(409, 'this key is closed');

  const token = textField(json, 'token');
  const behaviour = behaviourOf(token);
  const asked = {
    amountMinor: amountField(json),
    currency: currencyField(json),
    token,
    reference: textField(json, 'reference'),
  };
  // The request is fine; the line went dead before it reached the bank.
  if (behaviour.money === 'nothing') return 'silence';
  const entry = chargeEntry(behaviour, key, bodySha256, asked);
  ledger.append(entry);
  return announce(provider, behaviour, entry);
}

function chargeEntry(
  behaviour: Behaviour,
  idempotencyKey: string,
  bodySha256: string,
  asked: Pick<ChargeEntry, 'amountMinor' | 'currency' | 'token' | 'reference'>,
): ChargeEntry {
  const base = { kind: 'charge', at: now(), id: `ch_${randomUUID()}`, idempotencyKey, bodySha256, ...asked } as const;
  if (behaviour.money === 'decline') {
    return { ...base, status: 'declined', declineCode: behaviour.declineCode ?? 'declined', amountMinor: 0 };
  }
  const surplus = behaviour.money === 'chargeOneMore' ? 1 : 0;
  return { ...base, status: 'succeeded', amountMinor: asked.amountMinor + surplus };
}

async function announce(provider: Provider, behaviour: Behaviour, entry: ChargeEntry): Promise<Answer> {
  const { webhooks } = provider;
  const answer: Answer = { status: 201, body: chargeView(entry) };
  if (behaviour.webhook === 'late') webhooks.after(provider.lateWebhookMs, () => void webhooks.send(entry));
  if (behaviour.answer === 'afterWebhook') {
    await webhooks.send(entry);
    return answer;
  }
  if (behaviour.webhook === 'once' || behaviour.webhook === 'thrice') void webhooks.send(entry);
  if (behaviour.webhook === 'thrice') {
    void webhooks.deliver(entry);
    webhooks.after(200, () => void webhooks.deliver(entry));
  }
  if (behaviour.answer === 'never') return 'silence';
  if (behaviour.answer === 'error500') throw new Refused(500, 'internal');
  return answer;
}

/** Closes a key for good, unless a charge got there first: then the charge is the answer and the caller decides. */
function closeKey({ ledger }: Provider, key: string): Answer {
  const charged = ledger.chargeByKey(key);
  if (charged) return { status: 200, body: chargeView(charged) };
  if (!ledger.voidByKey(key)) ledger.append({ kind: 'void', at: now(), id: `vo_${randomUUID()}`, idempotencyKey: key });
  return { status: 201, body: { status: 'voided', idempotencyKey: key } };
}

function refund({ ledger, webhooks }: Provider, key: string, { text, json }: Body): Answer {
  const bodySha256 = sha256(text);
  const before = ledger.refundByKey(key);
  if (before) {
    if (before.bodySha256 !== bodySha256) throw new Refused(422, 'this key was used for another refund');
    return { status: 201, body: refundView(before) };
  }
  const charged = ledger.chargeById(textField(json, 'chargeId'));
  if (charged?.status !== 'succeeded') throw new Refused(404, 'no such charge');
  const amountMinor = amountField(json);
  if (currencyField(json) !== charged.currency) throw new Refused(422, 'another currency than the charge');
  if (ledger.refundedMinor(charged.id) + amountMinor > charged.amountMinor) {
    throw new Refused(422, 'more than what is left of the charge');
  }
  const entry = {
    kind: 'refund',
    at: now(),
    id: `re_${randomUUID()}`,
    idempotencyKey: key,
    bodySha256,
    chargeId: charged.id,
    amountMinor,
    currency: charged.currency,
  } as const;
  ledger.append(entry);
  void webhooks.send(entry);
  return { status: 201, body: refundView(entry) };
}

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

interface Body {
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new Refused(413, `at most ${maxBodyBytes} bytes`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return { text, json: { ...json } };
  } catch {
    // Falls through to the refusal below.
  }
  throw new Refused(400, 'the body must be a JSON object');
}

function keyOf(request: IncomingMessage): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '' || key.length > 200) throw new Refused(400, 'Idempotency-Key is needed');
  return key;
}

function textField(json: Body['json'], name: string): string {
  const value = json[name];
  if (typeof value !== 'string' || value === '' || value.length > 200) throw new Refused(400, `${name} is needed`);
  return value;
}

function currencyField(json: Body['json']): string {
  const currency = textField(json, 'currency');
  if (!/^[A-Z]{3}$/.test(currency)) throw new Refused(400, 'currency must be an ISO 4217 code');
  return currency;
}

function amountField(json: Body['json']): number {
  const amount = json['amountMinor'];
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount <= 0) {
    throw new Refused(400, 'amountMinor must be a positive whole number of minor units');
  }
  return amount;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function now(): string {
  return new Date().toISOString();
}
