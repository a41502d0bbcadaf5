import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { call, credentials, eventually, gateways } from './api.js';
import { quote, stateOffer } from './buy.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reprise-rates-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The tool as an operator runs it. */
function reprise(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const connection = [
    ...['--gateway', gateways.eu, '--gateway-eu', gateways.eu, '--gateway-us', gateways.us],
    ...(args.includes('--token') ? [] : ['--token', credentials.ops]),
  ];
  return new Promise((done) => {
    execFile(process.execPath, ['apps/cli/bin/reprise.mjs', ...args, ...connection], (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
    );
  });
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const wyoming =
  'State,ZipCode,TaxRegionName,StateRate,EstimatedCombinedRate,EstimatedCountyRate,EstimatedCityRate,EstimatedSpecialRate,RiskLevel\nWY,82001,"CHEYENNE",0.040000,0.060000,0.020000,0,0,1\n';

test('a file of local rates is taken in by name, known when it comes again, and refused whole for one wrong row', async () => {
  const good = file('TAXRATES_ZIP5_WY202611.csv', wyoming);
  expect(await reprise('rates', 'import', good)).toMatchObject({ code: 0, said: expect.stringContaining('active') });
  expect(await reprise('rates', 'import', good)).toMatchObject({ code: 0, said: expect.stringContaining('unchanged') });
  const bad = file('TAXRATES_ZIP5_WY202612.csv', `${wyoming}WY,82002,"X",0.040000,2.000000,0,0,1.960000,3\n`);
  const rejects = join(folder, 'rejects.ndjson');
  const refused = await reprise('rates', 'import', bad, '--rejects', rejects);
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('EstimatedCombinedRate')]);
  expect(JSON.parse(readFileSync(rejects, 'utf8').split('\n')[0] ?? '')).toMatchObject({ line: 3 });
  const { body } = await call('us', 'GET', '/v1/ops/tax-rates/imports?state=WY', { token: credentials.ops });
  expect(body.items.map(({ status }: any) => status)).toEqual(['rejected', 'unchanged', 'active']);
});

