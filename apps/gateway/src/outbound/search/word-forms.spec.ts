import fc from 'fast-check';
import { WordForms } from './word-forms.js';

const polish = new WordForms(['y', 'a', 'e', 'ego', 'ych', 'ow', 'u', 'i'], ['uzywany', 'telefon', 'konsola', 'tani']);

test.each([
  ['uzywanego', 'uzywany'],
  ['uzywanych', 'uzywany'],
  ['telefonow', 'telefon'],
  ['telefonu', 'telefon'],
  ['konsole', 'konsola'],
  ['tania', 'tani'],
])('%s is a form of %s', (form, listed) => {
  expect(polish.listed(form)).toBe(listed);
});

test.each(['galaxy', 'pro', 'se', 's23', 'sms911b', '13', '', 'telefonistka'])('%p is a form of nothing', (word) => {
  expect(polish.listed(word)).toBe(word);
});

test('a listed word is itself before it is a form of another', () => {
  const forms = new WordForms(['s', 'e'], ['tablette', 'tablett']);
  expect(forms.listed('tablette')).toBe('tablette');
  expect(forms.listed('tablett')).toBe('tablett');
});

test('the forms of a word are near it: its stems, its stems with another ending, itself with one', () => {
  expect(polish.of('czarnego')).toEqual(expect.arrayContaining(['czarn', 'czarny', 'czarna']));
  expect(polish.of('x')).toEqual([]);
  expect(polish.of('s911')).toEqual([]);
});

test('a listed word is always found as itself, whatever the endings', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 's'), minLength: 1, maxLength: 8 });
  const ending = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 's'), minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.array(ending, { maxLength: 6 }),
      (words, endings) => {
        const forms = new WordForms(endings, words);
        for (const each of words) expect(forms.listed(each)).toBe(each);
        for (const each of words) expect(forms.of(each)).not.toContain(each);
      },
    ),
  );
});
