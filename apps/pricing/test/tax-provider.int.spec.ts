import { orderCancelledV1, saleRecordedV1 } from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import { fixedClock, isRejection, Money, mustBeInstant, newId } from '@reprise/kernel';
import type { FixedClock, Fault } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import { LocalTaxes } from '../src/application/local-taxes.js';
import { SettleTaxes } from '../src/application/settle-taxes.js';
import { WorkOutTax } from '../src/application/work-out-tax.js';
import type { QuoteRequest } from '../src/domain/quote.js';
import { pricingMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresLocalRates } from '../src/outbound/postgres/postgres-local-rates.js';
import { noteCancellations, noteSales, PostgresTaxTasks } from '../src/outbound/postgres/postgres-tax-tasks.js';
import { StripeTaxes } from '../src/outbound/stripe/stripe-taxes.js';
import { realMarket, realTables } from './real-markets.js';
import {
  recordedCalculation,
  recordedExpiry,
  recordedReversal,
  recordedTransaction,
  StripeStandIn,
} from './stripe-stand-in.js';

const paths = {
  calculate: '/v1/tax/calculations',
  commit: '/v1/tax/transactions/create_from_calculation',
  reverse: '/v1/tax/transactions/create_reversal',
} as const;
const us = realMarket('us');
const offerId = newId();
const request: QuoteRequest = {
  market: us,
  shipTo: { country: 'US', region: 'NY', city: 'New York', postalCode: '10001-1234' },
  shippingMethod: 'express',
  lines: [
    {
      offerId,
      ...{ sellerId: 'seller', variantId: 'variant', category: 'smartphone', quantity: 1, shipsFrom: 'US' },
      unitPrice: Money.of('299.99', 'USD'),
      vatScheme: 'REGULAR',
    },
  ],
};

let database: Database;
let drop: () => Promise<void>;
let stripe: StripeStandIn;
let clock: FixedClock;
let tasks: PostgresTaxTasks;
let failures: Fault[];

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: pricingMigrations });
  database = test.database;
  drop = () => test.drop();
});
beforeEach(async () => {
  await database.query('TRUNCATE tax_task, tax_calculation');
  stripe = await StripeStandIn.start();
  stripe.answer(paths.calculate, 200, recordedCalculation(offerId));
  stripe.answer(paths.commit, 200, recordedTransaction(offerId));
  stripe.answer(paths.reverse, 200, recordedReversal);
  clock = fixedClock(mustBeInstant('2026-11-24T10:00:00Z'));
  tasks = new PostgresTaxTasks(database);
  failures = [];
});
afterEach(() => stripe.stop());
afterAll(() => drop());

const service = () => new StripeTaxes({ apiKey: 'sk_test_spec', url: stripe.url, timeoutMs: 300 });
const workOutTax = (whenUnanswered: 'tables' | 'refuse' = 'tables') =>
  new WorkOutTax({
    tables: new LocalTaxes(new PostgresLocalRates(database)),
    service: service(),
    calculations: tasks,
    whenUnanswered,
    onUnanswered: ({ error }) => void failures.push(error),
  });
const quoted = async (...how: Parameters<typeof workOutTax>) => {
  const quoteId = newId();
  const draft = await workOutTax(...how).price(quoteId, request, realTables, clock.now());
  if (isRejection(draft)) throw new Error(`${draft.code}: ${draft.message}`);
  return { quoteId, draft };
};
const fieldsOf = (path: string) => Object.fromEntries(stripe.calls.find((call) => call.path === path)?.fields ?? []);

