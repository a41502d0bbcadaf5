import type { DataOf, Envelope } from '@reprise/contracts/events';
import { saleRecordedV1 } from '@reprise/contracts/events';
import { newId } from '@reprise/kernel';
import { rawProduce, testBrokers, waitFor } from '@reprise/platform/testing';
import { openFinance } from './finance-door.js';
import type { FinanceDoor } from './finance-door.js';

type Sale = DataOf<typeof saleRecordedV1>;

const brokers = testBrokers();
const contract = saleRecordedV1;
let finance: FinanceDoor;
let local: string;
let mirrored: string;

beforeAll(async () => {
  finance = await openFinance();
  [local, mirrored] = finance.topicsOf(contract) as [string, string];
}, 60_000);

afterAll(() => finance.close(), 30_000);

/** A market no other test of this file sells in, so that its totals are this test's own. */
let marketCount = 0;
const ownMarket = (): string => `zz-t${++marketCount}`;

const money = (amount: string, currency = 'EUR') => ({ amount, currency });

/** A sale of one phone, VAT inside, free delivery, changed as asked. */
function saleOf(changed: Partial<Sale> = {}): Sale {
  const id = newId();
  return { ...saleRecordedV1.example, saleId: id, orderId: id, ...changed };
}

function envelopeOf(sale: Sale, changed: Partial<Envelope> = {}): Envelope {
  return {
    ...{ id: newId(), type: contract.type, v: 1, occurredAt: new Date().toISOString(), region: 'eu' },
    ...{ market: sale.market, key: sale.orderId, version: sale.version, data: sale },
    ...changed,
  };
}

async function tell(topic: string, ...envelopes: readonly Envelope[]): Promise<void> {
  await rawProduce(
    brokers,
    envelopes.map((envelope) => ({ topic, key: envelope.key, value: JSON.stringify(envelope) })),
  );
}

interface List {
  items: { eventId: string; region: string; occurredAt: string; sale: Sale }[];
  totals: unknown[];
  nextCursor: string | null;
}

const list = (query: string, role: 'finance' | 'ops' | 'seller' = 'finance') =>
  finance.call<List & { code: string; errors: unknown[] }>(`/v1/finance/sales?${query}`, { role });

const untilListed = (market: string, count: number) =>
  waitFor(
    async () => {
      const { body } = await list(`market=${market}&limit=500`);
      return body.items.length === count ? body : undefined;
    },
    { what: `${count} sales of ${market}` },
  );

const deadLetters = () => finance.consumer.deadLetters.list({ limit: 100 });

test('a sale of this cell and one mirrored from another are both listed, word for word, each with where it happened', async () => {
  const market = ownMarket();
  const here = envelopeOf(saleOf({ market }), { occurredAt: '2026-11-24T08:00:00.000Z' });
  const there = envelopeOf(saleOf({ market }), { occurredAt: '2026-11-24T09:00:00.000Z', region: 'us' });
  await tell(local, here);
  await tell(mirrored, there);
  const { items } = await untilListed(market, 2);
  expect(items).toEqual([
    { eventId: there.id, region: 'us', occurredAt: there.occurredAt, sale: there.data },
    { eventId: here.id, region: 'eu', occurredAt: here.occurredAt, sale: here.data },
  ]);
});

test('a redelivered sale and a sale said again under another event id count once', async () => {
  const market = ownMarket();
  const sale = saleOf({ market });
  const first = envelopeOf(sale);
  await tell(local, first, first);
  await tell(local, envelopeOf(sale), envelopeOf(saleOf({ market })));
  const { totals } = await untilListed(market, 2);
  expect(totals).toEqual([
    {
      market,
      sales: 2,
      refunds: 0,
      net: money('831.66'),
      tax: money('166.34'),
      fees: money('0.00'),
      shipping: money('0.00'),
      gross: money('998.00'),
    },
  ]);
});

