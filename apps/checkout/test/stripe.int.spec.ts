import { Money, mustBeCurrency } from '@reprise/kernel';
import type { OrderId, Uuid } from '@reprise/kernel';
import Stripe from 'stripe';
import type { Payment, Refund } from '../src/application/ports.js';
import { stripeNews } from '../src/outbound/provider/stripe-news.js';
import { stripeClient, StripePaymentProvider } from '../src/outbound/provider/stripe-payment-provider.js';
import { intentIn, RecordedStripe, stripeError } from './stripe-recorded.js';
import type { RecordedAnswer } from './stripe-recorded.js';

let stripe: RecordedStripe;
let provider: StripePaymentProvider;
beforeAll(async () => {
  stripe = await RecordedStripe.open();
  provider = new StripePaymentProvider(
    stripeClient({ url: stripe.url, secretKey: 'sk_test_recorded', timeoutMs: 300 }),
  );
});
afterAll(() => stripe.close());

const due = Money.ofMinor(49_900n, mustBeCurrency('EUR'));
const payment: Payment = {
  ...{ orderId: 'o' as OrderId, idempotencyKey: 'order:o:1', amount: due, method: 'card', token: 'pm_card_visa' },
};
const ok = (body: object): RecordedAnswer => ({ status: 200, body });
const make = 'POST /v1/payment_intents';
const path = (verb: string) => `POST /v1/payment_intents/pi_3Q0recorded/${verb}`;
const look = 'GET /v1/payment_intents/pi_3Q0recorded';
const made = [ok(intentIn('requires_confirmation'))];
const declinedError = stripeError(402, {
  ...{
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Your card was declined.',
  },
});
const succeeded = { kind: 'succeeded', reference: 'pi_3Q0recorded', amount: due };

test('a charge is made, authorised and captured, each with a key of its own derived from ours', async () => {
  stripe.play({
    [make]: made,
    [path('confirm')]: [ok(intentIn('requires_capture', { amount_capturable: 49_900 }))],
    [path('capture')]: [ok(intentIn('succeeded'))],
  });
  expect(await provider.charge(payment)).toEqual(succeeded);
  expect(stripe.calls.map(({ call, key }) => [call, key])).toEqual([
    [make, 'order:o:1'],
    [path('confirm'), 'order:o:1:confirm'],
    [path('capture'), 'order:o:1:capture'],
  ]);
  expect(stripe.calls[0]?.form).toMatchObject({
    ...{ amount: '49900', currency: 'eur', capture_method: 'manual', payment_method: 'pm_card_visa' },
    ...{ 'metadata[idempotency_key]': 'order:o:1', 'metadata[order]': 'o' },
  });
  expect(stripe.calls[1]?.form).toMatchObject({ error_on_requires_action: 'true' });
});

test.each<[string, Record<string, readonly RecordedAnswer[]>, object]>([
  ['a card without funds', { [path('confirm')]: [declinedError] }, { kind: 'declined', code: 'insufficient_funds' }],
  [
    'a card whose bank wants to ask its holder',
    {
      [path('confirm')]: [
        stripeError(402, { type: 'card_error', code: 'authentication_required', message: 'authenticate' }),
      ],
    },
    { kind: 'declined', code: 'authentication_required' },
  ],
  ['no answer to the making', { [make]: ['silence'] }, { kind: 'unanswered' }],
  [
    'no answer to the capture',
    { [path('confirm')]: [ok(intentIn('requires_capture'))], [path('capture')]: ['silence'] },
    { kind: 'unanswered' },
  ],
  [
    'an error of Stripe',
    { [path('confirm')]: [stripeError(500, { type: 'api_error', message: 'oops' })] },
    { kind: 'unanswered' },
  ],
  [
    'our key in use elsewhere',
    { [make]: [stripeError(409, { type: 'idempotency_error', code: 'idempotency_key_in_use' })] },
    { kind: 'unanswered', why: 'idempotency_key_in_use' },
  ],
  [
    'too many calls',
    { [make]: [stripeError(429, { type: 'rate_limit_error', code: 'rate_limit' })] },
    { kind: 'unanswered' },
  ],
  [
    'a bank that is still thinking',
    { [path('confirm')]: [ok(intentIn('processing'))] },
    { kind: 'unanswered', why: 'processing' },
  ],
])('%s: only a clear word is a refusal', async (_name, answers, outcome) => {
  stripe.play({ [make]: made, ...answers });
  expect(await provider.charge(payment)).toMatchObject(outcome);
});

test.each<[string, object, object]>([
  ['captured', intentIn('succeeded'), succeeded],
  ['authorised only: charging goes on from there', intentIn('requires_capture'), { kind: 'notFound' }],
  ['made only', intentIn('requires_confirmation'), { kind: 'notFound' }],
  ['cancelled', intentIn('canceled'), { kind: 'voided' }],
  [
    'refused',
    intentIn('requires_payment_method', { last_payment_error: { code: 'card_declined', decline_code: 'lost_card' } }),
    { kind: 'declined', code: 'lost_card' },
  ],
])('an unknown outcome is asked after, and moves nothing: %s', async (_name, body, outcome) => {
  stripe.play({ [make]: made, [look]: [ok(body)] });
  expect(await provider.find(payment)).toEqual(outcome);
  expect(stripe.calls.map(({ call }) => call)).toEqual([make, look]);
});

