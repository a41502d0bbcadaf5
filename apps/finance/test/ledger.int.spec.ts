import { fxRatePublishedV1, saleRecordedV1, saleShippedV1 } from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import { newId } from '@reprise/kernel';
import { waitFor } from '@reprise/platform/testing';
import { openFinance } from './finance-door.js';
import type { FinanceDoor } from './finance-door.js';

type Sale = DataOf<typeof saleRecordedV1>;

let finance: FinanceDoor;
beforeAll(async () => {
  finance = await openFinance();
}, 60_000);
afterAll(() => finance.close(), 30_000);

interface Line {
  entryId: string;
  period: string;
  sequence: number;
  account: string;
  aux: string;
  side: string;
  amount: { amount: string };
  base: { amount: string };
  kind: string;
  factId: string;
  sourceId: string;
  document: { kind: string; ref: string };
}

function saleOf(changed: Partial<Sale> = {}): Sale {
  const id = newId();
  return { ...saleRecordedV1.example, saleId: id, orderId: id, ...changed };
}

const linesOf = (orderId: string, count: number) =>
  waitFor(
    async () => {
      const { body } = await finance.call<{ items: Line[] }>(`/v1/finance/ledger?orderId=${orderId}`);
      return body.items.length === count ? body.items : undefined;
    },
    { what: `${count} postings of ${orderId}` },
  );

const shown = ({ account, aux, side, amount }: Line) => `${account} ${aux} ${side} ${amount.amount}`.replace('  ', ' ');

test('a sale is booked once, however often it is said, with its fact and document; a refund undoes it', async () => {
  const sale = saleOf();
  await finance.tell(saleRecordedV1, [{ data: sale }, { data: sale }]);
  const booked = await linesOf(sale.orderId, 2);
  const sellerId = sale.lines[0]?.sellerId;
  expect(booked.map(shown)).toEqual(['517 test EUR debit 499.00', `467S ${sellerId} credit 499.00`]);
  expect(booked[0]).toMatchObject({ kind: 'capture', sourceId: sale.saleId, document: { kind: 'order' } });
  await finance.tell(saleRecordedV1, [{ data: { ...sale, saleId: newId(), kind: 'refund', version: 5 }, version: 5 }]);
  const after = await linesOf(sale.orderId, 4);
  expect(after.slice(2).map(shown)).toEqual(['517 test EUR credit 499.00', `467S ${sellerId} debit 499.00`]);
  const { body } = await finance.call<{ balanced: boolean; due: number }>('/v1/finance/trial-balance');
  expect(body).toMatchObject({ balanced: true, due: 0 });
});

test('what no rule can book stays due with its reason, and is listed as a sale all the same', async () => {
  const usd = JSON.parse(JSON.stringify(saleOf()).replaceAll('"EUR"', '"SEK"')) as Sale;
  await finance.tell(saleRecordedV1, [{ data: { ...usd, market: 'zz-sek' } }]);
  const [due] = await waitFor(
    async () => {
      const rows = await finance.db.database.query<{ reason: string }>(
        'SELECT reason FROM posting_due WHERE order_id = $1 AND reason IS NOT NULL',
        [usd.orderId],
      );
      return rows.length > 0 ? rows : undefined;
    },
    { what: 'the due posting' },
  );
  expect(due?.reason).toContain('no exchange rate of SEK into EUR');
  const { body } = await finance.call<{ items: unknown[] }>('/v1/finance/sales?market=zz-sek');
  expect(body.items).toHaveLength(1);

  // Once the rate of the day before is heard, whatever comes next of the order books all that was due.
  await finance.tell(fxRatePublishedV1, [
    {
      data: {
        ...fxRatePublishedV1.example,
        rateId: 'ecb/SEK/2026-11-20',
        currency: 'SEK',
        date: '2026-11-20',
        rate: '10.9780',
      },
    },
  ]);
  await waitFor(async () => (await finance.db.database.query(`SELECT FROM fx_rate WHERE currency = 'SEK'`)).length > 0);
  const refund = { ...usd, market: 'zz-sek', saleId: newId(), kind: 'refund' as const };
  await finance.tell(saleRecordedV1, [{ data: refund, occurredAt: new Date(Date.now() + 1_000).toISOString() }]);
  const lines = await linesOf(usd.orderId, 4);
  expect(lines.map(({ amount, base }) => `${amount.amount} = ${base.amount}`)).toEqual(Array(4).fill('499.00 = 45.45'));
});

