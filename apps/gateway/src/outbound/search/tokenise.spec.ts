import fc from 'fast-check';
import { chunksOf, codeTokens, foldText, nameSortKey } from './tokenise.js';

test.each([
  ['Téléphone Reconditionné', 'telephone reconditionne'],
  ['Straße', 'strasse'],
  ['ŁÓDŹ', 'lodz'],
  ['ｉＰｈｏｎｅ', 'iphone'],
  ['Ελλάδα', 'ελλαδα'],
])('%p folds to %p', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('letters and digits part, and the whole is kept', () => {
  expect(chunksOf('iPhone13 128GB')).toEqual([
    { whole: 'iphone13', parts: ['iphone', '13'] },
    { whole: '128gb', parts: ['128', 'gb'] },
  ]);
});

test('a plus is a word and punctuation joins', () => {
  expect(chunksOf('Galaxy S23+ Wi-Fi').map((chunk) => chunk.whole)).toEqual(['galaxy', 's23', 'plus', 'wifi']);
});

test('a code is kept whole, and without its prefix', () => {
  expect(codeTokens('SM-S911B')).toEqual(['sms911b', 's911b']);
  expect(codeTokens('A2482')).toEqual(['a2482']);
  expect(codeTokens('iPhone14,5')).toEqual(['iphone14,5']);
  expect(codeTokens('LG-X')).toEqual(['lgx']);
  expect(codeTokens('---')).toEqual([]);
});

test('numbers in names sort by size', () => {
  const names = ['Apple iPhone 13', 'Apple iPhone 9', 'Apple iPhone 13 mini'];
  expect(names.sort((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1))).toEqual([
    'Apple iPhone 9',
    'Apple iPhone 13',
    'Apple iPhone 13 mini',
  ]);
});

test('no text makes a long or empty token', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const { whole, parts } of chunksOf(text))
        for (const token of [whole, ...parts]) {
          expect(token.length).toBeGreaterThan(0);
          expect(token.length).toBeLessThanOrEqual(40);
        }
    }),
  );
});
