import { saleRecordedV1 } from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import { newId } from '@reprise/kernel';
import { waitFor } from '@reprise/platform/testing';
import { openFinance } from './finance-door.js';
import type { FinanceDoor } from './finance-door.js';

type Sale = DataOf<typeof saleRecordedV1>;
interface File {
  id: string;
  status: string;
  sameAs: string | null;
  accepted: number;
  known: number;
  rejected: number;
  problems: { line: number; field: string; code: string }[];
}
interface Exception {
  id: string;
  state: string;
  type: string;
  reference: string;
  expected: { amount: string } | null;
  actual: { amount: string } | null;
  resolution: { entryId: string | null; decidedBy: string | null } | null;
}
interface Problem {
  code: string;
  errors: { field: string }[];
}

let finance: FinanceDoor;
beforeAll(async () => {
  finance = await openFinance();
}, 60_000);
afterAll(() => finance.close(), 30_000);

const header =
  'automatic_payout_id,balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,payment_intent_id';
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const row = (changed: Partial<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    ...{ automatic_payout_id: 'po_1', balance_transaction_id: `txn_${newId()}`, created_utc: `${yesterday} 10:00:00` },
    ...{ currency: 'eur', gross: '499.00', fee: '7.74', net: '491.26', reporting_category: 'charge' },
    ...{ source_id: 'ch_1', payment_intent_id: 'pi_1' },
    ...(changed as Record<string, string>),
  };
  return header
    .split(',')
    .map((column) => cells[column])
    .join(',');
};
const csv = (...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;

async function send(text: string, query: Record<string, string> = {}): Promise<{ status: number; body: File }> {
  const asked = { account: 'stripe-eu', format: 'stripe-payout-reconciliation', fileName: `${newId()}.csv`, ...query };
  const file = { type: query['format'] === 'camt.053' ? 'application/xml' : 'text/csv', text };
  return finance.call(`/v1/finance/reconciliation/files?${new URLSearchParams(asked)}`, { method: 'POST', file });
}
const words = ({ problems }: File): string[] => problems.map(({ line, field, code }) => `${line} ${field} ${code}`);
const countLines = async (): Promise<number> =>
  Number((await finance.db.database.query<{ count: string }>('SELECT count(*) FROM settlement_line'))[0]?.count);

async function sell(reference: string): Promise<Sale> {
  const id = newId();
  const payment = { provider: 'psp', reference, method: 'card' };
  const sale = { ...saleRecordedV1.example, saleId: id, orderId: id, payment };
  await finance.tell(saleRecordedV1, [{ data: sale, occurredAt: `${yesterday}T09:00:00Z` }]);
  await waitFor(
    async () =>
      (await finance.db.database.query('SELECT 1 FROM sale WHERE sale_id = $1', [id])).length === 1 || undefined,
    { what: 'the sale' },
  );
  return sale;
}

async function exceptionOf(reference: string): Promise<Exception> {
  const path = '/v1/finance/reconciliation/exceptions?limit=500';
  const { body } = await finance.call<{ items: Exception[] }>(path);
  const found = body.items.find((each) => each.reference === reference);
  if (found === undefined) throw new Error(`there is no exception of ${reference}`);
  return found;
}
const run = () =>
  finance.call<{ id: string; breaks: object }>('/v1/finance/reconciliation/runs', { method: 'POST', body: {} });

describe('a settlement file', () => {
  test('with everything that can be wrong names each line and column at once, and leaves nothing behind', async () => {
    const before = await countLines();
    const twice = `txn_${newId()}`;
    const { status, body } = await send(
      csv(
        row(),
        row({ gross: '49900' }),
        row({ currency: 'usd' }),
        row({ created_utc: '2019-03-01 00:00:00' }),
        row({ created_utc: '2019-13-01 00:00:00', net: '' }),
        row({ balance_transaction_id: twice }),
        row({ balance_transaction_id: twice }),
      ),
    );
    expect([status, body.status, body.rejected]).toEqual([201, 'rejected', 4]);
    expect(words(body)).toEqual([
      ...[
        '3 net sumMismatch',
        '4 currency wrongCurrency',
        '5 created tooOld',
        '6 created_utc malformed',
        '6 net missing',
      ],
    ]);
    expect(await countLines()).toBe(before);
  });

  test('with a line twice is refused by the second one', async () => {
    const twice = `txn_${newId()}`;
    const { body } = await send(
      csv(row({ balance_transaction_id: twice }), row(), row({ balance_transaction_id: twice })),
    );
    expect(words(body)).toEqual([`4 ${twice} duplicateLine`]);
  });

  test('cut off in a quote, without columns or empty is said to be so', async () => {
    expect(words((await send(csv(row(), '"po_1'))).body)).toEqual([expect.stringMatching(/^\d+ file malformedFile$/)]);
    expect(words((await send('Date;Amount\n')).body)).toContain('1 balance_transaction_id missing');
    expect(words((await send('')).body)).toEqual(['0 file malformedFile']);
  });

  test('sent again is unchanged; changed under the same name it is refused with what differs', async () => {
    const [fileName, kept, gone] = [`${newId()}.csv`, row(), row()];
    const first = await send(csv(kept, gone), { fileName });
    expect(first.body).toMatchObject({ status: 'active', accepted: 2 });
    expect((await send(csv(kept, gone), { fileName })).body).toMatchObject({
      status: 'unchanged',
      sameAs: first.body.id,
    });
    const added = row();
    const keyOf = (line: string): string => line.split(',')[1] as string;
    const changed = await send(csv(kept.replace('7.74,491.26', '7.75,491.25'), added), { fileName });
    expect(words(changed.body).sort()).toEqual(
      [`2 ${keyOf(kept)} lineChanged`, `3 ${keyOf(added)} lineChanged`, `0 ${keyOf(gone)} lineChanged`].sort(),
    );
    expect(await countLines()).toBeGreaterThan(0);
  });

  test('that overlaps another one counts what is new', async () => {
    const known = row();
    await send(csv(known));
    expect((await send(csv(known, row()))).body).toMatchObject({ status: 'active', accepted: 1, known: 1 });
  });

  test('of an account nobody has, or in a format its provider does not write, is refused by field', async () => {
    for (const [query, field] of [
      [{ account: 'stripe-mars' }, 'query.account'],
      [{ account: 'bank-eu' }, 'query.format'],
    ] as const) {
      const { status, body } = await send(csv(row()), query);
      const problem = body as unknown as Problem;
      expect([status, problem.code, problem.errors[0]?.field]).toEqual([422, 'SettlementFileRejected', field]);
    }
  });

  test('of last year is taken when that is said', async () => {
    const old = row({ created_utc: '2024-01-05 10:00:00' });
    expect((await send(csv(old), { oldest: '2024-01-01' })).body).toMatchObject({ status: 'active' });
  });

  test('is finance’s alone', async () => {
    const { status } = await finance.call('/v1/finance/reconciliation/files', { role: 'seller' });
    expect(status).toBe(403);
  });
});

describe('an exception', () => {
  test('is proposed by one person, decided by another, and brings the books to what the provider says', async () => {
    const reference = `pi_${newId()}`;
    const sale = await sell(reference);
    await send(csv(row({ payment_intent_id: reference, gross: '498.00', fee: '7.72', net: '490.28' })));
    expect((await run()).status).toBe(201);
    const exception = await exceptionOf(reference);
    expect(exception).toMatchObject({
      type: 'amount',
      state: 'open',
      expected: { amount: '499.00' },
      actual: { amount: '498.00' },
    });
    const path = `/v1/finance/reconciliation/exceptions/${exception.id}`;
    const proposal = { action: 'adjust', why: 'The provider rounded the capture.' };
    const proposed = await finance.call<Exception>(`${path}/resolution`, {
      method: 'POST',
      body: proposal,
      subject: 'ada',
    });
    expect(proposed.body.state).toBe('proposed');
    const own = await finance.call<Problem>(`${path}/decision`, {
      method: 'POST',
      body: { approved: true },
      subject: 'ada',
    });
    expect([own.status, own.body.code]).toEqual([409, 'SecondPersonNeeded']);
    const decided = await finance.call<Exception>(`${path}/decision`, {
      method: 'POST',
      body: { approved: true },
      subject: 'bob',
    });
    expect(decided.body).toMatchObject({ state: 'resolved', resolution: { decidedBy: 'bob' } });
    const { body: booked } = await finance.call<{
      items: { entryId: string; account: string; side: string; amount: { amount: string } }[];
    }>(`/v1/finance/ledger?orderId=${sale.orderId}`);
    const entry = booked.items.filter(({ entryId }) => entryId === decided.body.resolution?.entryId);
    expect(entry.map(({ account, side, amount }) => `${account} ${side} ${amount.amount}`).sort()).toEqual([
      ...['471 debit 1.00', '517 credit 1.00'],
    ]);
    const late = await finance.call<Problem>(`${path}/decision`, {
      method: 'POST',
      body: { approved: false },
      subject: 'eve',
    });
    expect([late.status, late.body.code]).toEqual([409, 'ExceptionNotInThatState']);
  });

  test('that a later run does not find any more is cleared', async () => {
    const reference = `pi_${newId()}`;
    await send(csv(row({ payment_intent_id: reference })));
    await run();
    expect(await exceptionOf(reference)).toMatchObject({ type: 'missing_internal', state: 'open', expected: null });
    await sell(reference);
    await run();
    expect((await exceptionOf(reference)).state).toBe('cleared');
  });

  test('of a fee cannot be adjusted by an amount', async () => {
    const reference = `pi_${newId()}`;
    await sell(reference);
    await send(csv(row({ payment_intent_id: reference, fee: '9.00', net: '490.00' })));
    await run();
    const { id, type } = await exceptionOf(reference);
    expect(type).toBe('fee');
    const { status, body } = await finance.call<Problem>(`/v1/finance/reconciliation/exceptions/${id}/resolution`, {
      ...{ method: 'POST', body: { action: 'adjust', why: 'because' } },
    });
    expect([status, body.code]).toEqual([422, 'ExceptionNotAdjustable']);
  });
});

test('what a run found is never changed', async () => {
  await run();
  await expect(finance.db.database.query('DELETE FROM reconciliation_break')).rejects.toThrow(/append-only/);
  await expect(finance.db.database.query('UPDATE reconciliation_run SET matched = 0')).rejects.toThrow(
    /kept as it was/,
  );
  await expect(finance.db.database.query('UPDATE settlement_line SET fee_minor = 0')).rejects.toThrow();
});
