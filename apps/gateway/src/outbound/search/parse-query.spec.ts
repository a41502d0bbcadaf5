import fc from 'fast-check';
import { Lexicon } from './lexicon.js';
import { parseQuery } from './parse-query.js';

const known = new Set(
  'iphone 13 128 gb 128gb playstation play station 5 samsung galaxy sms911b s911b iphone12,8 mlpj3 blå bla s23'.split(
    ' ',
  ),
);
const lexicon = new Lexicon({
  ignore: ['pas cher', 'refurbished'],
  synonyms: [
    { words: ['ps5'], mean: ['playstation 5'] },
    { words: ['ordinateur portable'], mean: ['laptop'] },
  ],
  endings: ['s', 'e', 'es'],
});

/** Every reading of every group, as text. */
function read(text: string, language = 'en'): string[][] {
  return parseQuery(text, { language, lexicon, known }).map(({ alternatives }) =>
    alternatives.map(({ words }) => words.join(' ')),
  );
}

test('what is typed is read as it is, and taken apart', () => {
  expect(read('iPhone 13')).toEqual([['iphone'], ['13']]);
  expect(read('iphone13')).toEqual([['iphone13', 'iphone 13']]);
});

test('a number and a unit are one size, whatever stands between', () => {
  expect(read('iphone 128 GB')).toEqual([['iphone'], ['128gb']]);
  expect(read('128gb')).toEqual([['128gb', '128 gb']]);
});

test('a word written as two, and two written as one', () => {
  expect(read('play station')).toEqual([['play station', 'playstation']]);
  expect(read('samsunggalaxy')).toEqual([['samsunggalaxy', 'samsung galaxy']]);
});

test('a code is found with its space, comma or suffix', () => {
  expect(read('sm s911b')).toEqual([['sm s 911 b', 'sms911b']]);
  expect(read('iphone 12,8')).toEqual([['iphone 12 8', 'iphone12,8']]);
  expect(read('mlpj3ll/a')).toEqual([['mlpj3lla', 'mlpj 3 ll a', 'mlpj3']]);
  // A name and its number are never taken for a code.
  expect(read('iphone 128')).toEqual([['iphone'], ['128']]);
});

test('a phrase may be called otherwise, and some say nothing', () => {
  expect(read('ps5')).toEqual([['ps5', 'ps 5', 'playstation 5']]);
  expect(read('ordinateur portable samsung')).toEqual([['ordinateur portable', 'laptop'], ['samsung']]);
  expect(read('iphone 13 pas cher')).toEqual([['iphone'], ['13']]);
  // Unless it is all that was said.
  expect(read('refurbished')).toEqual([['refurbished']]);
});

test('a letter of a language’s own is asked for first where it is one, and is a marked letter elsewhere', () => {
  expect(read('blå', 'sv')).toEqual([['blå', 'bla']]);
  expect(read('blå', 'fr')).toEqual([['bla']]);
});

test('no query is read into more than a bounded number of groups and words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 5_000 }), (text) => {
      const groups = parseQuery(text, { language: 'en', lexicon, known });
      expect(groups.length).toBeLessThanOrEqual(12);
      for (const { alternatives } of groups)
        for (const { words } of alternatives) {
          expect(words.length).toBeLessThanOrEqual(80);
          for (const word of words) expect(word.length).toBeLessThanOrEqual(84);
        }
    }),
  );
});

test('a form of a listed word is that word, a form of a known word that word too', () => {
  expect(read('ordinateurs portables')).toEqual([['ordinateurs portables', 'laptop']]);
  expect(read('iphones chers')).toEqual([['iphones', 'iphone'], ['chers']]);
  // The catalogue knows it as it is: no form of anything.
  expect(read('iphone')).toEqual([['iphone']]);
});