test('closing voids what was authorised; what was captured first is said to be', async () => {
  stripe.play({ [make]: made, [path('cancel')]: [ok(intentIn('canceled'))] });
  expect(await provider.close(payment)).toEqual({ kind: 'voided' });
  const tooLate = stripeError(400, { type: 'invalid_request_error', code: 'payment_intent_unexpected_state' });
  stripe.play({ [make]: made, [path('cancel')]: [tooLate], [look]: [ok(intentIn('succeeded'))] });
  expect(await provider.close(payment)).toEqual(succeeded);
});

describe('a refund', () => {
  const refund: Refund = {
    ...{ id: 'r' as Uuid, orderId: 'o' as OrderId, idempotencyKey: 'refund:r', chargeReference: 'pi_3Q0recorded' },
    ...{ amount: Money.ofMinor(12_345n, mustBeCurrency('EUR')), isSettled: false },
  };
  const recorded = (status: string) =>
    ok({ id: 're_3Q0', object: 'refund', status, metadata: { idempotency_key: 'refund:r' } });

  test('is of a part, with our key, and settled when Stripe says so', async () => {
    stripe.play({ 'POST /v1/refunds': [recorded('succeeded')] });
    expect(await provider.refund(refund)).toEqual({ kind: 'refunded', reference: 're_3Q0' });
    expect(stripe.calls).toMatchObject([
      {
        key: 'refund:r',
        form: { amount: '12345', payment_intent: 'pi_3Q0recorded', 'metadata[idempotency_key]': 'refund:r' },
      },
    ]);
  });

  test('that is pending is asked after until it is not', async () => {
    stripe.play({
      'POST /v1/refunds': [recorded('pending')],
      'GET /v1/refunds/re_3Q0': [recorded('pending'), recorded('succeeded')],
    });
    expect(await provider.refund(refund)).toEqual({ kind: 'unanswered', why: 'refund pending' });
    expect(await provider.refund(refund)).toEqual({ kind: 'refunded', reference: 're_3Q0' });
  });

  test.each(['failed', 'silence'])('that %s is not settled', async (how) => {
    stripe.play({ 'POST /v1/refunds': [how === 'silence' ? 'silence' : recorded(how)] });
    expect((await provider.refund(refund)).kind).toBe('unanswered');
  });
});

describe('a webhook', () => {
  const secret = 'whsec_recorded';
  const read = stripeNews(secret);
  const event = (type: string, object: object) =>
    JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object } });
  const sign = (payload: string, at = Date.now(), by = secret) => ({
    'stripe-signature': Stripe.webhooks.generateTestHeaderString({
      payload,
      secret: by,
      timestamp: Math.floor(at / 1000),
    }),
  });
  const hear = (payload: string, headers = sign(payload)) => read(headers, Buffer.from(payload));

  test.each<[string, object, object]>([
    ['payment_intent.succeeded', intentIn('succeeded'), { idempotencyKey: 'order:o:1', about: succeeded }],
    ['payment_intent.canceled', intentIn('canceled'), { about: { kind: 'voided' } }],
    [
      'payment_intent.payment_failed',
      intentIn('requires_payment_method', { last_payment_error: { code: 'expired_card' } }),
      { about: { kind: 'declined', code: 'expired_card' } },
    ],
    [
      'refund.updated',
      { id: 're_3Q0', object: 'refund', status: 'succeeded', metadata: { idempotency_key: 'refund:r' } },
      { idempotencyKey: 'refund:r', about: { kind: 'refunded', reference: 're_3Q0' } },
    ],
  ])('%s is heard under its event’s id', (type, object, news) => {
    expect(hear(event(type, object))).toMatchObject({ webhookId: 'evt_1', ...news });
  });

  test('about others, or of a kind we do not act on, is none of ours', () => {
    expect(hear(event('payment_intent.succeeded', intentIn('succeeded', { metadata: {} as never })))).toBe('notOurs');
    expect(
      hear(event('refund.updated', { id: 're', status: 'pending', metadata: { idempotency_key: 'refund:r' } })),
    ).toBe('notOurs');
    expect(hear(event('customer.created', {}))).toBe('notOurs');
  });

  test('unsigned, signed by another, changed, or six minutes old is forged', () => {
    const payload = event('payment_intent.succeeded', intentIn('succeeded'));
    expect(hear(payload, {} as never)).toBe('forged');
    expect(hear(payload, sign(payload, Date.now(), 'whsec_other'))).toBe('forged');
    expect(hear(payload, sign(`${payload} `))).toBe('forged');
    expect(hear(payload, sign(payload, Date.now() - 360_000))).toBe('forged');
  });
});
