import { isPublishedIn, publicationChangesMs } from './publication.js';

const from = '2026-12-01T00:00:00Z';
const to = '2026-12-02T00:00:00Z';
const at = (instant: string) => Date.parse(instant);

test.each([
  ['no windows', undefined, from, true],
  ['a window of another market', [{ market: 'de', to: from }], to, true],
  ['a window not begun', [{ market: 'fr', from, to }], '2026-11-30T23:59:59.999Z', false],
  ['the first instant', [{ market: 'fr', from, to }], from, true],
  ['the last instant', [{ market: 'fr', from, to }], '2026-12-01T23:59:59.999Z', true],
  ['the end', [{ market: 'fr', from, to }], to, false],
  ['no beginning', [{ market: 'fr', to }], '1990-01-01T00:00:00Z', true],
  ['no end', [{ market: 'fr', from }], '2090-01-01T00:00:00Z', true],
])('%s', (_, publication, instant, shown) => {
  expect(isPublishedIn(publication, 'fr', at(instant))).toBe(shown);
});

test('changes are every instant named', () => {
  expect(publicationChangesMs([{ market: 'fr', from, to }, { market: 'de', from }, { market: 'us' }])).toEqual([
    at(from),
    at(to),
    at(from),
  ]);
});
