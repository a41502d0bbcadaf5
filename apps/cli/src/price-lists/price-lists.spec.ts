import { UsageError } from '../door/failures.js';
import { readPriceLists } from './read-price-lists.js';
import { renderAudit, renderPriceLists } from './render-price-lists.js';

const yaml = `
- id: black-friday-fr
  kind: sale
  title: Black Friday
  priority: 10
  validFrom: "2026-11-27T00:00:00+01:00"
  validTo: "2026-11-30T00:00:00+01:00"
  rules: { market: fr, category: smartphone }
  adjustment: { type: percentOff, percent: "7.5" }
  reason: The campaign of the year.
`;

test('a file of lists is read with its defaults', () => {
  const [first] = readPriceLists(yaml, 'lists.yaml');
  expect(first?.id).toBe('black-friday-fr');
  expect(first?.list).toMatchObject({
    rules: { market: 'fr', category: 'smartphone', minQuantity: 1 },
    adjustment: { type: 'percentOff', percent: '7.5', rounding: 'halfUp' },
  });
});

test.each([
  ['kind: sale', 'kind: gift', /0\.kind/],
  ['percent: "7.5"', 'percent: 7.5', /0\.adjustment\.percent/],
  ['rules: { market: fr, category', 'rules: { category', /0\.rules\.market/],
  ['- id', '{', /neither YAML nor JSON/],
])('%s written as %s is named before anything is sent', (right, wrong, said) => {
  expect(() => readPriceLists(yaml.replace(right, wrong), 'lists.yaml')).toThrow(said);
  expect(() => readPriceLists(yaml.replace(right, wrong), 'lists.yaml')).toThrow(UsageError);
});

test('a list is one line that says what it does to whom', () => {
  const [{ list } = { list: undefined }] = readPriceLists(yaml, 'lists.yaml');
  const stored = { ...list, id: 'black-friday-fr', version: 2, status: 'scheduled' } as never;
  const [, line = ''] = renderPriceLists([stored]).split('\n');
  expect(line.split(/ {2,}/)).toEqual([
    ...['black-friday-fr@2', 'scheduled', 'sale', 'fr', '10', '2026-11-27T00:00:00+01:00'],
    ...['2026-11-30T00:00:00+01:00', 'smartphone', '7.5 % off'],
  ]);
});

test('an audit entry shows prices from and to, who and why', () => {
  const entry = {
    ...{
      id: '7',
      entity: 'offer:o',
      action: 'priceChanged' as const,
      market: 'fr',
      at: '',
      recordedAt: '2026-11-27T00:00:00.000Z',
    },
    ...{ actor: { subject: 'olga', role: 'ops' }, why: 'Black Friday' },
    from: { price: { amount: '399.00', currency: 'EUR' }, source: 'offer' },
    to: null,
  } as const;
  const [, line = '', , more] = renderAudit({ items: [entry], nextCursor: '7' }).split('\n');
  expect(line.split(/ {2,}/)).toEqual([
    ...['2026-11-27 00:00:00', 'offer:o', 'fr', 'priceChanged', '399.00 EUR', 'ops olga', 'Black Friday'],
  ]);
  expect(more).toBe('More: reprise audit list --cursor 7');
});