const xml = (rate: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><gesmes:subject>Reference rates</gesmes:subject><Cube><Cube time="2026-11-23"><Cube currency="USD" rate="1.1201"/><Cube currency="PLN" rate="${rate}"/></Cube></Cube></gesmes:Envelope>`;

test('reference rates come as XML and CSV into both regions; one that is no number leaves nothing of the file', async () => {
  expect(await reprise('fx', 'import', file('bad.xml', xml('4,41')))).toMatchObject({ code: 1 });
  expect((await reprise('fx', 'rates', '--date', '2026-11-23', '--currency', 'USD')).said).not.toContain('1.1201');
  expect(await reprise('fx', 'import', file('daily.xml', xml('4.4100')))).toMatchObject({ code: 0 });
  expect(await reprise('fx', 'import', file('next.csv', 'Date,USD,PLN\n2026-11-24,1.1210,4.4000\n'))).toMatchObject({
    code: 0,
  });
  for (const region of ['eu', 'us'] as const) {
    const { body } = await call(region, 'GET', '/v1/ops/fx-rates?date=2026-11-24&currency=USD', {
      token: credentials.ops,
    });
    expect(body.items).toMatchObject([{ date: '2026-11-24', rate: '1.121' }]);
  }
});

test('the scale of a producer organisation is taken in from its day on, and one of an unknown category is not', async () => {
  const flags = [
    ...['--table', 'fr-eco-participation', '--from', '2099-01-01', '--organisation', 'ecosystem'],
    ...['--title', 'Barème 2099', '--published', '2026-10-01'],
  ];
  const good = file('scale.csv', 'productCode,category,amount\nTEL,smartphone,0.50\nFRIDGE,,8.33\n');
  expect(await reprise('rates', 'import-scale', good, ...flags)).toMatchObject({
    code: 0,
    said: expect.stringContaining('holds from 2099-01-01'),
  });
  const bad = file('bad-scale.csv', 'productCode,category,amount\nTEL,telephone,0.505\n');
  const refused = await reprise('rates', 'import-scale', bad, ...flags);
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('row 2')]);
  // Other journeys find the table as its file has it.
  const body: unknown = parse(readFileSync('markets/fees/fr-eco-participation.yaml', 'utf8'));
  const path = '/v1/ops/fee-tables/fr-eco-participation';
  expect(await call('eu', 'PUT', path, { token: credentials.ops, body })).toMatchObject({ status: 200 });
});

test('a sale a seller stated ahead is on the page, with its prior price, once it has begun, and in no answer before', async () => {
  // Lower than what any other journey asks for the same goods: the lowest price of the seller's counts, whichever offer it was of.
  const { sku, offerId, token } = await stateOffer('fr', 3, '29.99');
  const from = new Date(Date.now() + 20_000).toISOString();
  const stated = await reprise(
    ...['prices', 'schedule', sku, 'journey', '--market', 'fr', '--amount', '25.90', '--from', from, '--sale'],
    ...['--token', token],
  );
  expect(stated).toMatchObject({ code: 0, said: expect.stringContaining('prior price 29.99') });
  const price = async (query = '') => (await call('eu', 'GET', `/v1/markets/fr/offers/${offerId}/price${query}`)).body;
  if (Date.now() < Date.parse(from) - 1_000) {
    expect(await price()).toMatchObject({ unitPrice: { amount: '29.99' } });
    expect(JSON.stringify(await price('?explain=true'))).not.toContain('25.90');
    expect(await price(`?at=${encodeURIComponent(from)}`)).toMatchObject({ errors: [{ field: 'query.at' }] });
  }
  await eventually(
    price,
    ({ unitPrice, priorPrice }) => unitPrice?.amount === '25.90' && priorPrice?.amount === '29.99',
  );
  expect((await quote('fr', [{ offerId, quantity: 1 }])).body.lines[0].unitPrice.amount).toBe('25.90');
  const { body: history } = await eventually(
    () => call('eu', 'GET', `/v1/markets/fr/offers/${offerId}/price-history`),
    ({ body }) => body.items.length === 2,
  );
  expect(history.items[0]).toMatchObject({
    announced: true,
    price: { amount: '25.90' },
    priorPrice: { amount: '29.99' },
  });
  const { variantId } = (await call('eu', 'GET', `/v1/seller/offers/${sku}`, { token })).body;
  await eventually(
    () => call('eu', 'GET', `/v1/markets/fr/variants/${variantId}/offers`),
    ({ body }) => body.items?.some((item: any) => item.offerId === offerId && item.price.amount === '25.90'),
  );
  const ended = await reprise('prices', 'unschedule', sku, 'journey', '--token', token);
  expect(ended.code).toBe(0);
  await eventually(price, ({ unitPrice }) => unitPrice?.amount === '29.99');
});

test('webhooks are listed and told again from the command line', async () => {
  const id = `cli-${Math.random().toString(36).slice(2, 8)}`;
  const body = { url: 'http://127.0.0.1:9/', eventTypes: ['order.confirmed'] };
  expect((await call('eu', 'PUT', `/v1/ops/webhooks/${id}`, { token: credentials.ops, body })).status).toBe(201);
  expect(await reprise('webhooks', 'list')).toMatchObject({ code: 0, said: expect.stringContaining(id) });
  expect(await reprise('webhooks', 'deliveries', id)).toMatchObject({ code: 0 });
  const replayed = await reprise('webhooks', 'replay', id, '--from', '2026-01-01T00:00:00Z');
  expect(replayed).toMatchObject({ code: 0, said: expect.stringMatching(/sent again/) });
  expect(await reprise('webhooks', 'replay', 'no-such-hook', '--from', '2026-01-01T00:00:00Z')).toMatchObject({
    code: 1,
  });
  expect((await call('eu', 'DELETE', `/v1/ops/webhooks/${id}`, { token: credentials.ops })).status).toBe(204);
});
