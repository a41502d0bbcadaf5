import { render } from './answer-read.js';
import { RenderedCache } from './rendered-cache.js';

const body = (text: string) => () => render(text, 'fr', 'everybody');
const never = () => {
  throw new Error('was rendered again');
};

test('an answer is rendered once a revision', () => {
  const cache = new RenderedCache(10_000);
  const first = cache.get('page', '1', body('a'));
  expect(cache.get('page', '1', never)).toBe(first);
  expect(cache.get('page', '2', body('b')).body.toString()).toBe('"b"');
  expect(cache.get('page', '2', never).body.toString()).toBe('"b"');
});

test('the least recently used goes first, and memory stays bounded', () => {
  const cache = new RenderedCache(3_100);
  for (const name of ['a', 'b', 'c']) cache.get(name, '1', body(name));
  cache.get('a', '1', never);
  cache.get('d', '1', body('d'));
  expect(cache.size).toBe(3);
  cache.get('a', '1', never);
  expect(() => cache.get('b', '1', never)).toThrow('was rendered again');
});

test('an answer larger than the cache is answered and not kept', () => {
  const cache = new RenderedCache(2_000);
  cache.get('small', '1', body('a'));
  cache.get('large', '1', body('x'.repeat(5_000)));
  expect(cache.size).toBe(1);
});
