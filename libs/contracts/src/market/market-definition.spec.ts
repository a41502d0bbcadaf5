import { marketChangedV1 } from '../events/catalog-market.v1.js';
import { marketDefinitionSchema } from './market-definition.js';

const { definition } = marketChangedV1.example;
const locale = 'fr';
const french = definition.wording['en'] as NonNullable<(typeof definition.wording)[string]>;
const issuesOf = (words: object) => {
  const parsed = marketDefinitionSchema.safeParse({
    ...definition,
    wording: { ...definition.wording, [locale]: { ...french, ...words } },
  });
  return parsed.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];
};
const [key, grade] = Object.entries(french.grades)[0] as [string, (typeof french.grades)[string]];

test('a market’s own grades may not say what it forbids its sellers to say', () => {
  expect(issuesOf({})).toEqual([]);
  expect(issuesOf({ grades: { ...french.grades, [key]: { ...grade, label: 'Comme neuf' } } })).toEqual([
    [`wording.${locale}.grades.${key}.label`, expect.stringContaining('Décret n° 2022-190')],
  ]);
});

test('what shoppers type is said by nobody but them', () => {
  const search = { ignore: ['comme neuf'], synonyms: [{ words: ['à neuf'], mean: ['smartphone'] }] };
  expect(issuesOf({ search })).toEqual([]);
});
