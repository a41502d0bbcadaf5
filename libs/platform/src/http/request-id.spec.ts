import { validate, version } from 'uuid';
import { requestId } from './request-id.js';

const of = (given?: string) => requestId({ headers: given === undefined ? {} : { 'x-request-id': given } });

test('a request without an id gets a UUIDv7 of now that no other has', () => {
  const before = Date.now();
  const ids = Array.from({ length: 1_000 }, () => of());
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) {
    const madeAt = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(madeAt).toBeGreaterThanOrEqual(before);
    expect(madeAt).toBeLessThanOrEqual(Date.now());
  }
});

test.each(['trace:1234-abcd', 'A'.repeat(128)])('%s is kept: it is fit for a log line', (given) => {
  expect(of(given)).toBe(given);
});

test.each(['short', 'with space here', 'line\nbreak-123', '-begins-with-a-hyphen', 'A'.repeat(129)])(
  '%j is replaced',
  (given) => {
    expect(validate(of(given))).toBe(true);
  },
);