describe('a quote', () => {
  test('asks Stripe what the lines and delivery cost, and takes its answer line by line and jurisdiction by jurisdiction', async () => {
    const { draft, quoteId } = await quoted();
    expect(fieldsOf(paths.calculate)).toMatchObject({
      currency: 'usd',
      'customer_details[address][country]': 'US',
      'customer_details[address][state]': 'NY',
      'customer_details[address][postal_code]': '10001-1234',
      'line_items[0][amount]': '29999',
      'line_items[0][quantity]': '1',
      'line_items[0][reference]': offerId,
      'line_items[0][tax_behavior]': 'exclusive',
      'shipping_cost[amount]': '1499',
    });
    expect(stripe.calls[0]?.authorization).toBe('Bearer sk_test_spec');
    expect(
      draft.lines[0]?.taxLines.map(({ jurisdiction, rate, amount }) => [jurisdiction.code, rate, `${amount}`]),
    ).toEqual([
      ['US-NY', '0.04', '12.00 USD'],
      ['US-NY-CITY-NEW-YORK-CITY', '0.045', '13.50 USD'],
      ['US-NY-DISTRICT-METROPOLITAN-COMMUTER-TRANSPORTATION-DISTRICT', '0.00375', '1.12 USD'],
    ]);
    expect(draft.lines[0]?.taxLines[0]?.taxCollectionResponsibility).toBe('MARKETPLACE');
    expect([draft.shipping.tax, draft.totals.tax, draft.totals.gross].map(String)).toEqual([
      '1.33 USD',
      '27.95 USD',
      '342.93 USD',
    ]);
    expect([draft.precision, draft.taxSource]).toEqual(['zip9', { provider: 'stripe', reference: 'taxcalc_1Spec' }]);
    expect(await database.query('SELECT quote_id, reference FROM tax_calculation')).toEqual([
      { quote_id: quoteId, reference: 'taxcalc_1Spec' },
    ]);
  });

  const broken = () => {
    const calculation = recordedCalculation(offerId);
    const [line] = calculation.line_items.data;
    return { ...calculation, line_items: { ...calculation.line_items, data: [{ ...line, amount_tax: 2_663 }] } };
  };
  test.each<[string, () => void, string]>([
    ['does not answer in time', () => stripe.fallSilent(paths.calculate), 'a calculation was not answered'],
    [
      'is out of order',
      () => stripe.answer(paths.calculate, 500, { error: { type: 'api_error' } }),
      'a calculation was refused',
    ],
    [
      'answers what does not sum',
      () => stripe.answer(paths.calculate, 200, broken()),
      'the calculation has parts of 2662',
    ],
    [
      'answers about something else',
      () => stripe.answer(paths.calculate, 200, recordedCalculation(newId())),
      'the calculation has no line',
    ],
  ])('is priced from our tables when Stripe %s, and says so', async (_claim, arrange, reason) => {
    arrange();
    const { draft } = await quoted();
    expect(draft.totals.tax.toDecimalString()).toBe('27.95');
    expect(draft.precision).toBe('zip5');
    expect(draft.taxSource).toEqual({
      provider: 'tables',
      insteadOf: { provider: 'stripe', reason: expect.stringContaining(reason) as string },
    });
    expect(draft.trace[0]?.facts).toMatchObject({ provider: 'tables', insteadOf: 'stripe' });
    expect(failures).toHaveLength(1);
    expect(await database.query('SELECT * FROM tax_calculation')).toEqual([]);
  });

  test('is refused with a retriable fault where configuration wants no other answer', async () => {
    stripe.fallSilent(paths.calculate);
    await expect(quoted('refuse')).rejects.toMatchObject({ retriable: true });
  });
});

