import { mustBeCurrency, mustBeLocalDay } from '@reprise/kernel';
import { readFeeScale, withScale } from './fee-scale.js';
import type { DatedScale } from './fee-scale.js';

const categories = new Set(['smartphone', 'tablet', 'laptop']);
const records = (...lines: readonly string[]) =>
  ['productCode,category,amount', ...lines].map((text, i) => ({ line: i + 1, cells: text.split(',') }));
const read = (...lines: readonly string[]) => readFeeScale(records(...lines), categories, mustBeCurrency('EUR'));

test('a scale is read by the categories a person named; other codes are counted and left', () => {
  expect(read('TEL,smartphone,0.02', 'FRIDGE,,8.33', 'PC,laptop,0.41')).toEqual({
    byCategory: { smartphone: { productCode: 'TEL', amount: '0.02' }, laptop: { productCode: 'PC', amount: '0.41' } },
    ...{ rows: 3, skipped: 1 },
  });
});

test('columns may stand in any order and beside others', () => {
  const cells = [
    ['amount', 'label', 'category', 'productCode'],
    ['0.02', 'Téléphone', 'smartphone', 'TEL'],
  ];
  const found = readFeeScale(
    cells.map((each, i) => ({ line: i + 1, cells: each })),
    categories,
    mustBeCurrency('EUR'),
  );
  expect(found).toMatchObject({ byCategory: { smartphone: { productCode: 'TEL', amount: '0.02' } } });
});

test.each([
  ['TEL,fridge,0.02', 'category', 'categoryUnknown'],
  ['TEL,smartphone,0.025', 'amount', 'tooManyDecimals'],
  ['TEL,smartphone,"0', 'amount', 'moneyMalformed'],
  ['TEL,smartphone,', 'amount', 'moneyMalformed'],
  ['TEL,smartphone,-0.02', 'amount', 'amountNegative'],
  [',smartphone,0.02', 'productCode', 'productCodeMissing'],
])('%s is wrong in its %s: %s', (line, field, code) => {
  expect(read('PC,laptop,0.41', line)).toMatchObject({ errors: [{ line: 3, field, code }] });
});

test('every mistake is named at once, one category has one code, and a file without any is none', () => {
  expect(read('A,smartphone,0.02', 'B,smartphone,0.03', 'C,fridge,x')).toMatchObject({
    errors: [
      { line: 3, code: 'categoryTwice' },
      { line: 4, code: 'categoryUnknown' },
      { line: 4, code: 'moneyMalformed' },
    ],
  });
  expect(read('FRIDGE,,8.33')).toMatchObject({ errors: [{ code: 'noRows' }] });
  expect(readFeeScale([], categories, mustBeCurrency('EUR'))).toMatchObject({ errors: [{ code: 'columnsMissing' }] });
});

const scale = (validFrom: string, amount = '0.02'): DatedScale => ({
  validFrom: mustBeLocalDay(validFrom),
  producerOrganisation: 'ecosystem',
  byCategory: { smartphone: { productCode: 'TEL', amount } },
  source: { title: 'Barème 2027', date: '2026-10-01' },
});
const table = {
  categories: ['laptop'],
  rows: [{ validFrom: '2006-11-15', rule: { kind: 'productCodes' }, source: 'old' }],
  sources: { old: {} },
};

test('a scale ends the one before it the day before, names its source, and takes its categories into the table', () => {
  expect(withScale(table, scale('2027-01-01'))).toMatchObject({
    categories: ['laptop', 'smartphone'],
    rows: [
      { validFrom: '2006-11-15', validTo: '2026-12-31', source: 'old' },
      { validFrom: '2027-01-01', source: 'scale-2027-01-01' },
    ],
    sources: { old: {}, 'scale-2027-01-01': { title: 'Barème 2027', date: '2026-10-01' } },
  });
});

test('a scale of the same day replaces it; what would begin before a later one is refused', () => {
  const first = withScale(table, scale('2027-01-01'));
  const second = first && withScale(first, scale('2027-01-01', '0.03'));
  expect(second?.rows).toHaveLength(2);
  expect(second?.rows[1]?.rule).toMatchObject({ byCategory: { smartphone: { amount: '0.03' } } });
  expect(second && withScale(second, scale('2026-06-01'))).toBeUndefined();
});
