import fc from 'fast-check';
import { explainForbidden, findForbidden } from './forbidden-phrase.js';

const rules = [
  {
    language: 'fr',
    phrases: ['état neuf', 'comme neuf', 'à neuf'],
    reason: 'A refurbished product may not be called new.',
    source: 'Décret n° 2022-190',
    instead: 'Name the grade.',
  },
];

test.each([
  'Un iPhone comme neuf !',
  'COMME NEUF',
  'comme-neuf',
  'comme\u00a0neuf',
  'com\u00adme neuf',
  'comme  \n neuf.',
  'en etat neuf',
  'E\u0301TAT NEUF',
  'remis à neuf',
])('%j is found', (text) => {
  expect(findForbidden(text, 'fr-BE', rules)).toBeDefined();
});

test.each(['neuf', 'comme neufchatel', 'un comme', 'Très bon état, neuf accessoires'])('%j is let through', (text) => {
  expect(findForbidden(text, 'fr', rules)).toBeUndefined();
});

test('a rule reads its own language only, and every one of a text that has none', () => {
  expect(findForbidden('comme neuf', 'de-DE', rules)).toBeUndefined();
  expect(findForbidden('Comme Neuf SARL', undefined, rules)).toMatchObject({ phrase: 'comme neuf' });
});

test('the writer is told the phrase, the reason, the law and what to write', () => {
  const found = findForbidden('comme neuf', 'fr', rules);
  expect(found && explainForbidden(found)).toBe(
    '“comme neuf” may not be said: A refurbished product may not be called new. (Décret n° 2022-190) Name the grade.',
  );
});

const word = fc.stringMatching(/^[a-z]{1,6}$/);
test('whatever stands around a phrase and however it is cased, it is found', () => {
  fc.assert(
    fc.property(fc.array(word), fc.array(word), fc.constantFrom(' ', '-', '\u00a0', '_'), (before, after, gap) => {
      const text = [...before, `Comme${gap}NEUF`, ...after].join(' ');
      expect(findForbidden(text, 'fr', rules)?.phrase).toBeDefined();
    }),
  );
});
