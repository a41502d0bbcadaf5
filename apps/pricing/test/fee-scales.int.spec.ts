import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { parse } from 'yaml';
import { marketOf, PricingDoor } from './pricing-door.js';

jest.setTimeout(30_000);

let door: PricingDoor;

beforeAll(async () => {
  door = await PricingDoor.open('2026-11-24T08:00:00Z');
  const table: unknown = parse(
    readFileSync(new URL('../../../markets/fees/fr-eco-participation.yaml', import.meta.url), 'utf8'),
  );
  const stored = await door.call('PUT', '/v1/ops/fee-tables/fr-eco-participation', { as: 'ops', body: table });
  expect(stored.status).toBe(200);
  const market = marketOf('fr');
  const definition = { ...market.definition, fees: [...market.definition.fees, 'fr-eco-participation'] };
  await door.adopt([{ ...market, version: market.version + 1, definition }], []);
});
afterAll(() => door.close());

const scale = 'productCode,category,amount\nTEL-MOB,smartphone,0.50\nPC-PORT,laptop,1.20\nREFRIG,,8.33\n';
const send = (text: string, query: Record<string, string> = {}, table = 'fr-eco-participation') =>
  door.upload(
    `/v1/ops/fee-tables/${table}/scales?${new URLSearchParams({
      ...{ validFrom: '2027-01-01', producerOrganisation: 'ecosystem', title: 'Barème 2027', published: '2026-10-01' },
      ...query,
    }).toString()}`,
    text,
    { as: 'ops', type: 'text/csv' },
  );
/** Sent from Spain, because what leaves from France bore it when it was new. */
const levyOf = async (offerId: string, at?: string) => {
  const { includedLevies } = await door.price(offerId, at === undefined ? {} : { at }, 'fr', 'ops');
  return (includedLevies as { id: string; amount: { amount: string }; amountInclTax: { amount: string } }[] | undefined)
    ?.filter(({ id }) => id === 'fr-eco-participation')
    .map(({ amount, amountInclTax }) => [amount.amount, amountInclTax.amount]);
};

test('a scale begins on its day, is shown beside the price and not on top of it, and the one before holds until then', async () => {
  const offerId = await door.putOffer('ES-1', '319.00', { shipsFrom: 'ES' });
  expect(await levyOf(offerId)).toEqual([['0.01', '0.01']]);
  const taken = await send(scale);
  expect(taken).toMatchObject({
    status: 200,
    body: {
      changed: true,
      rows: 3,
      skipped: 1,
      byCategory: { smartphone: { productCode: 'TEL-MOB', amount: '0.50' } },
    },
  });
  expect(await send(scale)).toMatchObject({ body: { changed: false, version: taken.body['version'] } });
  expect(await levyOf(offerId)).toEqual([['0.01', '0.01']]);
  expect(await levyOf(offerId, '2026-12-31T22:59:59Z')).toEqual([['0.01', '0.01']]);
  expect(await levyOf(offerId, '2026-12-31T23:00:00Z')).toEqual([['0.50', '0.60']]);
  const { unitPrice, total } = await door.price(offerId, { at: '2027-01-02T00:00:00Z' }, 'fr', 'ops');
  expect([unitPrice.amount, total.amount]).toEqual(['319.00', '319.00']);
});

test('what leaves from France has no contribution beside it', async () => {
  expect(await levyOf(await door.putOffer('FR-1', '319.00'), '2027-01-02T00:00:00Z')).toEqual([]);
});

test.each<[string, string, Record<string, string>, string, string]>([
  ['a category nobody sells', `${scale}GRILLE,toaster,0.10\n`, {}, 'row 5, category', 'categoryUnknown'],
  ['three decimals', `${scale}TAB,tablet,0.125\n`, {}, 'row 5, amount', 'tooManyDecimals'],
  ['no columns', 'TEL-MOB;smartphone;0,50\n', {}, 'row 1, header', 'columnsMissing'],
  [
    'a quote that is never closed',
    `${scale}"TAB,tablet,0.10\n`,
    {},
    expect.stringMatching(/^row \d, row$/) as string,
    'rowMalformed',
  ],
])('a scale with %s is refused by the row, and nothing of it holds', async (_name, text, query, field, code) => {
  const before = await send(scale);
  const refused = await send(text, { validFrom: '2028-01-01', ...query });
  expect([refused.status, refused.body['code']]).toEqual([422, 'FeeScaleRejected']);
  expect(refused.body['errors']).toEqual([expect.objectContaining({ field, code })]);
  expect((await send(scale)).body['version']).toBe(before.body['version']);
});

test('a scale before a later one, of a table of another kind or of none is refused by name', async () => {
  expect((await send(scale, { validFrom: '2026-01-01' })).body).toMatchObject({
    code: 'FeeScaleRejected',
    errors: [{ field: 'query.validFrom' }],
  });
  expect((await send(scale, {}, 'fr-copie-privee')).body).toMatchObject({ errors: [{ field: 'path.tableId' }] });
  expect(await send(scale, {}, 'fr-unknown')).toMatchObject({ status: 404, body: { code: 'FeeTableNotFound' } });
  expect(await send(scale, { validFrom: '2027-02-30' })).toMatchObject({ status: 400 });
});
