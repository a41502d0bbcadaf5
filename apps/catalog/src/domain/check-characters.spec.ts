import { checkCharacters } from './check-characters.js';

test.each([
  [{ names: { en: 'a\u0000' } }, 'names.en'],
  [{ aliases: ['fine', 'b\u0000'] }, 'aliases[1]'],
  [{ variants: [{}, { mpns: ['x\u0001'] }] }, 'variants[1].mpns[0]'],
])('%j is refused at its field', (product, field) => {
  expect(checkCharacters(product)).toMatchObject({ code: 'CharacterRefused', field });
});

test('everything else is let through, whatever it is', () => {
  expect(checkCharacters({ n: 1, b: true, none: undefined, list: [null, 'Écran'], of: {} })).toBeUndefined();
});
