import { renderFed } from './render-fed.js';

const refused = (line: number) => ({ line, field: 'sku', code: 'offerNotFound', message: 'You have no offer X.' });

test('a stock file is answered by counts and the rows to mend', () => {
  const result = { received: 1_204, changed: 1_200, unchanged: 3, rejectedCount: 1, rejected: [refused(7)] };
  expect(renderFed(result, false)).toBe(
    '1,204 rows: 1,200 changed, 3 as they were, 1 refused\n  line 7, sku: You have no offer X. (offerNotFound)',
  );
  expect(renderFed(result, true)).toContain('1,200 would change');
});

test('of many refused rows the first twenty are shown and the rest counted', () => {
  const rejected = Array.from({ length: 25 }, (_, i) => refused(i + 1));
  const text = renderFed({ received: 25, changed: 0, unchanged: 0, rejectedCount: 25, rejected }, false);
  expect(text.split('\n')).toHaveLength(22);
  expect(text).toContain('… and 5 more');
});
