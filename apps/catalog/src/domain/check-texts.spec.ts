import { checkTexts } from './check-texts.js';

const rules = [{ language: 'fr', phrases: ['comme neuf'], reason: 'Not new.', source: 'the decree' }];
const bad = { en: 'fine', fr: 'Comme neuf' };

test.each([
  [{ names: bad, variants: [] }, 'names.fr'],
  [{ descriptions: bad, variants: [] }, 'descriptions.fr'],
  [{ images: [{}, { alt: bad }], variants: [] }, 'images[1].alt.fr'],
  [{ variants: [{}, { colour: { names: bad } }] }, 'variants[1].colour.names.fr'],
  [{ variants: [{ images: [{ alt: bad }] }] }, 'variants[0].images[0].alt.fr'],
])('%j is refused at its field', (product, field) => {
  expect(checkTexts(product, rules)).toMatchObject({ code: 'ContentForbidden', field });
});

test('the same words in another language are none of the rule’s business', () => {
  expect(checkTexts({ names: { en: 'comme neuf' }, variants: [] }, rules)).toBeUndefined();
});