describe('what follows a sale', () => {
  type Sale = DataOf<typeof saleRecordedV1>;
  const usd = (amount: string) => ({ amount, currency: 'USD' });
  const saleOf = (quoteId: string, change: Partial<Sale> = {}): Sale => {
    const orderId = newId();
    const [line] = saleRecordedV1.example.lines;
    if (line === undefined) throw new Error('the example has a line');
    return {
      ...saleRecordedV1.example,
      ...{ saleId: orderId, orderId, quoteId, market: 'us', kind: 'sale' },
      lines: [{ ...line, offerId, net: usd('299.99'), tax: usd('26.62'), gross: usd('326.61'), taxLines: [] }],
      totals: {
        net: usd('299.99'),
        tax: usd('27.95'),
        fees: usd('0.00'),
        shipping: usd('14.99'),
        gross: usd('342.93'),
      },
      ...change,
    };
  };
  const refundOf = (sale: Sale, change: Partial<Sale> = {}): Sale => ({
    ...sale,
    kind: 'refund',
    saleId: newId(),
    ...change,
  });
  const hear = (...sales: Sale[]) => database.inTransaction((tx) => noteSales(tx, sales));
  const settle = async (): Promise<void> => {
    const settling = new SettleTaxes(tasks, service(), clock, ({ error }) => void failures.push(error));
    while (await settling.run());
  };
  const told = () => stripe.calls.slice(1).map(({ path, idempotencyKey }) => [path, idempotencyKey]);
  const statuses = () =>
    database.query<{ kind: string; status: string }>('SELECT kind, status FROM tax_task ORDER BY ordinal');

  test('a sale is committed once however often it is heard, under the calculation its buyer was shown', async () => {
    const sale = saleOf((await quoted()).quoteId);
    await hear(sale);
    await hear(sale, sale);
    await settle();
    await settle();
    expect(told()).toEqual([[paths.commit, `commit/${sale.saleId}`]]);
    expect(fieldsOf(paths.commit)).toMatchObject({ calculation: 'taxcalc_1Spec', reference: sale.orderId });
    expect(await statuses()).toEqual([{ kind: 'commit', status: 'done' }]);
  });

  test('a sale our own tables worked out is nobody’s to be told of', async () => {
    await hear(saleOf(newId()));
    await settle();
    expect(stripe.calls).toEqual([]);
  });

  test('a refund of everything reverses the transaction, one of a part its lines', async () => {
    const sale = saleOf((await quoted()).quoteId);
    const [line] = sale.lines;
    if (line === undefined) throw new Error('a sale has a line');
    const half = refundOf(sale, {
      lines: [{ ...line, net: usd('100.00'), tax: usd('8.87'), gross: usd('108.87') }],
      totals: { net: usd('100.00'), tax: usd('8.87'), fees: usd('0.00'), shipping: usd('0.00'), gross: usd('108.87') },
    });
    await hear(sale, half);
    await settle();
    expect(told()).toEqual([
      [paths.commit, `commit/${sale.saleId}`],
      [paths.reverse, `refund/${half.saleId}`],
    ]);
    expect(fieldsOf(paths.reverse)).toMatchObject({
      mode: 'partial',
      original_transaction: 'tax_1Spec',
      reference: half.saleId,
      'line_items[0][original_line_item]': 'tax_li_sold',
      'line_items[0][amount]': '-10000',
      'line_items[0][amount_tax]': '-887',
    });
    const whole = refundOf(sale);
    await hear(whole);
    await settle();
    expect(Object.fromEntries(stripe.calls.at(-1)?.fields ?? [])).toEqual({
      mode: 'full',
      original_transaction: 'tax_1Spec',
      reference: whole.saleId,
    });
  });

  test('a refund waits for its sale to be committed, and both are told when Stripe is back', async () => {
    const sale = saleOf((await quoted()).quoteId);
    stripe.answer(paths.commit, 503, { error: { type: 'api_error' } });
    await hear(sale, refundOf(sale));
    await settle();
    expect(await statuses()).toEqual([
      { kind: 'commit', status: 'due' },
      { kind: 'refund', status: 'due' },
    ]);
    stripe.answer(paths.commit, 200, recordedTransaction(offerId));
    clock.advance(60_000);
    await settle();
    expect(await statuses()).toEqual([
      { kind: 'commit', status: 'done' },
      { kind: 'refund', status: 'done' },
    ]);
    const commits = stripe.calls.filter(({ path }) => path === paths.commit);
    expect(new Set(commits.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  test('what Stripe will never take is set aside for somebody to look at, and not asked again', async () => {
    stripe.answer(paths.commit, 400, recordedExpiry);
    await hear(saleOf((await quoted()).quoteId));
    await settle();
    clock.advance(3_600_000);
    await settle();
    expect(await statuses()).toEqual([{ kind: 'commit', status: 'failed' }]);
    expect(failures.map(({ message }) => message)).toEqual(['a commitment was refused: tax_calculation_expired']);
  });

  test('a cancelled order takes its commitment back, and one without a commitment nothing', async () => {
    const sale = saleOf((await quoted()).quoteId);
    await hear(sale);
    const cancelled = (orderId: string) => ({ ...orderCancelledV1.example, orderId });
    await database.inTransaction((tx) => noteCancellations(tx, [cancelled(sale.orderId), cancelled(newId())]));
    await settle();
    expect(told()).toEqual([
      [paths.commit, `commit/${sale.saleId}`],
      [paths.reverse, `void/${sale.orderId}`],
    ]);
    expect(fieldsOf(paths.reverse)).toMatchObject({ mode: 'full', original_transaction: 'tax_1Spec' });
  });
});
