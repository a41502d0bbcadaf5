import { readSpecs } from './read-specs.js';
import { RejectReport } from './reject-report.js';

const read = (models: Record<string, string>) => {
  const rejects = new RejectReport();
  return { book: readSpecs({ maker: models }, 'specs', 2026, rejects), rejects };
};

test('a row gives numbers in our units', () => {
  const { book } = read({ one: 'DS=6.10;RS=1080x2340;WT=168.4;RE=2023.02;RM=8192;SM=2;OS=iOS 13;CP=59;' });
  expect(book.of('maker', 'one')).toEqual({
    screenInches: '6.1',
    resolution: '1080x2340',
    weightGrams: 168,
    releaseYear: 2023,
    ramMb: 8192,
    simCount: 2,
    os: 'iOS 13',
  });
});

test('an alias says what its target says, except what it overrides', () => {
  const { book } = read({ one: 'DS=6;RM=4096', code: '->one;RM=3072;', 'other code': '->code' });
  expect(book.of('maker', 'other code')).toEqual({ screenInches: '6', ramMb: 3072 });
  expect(book.aliasesOf('maker', 'one')).toEqual(['code', 'other code']);
});

test.each([
  ['a year before telephones', { one: 'RE=1970.01' }, 'release_implausible'],
  ['a year to come', { one: 'RE=2029' }, 'release_implausible'],
  ['a field without a value sign', { one: 'RE-2020.06' }, 'spec_field_malformed'],
  ['a diagonal that is no number', { one: 'DS=big' }, 'spec_field_malformed'],
  ['a field with two value signs', { one: 'DS=6=7' }, 'spec_field_malformed'],
  ['a broken arrow', { one: '>-two', two: 'DS=6' }, 'alias_malformed'],
  ['a doubled arrow', { one: '->>two', two: 'DS=6' }, 'alias_malformed'],
  ['an alias of nothing', { one: '->two' }, 'alias_dangling'],
  ['an alias of itself', { one: '->two', two: '->one' }, 'alias_circular'],
] as const)('%s is rejected and leaves no specification behind', (_, models, reason) => {
  const { book, rejects } = read({ ...models });
  expect(rejects.countOf(reason)).toBeGreaterThan(0);
  expect(book.of('maker', 'one') ?? {}).toEqual({});
});

test('a defective field costs that field alone, and is reported once however many aliases share it', () => {
  const { book, rejects } = read({ one: 'DS=6;RE=1970', a: '->one', b: '->one' });
  expect(book.of('maker', 'b')).toEqual({ screenInches: '6' });
  expect(rejects.toJSON()).toEqual([
    { reason: 'release_implausible', dataset: 'specs', count: 1, samples: ['maker / one: RE=1970'] },
  ]);
});

test('an empty value is no defect: nobody knows it', () => {
  const { book, rejects } = read({ one: 'RM=;DS=6' });
  expect(book.of('maker', 'one')).toEqual({ screenInches: '6' });
  expect(rejects.toJSON()).toEqual([]);
});