test('totals are per market and currency, less refunds, and a sale heard late stands where it happened', async () => {
  const market = ownMarket();
  const sold = saleOf({ market });
  await tell(
    local,
    envelopeOf(sold, { occurredAt: '2026-11-20T10:00:00.000Z' }),
    envelopeOf({ ...sold, saleId: newId(), kind: 'refund', version: 5 }, { occurredAt: '2026-11-22T10:00:00.000Z' }),
    envelopeOf(saleOf({ market }), { occurredAt: '2026-11-23T10:00:00.000Z' }),
  );
  await untilListed(market, 3);
  const late = envelopeOf(saleOf({ market }), { occurredAt: '2026-11-21T10:00:00.000Z' });
  await tell(local, late);
  const { items, totals } = await untilListed(market, 4);
  expect(items.map(({ occurredAt }) => occurredAt.slice(8, 10))).toEqual(['23', '22', '21', '20']);
  expect(items.map(({ sale }) => sale.kind)).toEqual(['sale', 'refund', 'sale', 'sale']);
  expect(totals).toEqual([
    {
      market,
      sales: 3,
      refunds: 1,
      net: money('831.66'),
      tax: money('166.34'),
      fees: money('0.00'),
      shipping: money('0.00'),
      gross: money('998.00'),
    },
  ]);
  const refunds = await list(`market=${market}&kind=refund`);
  expect(refunds.body.totals).toEqual([
    {
      market,
      sales: 0,
      refunds: 1,
      net: money('-415.83'),
      tax: money('-83.17'),
      fees: money('0.00'),
      shipping: money('0.00'),
      gross: money('-499.00'),
    },
  ]);
});

test('walking the pages meets every sale once, also when several happened in the same millisecond', async () => {
  const market = ownMarket();
  const at = [
    '2026-11-24T08:00:00.001Z',
    '2026-11-24T08:00:00.001Z',
    '2026-11-24T08:00:00.001Z',
    '2026-11-24T07:00:00.000Z',
  ];
  await tell(local, ...at.map((occurredAt) => envelopeOf(saleOf({ market }), { occurredAt })));
  const whole = await untilListed(market, 4);
  const walked: string[] = [];
  let cursor: string | null = '';
  for (let page = 0; cursor !== null && page < 5; page += 1) {
    const { body }: Awaited<ReturnType<typeof list>> = await list(
      `market=${market}&limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    expect(body.totals).toEqual(whole.totals);
    walked.push(...body.items.map(({ eventId }) => eventId));
    cursor = body.nextCursor;
  }
  expect(walked).toEqual(whole.items.map(({ eventId }) => eventId));
  expect(new Set(walked).size).toBe(4);
});

test.each([
  ['totals that do not sum', { totals: { ...saleRecordedV1.example.totals, gross: money('499.01') } }],
  [
    'lines that do not sum to the totals',
    { lines: [...saleRecordedV1.example.lines, ...saleRecordedV1.example.lines] },
  ],
  ['more decimals than the currency has', { totals: { ...saleRecordedV1.example.totals, fees: money('0.001') } }],
])('a sale with %s is a dead letter, is never stored, and stops nothing else', async (_name, broken) => {
  const market = ownMarket();
  const bad = envelopeOf(saleOf({ market, ...broken }));
  const good = envelopeOf(saleOf({ market }));
  await tell(local, bad, good);
  const { items } = await untilListed(market, 1);
  expect(items[0]?.eventId).toBe(good.id);
  await waitFor(async () =>
    (await deadLetters()).some(({ factId, reason }) => factId === bad.id && reason === 'HearingFailed'),
  );
});

test('a sale said again with another amount is a dead letter and the first stays', async () => {
  const market = ownMarket();
  const sale = saleOf({ market });
  await tell(local, envelopeOf(sale));
  await untilListed(market, 1);
  const again = envelopeOf({ ...sale, payment: { ...sale.payment, reference: 'another' } });
  await tell(local, again);
  await waitFor(async () => (await deadLetters()).some(({ factId }) => factId === again.id));
  expect((await list(`market=${market}`)).body.items.map(({ sale }) => sale)).toEqual([sale]);
});

test('stored sales cannot be changed, removed or broken by any statement', async () => {
  const market = ownMarket();
  await tell(local, envelopeOf(saleOf({ market })));
  await untilListed(market, 1);
  for (const statement of [
    'UPDATE sale SET gross_minor = gross_minor + 1, net_minor = net_minor + 1',
    'DELETE FROM sale',
    'TRUNCATE sale',
  ])
    await expect(finance.db.database.query(statement)).rejects.toThrow('append-only');
  await expect(
    finance.db.database.query(
      `INSERT INTO sale SELECT gen_random_uuid(), gen_random_uuid(), region, market, kind, order_id, currency,
         net_minor, tax_minor, fees_minor, shipping_minor, gross_minor + 1, payload, occurred_at FROM sale LIMIT 1`,
    ),
  ).rejects.toThrow('check constraint');
});

test('only finance may read sales', async () => {
  expect((await list('', 'ops')).body.code).toBe('Forbidden');
  expect((await list('', 'seller')).body.code).toBe('Forbidden');
  expect((await fetch(`${finance.url}/v1/finance/sales`)).status).toBe(401);
});

test('a cursor of somebody else’s making is a problem that names it', async () => {
  const { status, body } = await list('cursor=abc');
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: 'ValidationFailed', errors: [{ field: 'query.cursor' }] });
});
