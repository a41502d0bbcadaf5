import { renderImport, renderMissing } from './render-translations.js';

test('what is missing is shown with how much there is of each kind and what stands in', () => {
  const text = renderMissing({
    locale: 'fr-FR',
    chain: ['fr-FR', 'fr', 'en'],
    coverage: [{ kind: 'product.name', total: 13_438, missing: 2 }],
    items: [{ kind: 'product.name', key: 'p1', servedLocale: 'en', source: 'x'.repeat(80) }],
    nextCursor: 'more',
  });
  expect(text).toContain('fr-FR → fr → en');
  expect(text).toMatch(/product\.name\s+13,438\s+2\n/);
  expect(text).toMatch(/p1\s+en\s+x{59}…/);
  expect(text).toContain('… and more');
});

test('an import says what it did or would do, and shows twenty refused rows at most', () => {
  const rejected = Array.from({ length: 30 }, (_, at) => ({ line: at + 2, field: 'text', code: 'c', message: 'm' }));
  const taken = { received: 40, changed: 5, unchanged: 4, blank: 1, rejectedCount: 30, rejected };
  expect(renderImport(taken, false)).toMatch(/^40 rows, 5 changed, 4 unchanged, 1 without a text, 30 refused\n/);
  expect(renderImport(taken, false)).toContain('… and 10 more');
  expect(renderImport({ ...taken, rejectedCount: 0, rejected: [] }, true)).toBe(
    'dry run, nothing was stored: 40 rows, 5 changed, 4 unchanged, 1 without a text, 30 refused'.replace('30', '0'),
  );
});
