import { readCamtEntry } from '../../domain/settlement/read-camt-entry.js';
import type { CamtEntry } from '../../domain/settlement/read-camt-entry.js';
import { CamtEntries } from './camt-entries.js';
import type { CamtRecord } from './camt-entries.js';

const entry = (inner: string): string => `<Ntry>${inner}</Ntry>`;
const payout = entry(`
  <Amt Ccy="EUR">497.17</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
  <BookgDt><Dt>2026-11-05</Dt></BookgDt><AcctSvcrRef>B-1</AcctSvcrRef>
  <NtryDtls><TxDtls><Refs><EndToEndId>po_1</EndToEndId></Refs>
  <RmtInf><Ustrd>STRIPE &amp; CO</Ustrd></RmtInf></TxDtls></NtryDtls>`);
const statement = (entries: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>
<Bal><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
${entries}</Stmt></BkToCstmrStmt></Document>`;

/** The bytes in pieces so small that every tag and every letter of two bytes is cut. */
async function read(text: string, size = 7): Promise<CamtRecord[]> {
  const bytes = Buffer.from(text);
  const pieces = (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  })();
  const records: CamtRecord[] = [];
  for await (const record of new CamtEntries().read(pieces)) records.push(record);
  return records;
}
const entryOf = (record: CamtRecord | undefined): CamtEntry => {
  if (record?.error !== undefined || record === undefined) throw new Error(record?.error ?? 'nothing was read');
  return record.entry;
};

test('an entry is read with its account, whatever the pieces it comes in', async () => {
  const [record, ...more] = await read(statement(payout));
  expect(more).toEqual([]);
  expect(readCamtEntry(entryOf(record))).toMatchObject({
    kind: 'line',
    value: { account: 'FR7630006000011234567890189', key: 'B-1', text: 'po_1 STRIPE & CO', bookedOn: '2026-11-05' },
  });
});

test('a debit is money from us, and a prefix or an older version changes nothing', async () => {
  const old = statement(payout.replace('CRDT', 'DBIT').replace('<Sts><Cd>BOOK</Cd></Sts>', '<Sts>BOOK</Sts>'))
    .replaceAll(/<(\/?)(?!\?)/g, '<$1c:')
    .replace('xmlns=', 'xmlns:c=');
  const line = readCamtEntry(entryOf((await read(old))[0]));
  expect(line).toMatchObject({ kind: 'line', value: { key: 'B-1' } });
  expect(line.kind === 'line' && line.value.amount.toString()).toBe('-497.17 EUR');
});

test('what is pending is not counted', async () => {
  const [record] = await read(statement(payout.replace('BOOK', 'PDNG')));
  expect(readCamtEntry(entryOf(record))).toEqual({ kind: 'skipped' });
});

test('everything wrong with an entry is named at once', () => {
  const read = readCamtEntry({
    ...{ account: '', amount: '1.005', currency: 'EUR', direction: 'UP', status: 'BOOKED', bookedOn: '2026-13-01' },
    ...{ servicerReference: '', entryReference: '', texts: [] },
  });
  expect(read.kind === 'refused' && read.problems.map(({ field }) => field)).toEqual([
    ...['Acct/Id', 'Sts', 'AcctSvcrRef', 'CdtDbtInd', 'BookgDt', 'Amt'],
  ]);
});

test.each([
  ['cut off', statement(payout).slice(0, -60), /Unclosed|close/i],
  ['another document', '<Document><Invoice/></Document>', /BkToCstmrStmt/],
  ['no XML at all', 'Date;Amount\n2026-11-05;1', /text|first|whitespace/i],
  ['an entity of its own', statement(payout.replace('&amp;', '&bomb;')), /entity/i],
  ['an endless text', statement(payout.replace('STRIPE', 'x'.repeat(3_000))), /longer than/],
])('%s is said by line', async (_name, text, message) => {
  const last = (await read(text, 1_000)).at(-1);
  expect(last?.error).toMatch(message);
  expect(last?.line).toBeGreaterThan(0);
});

test('bytes that are not UTF-8 are said, not guessed', async () => {
  const records: CamtRecord[] = [];
  const pieces = (async function* () {
    yield Buffer.from([0x3c, 0xff, 0xfe]);
  })();
  for await (const record of new CamtEntries().read(pieces)) records.push(record);
  expect(records.at(-1)?.error).toMatch(/valid/i);
});