test('a parcel earns the commission that was frozen with the sale, once, also when it is heard in another region', async () => {
  const sale = saleOf();
  const [line] = sale.lines as [Sale['lines'][number]];
  const shipped = {
    ...saleShippedV1.example,
    ...{ orderId: sale.orderId, shipmentId: newId(), lines: [{ lineId: line.lineId, quantity: 1 }] },
  };
  await finance.tell(saleRecordedV1, [{ data: sale }]);
  await finance.tell(saleShippedV1, [{ data: shipped }, { data: shipped }]);
  const booked = await linesOf(sale.orderId, 5);
  expect(booked.slice(2).map(shown)).toEqual([
    `467S ${line.sellerId} debit 59.88`,
    '706C credit 49.90',
    '445710 FR credit 9.98',
  ]);
  const [frozen] = await finance.db.database.query('SELECT rate, rule FROM sale_commission WHERE order_id = $1', [
    sale.orderId,
  ]);
  expect(frozen).toMatchObject({ rate: '0.10', rule: expect.stringContaining('market=* category=*') });

  const away = saleOf({ market: 'us' });
  await finance.tell(saleRecordedV1, [{ data: away, region: 'us' }]);
  await waitFor(async () => {
    const { body } = await finance.call<{ items: unknown[] }>(
      `/v1/finance/ledger?entity=reprise-us&orderId=${away.orderId}`,
    );
    const [due] = await finance.db.database.query('SELECT reason FROM posting_due WHERE order_id = $1', [away.orderId]);
    return body.items.length > 0 || String(due?.['reason']).includes('EUR into USD');
  });
});

test('no statement makes an entry that does not balance, changes one, or adds to one', async () => {
  const sale = saleOf();
  await finance.tell(saleRecordedV1, [{ data: sale }]);
  const [line] = (await linesOf(sale.orderId, 2)) as [Line, Line];
  const { database } = finance.db;
  const period = [line.period, '999999'];
  const entry = `INSERT INTO ledger_entry (entry_id, entity, period, sequence, journal, source, source_id, kind, text, occurred_at, previous_hash, hash)
    VALUES (gen_random_uuid(), 'reprise-eu', $1, $2, 'OD', 'test', gen_random_uuid()::text, 'test', 'x', now(), '', '') RETURNING entry_id`;
  const posting = (entryId: string, amount: number, base: number, currency = 'EUR') =>
    `INSERT INTO ledger_posting (entry_id, line_no, entity, period, sequence, account, aux, currency, amount_minor, base_minor)
     SELECT entry_id, 1 + (SELECT count(*) FROM ledger_posting p WHERE p.entry_id = e.entry_id), entity, period, sequence, '512', '', '${currency}', ${amount}, ${base}
     FROM ledger_entry e WHERE entry_id = '${entryId}'`;
  const write = (lines: readonly (readonly [number, number, string?])[]) =>
    database.inTransaction(async (tx) => {
      const [made] = (await tx.query<{ entry_id: string }>(entry, period)) as [{ entry_id: string }];
      for (const each of lines) await tx.query(posting(made.entry_id, each[0], each[1], each[2]));
    });
  await expect(write([[100, 100]])).rejects.toThrow('needs two');
  await expect(
    write([
      [100, 100],
      [-99, -99],
    ]),
  ).rejects.toThrow('off by 1');
  await expect(
    write([
      [100, 100],
      [-99, -100],
    ]),
  ).rejects.toThrow('does not balance in EUR');
  await expect(
    write([
      [100, 100],
      [-100, -100, 'USD'],
    ]),
  ).rejects.toThrow('does not balance');
  await expect(database.query(posting(line.entryId, 1, 0))).rejects.toThrow('written with its entry');
  for (const statement of [
    'UPDATE ledger_posting SET amount_minor = -amount_minor',
    'DELETE FROM ledger_entry',
    'TRUNCATE ledger_posting',
    'UPDATE sale_commission SET amount_minor = 0',
  ])
    await expect(database.query(statement)).rejects.toThrow('append-only');
});

test('walking the pages meets every posting once, in the order of the chain', async () => {
  const whole = (await finance.call<{ items: Line[] }>('/v1/finance/ledger?limit=1000')).body.items;
  const walked: Line[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await finance.call<{ items: Line[]; nextCursor: string | null }>(
      `/v1/finance/ledger?limit=3${query}`,
    );
    walked.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== null);
  expect(walked).toEqual(whole);
});

test('only finance reads the ledger, and a bad question is named', async () => {
  expect((await finance.call('/v1/finance/ledger', { role: 'seller' })).status).toBe(403);
  expect((await finance.call('/v1/finance/trial-balance', { role: 'ops' })).status).toBe(403);
  for (const [query, field] of [
    ['account=999', 'query.account'],
    ['entity=nobody', 'query.entity'],
    ['cursor=abc', 'query.cursor'],
    ['period=2026-13', 'query.period'],
  ]) {
    const { status, body } = await finance.call<{ errors: unknown[] }>(`/v1/finance/ledger?${query}`);
    expect([status, body.errors]).toMatchObject([400, [{ field }]]);
  }
});
