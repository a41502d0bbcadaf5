import fc from 'fast-check';
import type { SearchText } from '../../application/ports.js';
import { TextIndex } from './text-index.js';

const shop: readonly SearchText[] = [
  { names: ['Apple iPhone 13'], words: ['128GB 256GB', 'Midnight Minuit'], codes: ['A2633', 'iPhone14,5', 'MLPF3'] },
  { names: ['Apple iPhone 13 Pro Max'], words: ['128GB 1TB'], codes: ['A2643'] },
  { names: ['Apple iPhone 12'], words: ['64GB 128GB'], codes: ['A2403'] },
  { names: ['Samsung Galaxy S23'], words: ['128GB'], codes: ['SM-S911B'] },
  { names: ['Samsung Galaxy S23+'], words: ['256GB'], codes: ['SM-S916B'] },
  { names: ['Google Pixel 7'], words: ['128GB', 'Lemongrass Citronnelle'], codes: ['GVU6C'] },
  { names: ['Nokia 3310'], words: [], codes: ['TA-1030'] },
];

function indexed(texts = shop): TextIndex {
  const index = new TextIndex();
  texts.forEach((text, row) => index.describe(row, text));
  return index;
}

/** Score by row; 0 where it does not match. */
function scoresOf(index: TextIndex, text: string, language = 'en'): number[] {
  const matches = index.search({ text, language });
  return Array.from({ length: shop.length + 1 }, (_, row) => matches.scoreOf(row));
}

function found(index: TextIndex, query: string): string[] {
  const scores = scoresOf(index, query);
  return [...scores.keys()]
    .filter((row) => (scores[row] as number) > 0)
    .sort((a, b) => (scores[b] as number) - (scores[a] as number))
    .map((row) => (shop[row] as SearchText).names[0] as string);
}

test.each([
  ['iphone 13', 'Apple iPhone 13'],
  ['iphone13', 'Apple iPhone 13'],
  ['IPHONE 13 128', 'Apple iPhone 13'],
  ['iphone 13 128 go', 'Apple iPhone 13'],
  ['iphone 13 pro', 'Apple iPhone 13 Pro Max'],
  ['iphome 13', 'Apple iPhone 13'],
  ['iphnoe 13', 'Apple iPhone 13'],
  ['galxy s23', 'Samsung Galaxy S23'],
  ['samsung s23 plus', 'Samsung Galaxy S23+'],
  ['s23+', 'Samsung Galaxy S23+'],
  ['SM-S911B', 'Samsung Galaxy S23'],
  ['sms911b', 'Samsung Galaxy S23'],
  ['s911b', 'Samsung Galaxy S23'],
  ['a2633', 'Apple iPhone 13'],
  ['mlpf3', 'Apple iPhone 13'],
  ['pixel minuit 7', 'Google Pixel 7'],
  ['citronnelle', 'Google Pixel 7'],
  ['pix', 'Google Pixel 7'],
])('%p finds %p first', (query, name) => {
  expect(found(indexed(), query)[0]).toBe(name);
});

test('every word must be found while a product has them all', () => {
  expect(found(indexed(), 'iphone 13')).toEqual(['Apple iPhone 13', 'Apple iPhone 13 Pro Max']);
});

test('digits are never taken for a typo', () => {
  expect(found(indexed(), 'nokia 3311')).toEqual(['Nokia 3310']);
  expect(found(indexed(), '3311')).toEqual([]);
});

test('what nobody sells finds nothing', () => {
  expect(found(indexed(), 'wardrobe')).toEqual([]);
  expect(found(indexed(), '!!! ---')).toEqual([]);
});

test('describing a row anew forgets its old words', () => {
  const index = indexed();
  index.describe(6, { names: ['Nokia 105'], words: [], codes: [] });
  expect(found(index, '3310')).toEqual([]);
  expect(scoresOf(index, '105').flatMap((score, row) => (score > 0 ? [row] : []))).toEqual([6]);
  index.describe(6, undefined);
  expect(found(index, 'nokia')).toEqual([]);
});

test('no query breaks it', () => {
  const index = indexed();
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => {
      for (const score of scoresOf(index, query)) expect(Number.isSafeInteger(score)).toBe(true);
    }),
  );
});

test('a word of the name with one letter left out still finds it', () => {
  const index = indexed();
  for (const word of ['samsung', 'galaxy', 'google', 'pixel', 'iphone', 'nokia'])
    for (let i = 0; i < word.length; i++) {
      const typo = word.slice(0, i) + word.slice(i + 1);
      expect(found(index, typo).some((name) => name.toLowerCase().includes(word))).toBe(true);
    }
});

test('a score depends on its own product: others come and go and no cursor loses its place', () => {
  const index = indexed();
  const before = scoresOf(index, 'iphone 13 128');
  index.describe(shop.length, { names: ['Apple iPhone 13 Purple Edition'], words: ['128GB'], codes: [] });
  index.describe(5, undefined);
  expect(scoresOf(index, 'iphone 13 128').slice(0, 5)).toEqual(before.slice(0, 5));
});

test('each language’s way to type a letter finds it: gruen and grun for Grün, blaa and bla for blå', () => {
  const index = new TextIndex();
  index.describe(0, { names: ['Phone'], words: ['Grün', 'blå', 'Größe'], codes: [] });
  for (const text of ['gruen', 'grun', 'GRÜN', 'blaa', 'bla', 'blå', 'grosse', 'groesse'])
    expect([text, (scoresOf(index, text, 'sv')[0] as number) > 0]).toEqual([text, true]);
});
