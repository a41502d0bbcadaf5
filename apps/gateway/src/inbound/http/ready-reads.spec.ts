import type { IncomingMessage } from 'node:http';
import { render } from './answer-read.js';
import { ReadyReads } from './ready-reads.js';
import { RenderedCache } from './rendered-cache.js';

const asked = (url: string, headers: Record<string, string> = {}) => ({ url, headers }) as unknown as IncomingMessage;
const page = () => render({ price: '399.00' }, 'fr-FR', 'everybody');

function shop() {
  const cache = new RenderedCache(1_000_000);
  const ready = new ReadyReads(cache);
  const now = { revision: '1' as string | undefined };
  const answer = (request: IncomingMessage) => {
    cache.get('page 7', '1', page);
    ready.note(request, { operation: 'getProduct', name: 'page 7', revisionNow: () => now.revision });
  };
  return { cache, ready, now, answer };
}

test('a request answered before is found with its bytes; one that differs in path, query or language is not', () => {
  const { ready, answer } = shop();
  answer(asked('/p/7?a=1', { 'accept-language': 'fr' }));
  const found = ready.find(asked('/p/7?a=1', { 'accept-language': 'fr' }));
  expect([found?.status, String(found?.body)]).toEqual([200, '{"price":"399.00"}']);
  expect(ready.find(asked('/p/7', { 'accept-language': 'fr' }))).toBeUndefined();
  expect(ready.find(asked('/p/7?a=1', { 'accept-language': 'de' }))).toBeUndefined();
  expect(ready.find(asked('/p/7?a=1'))).toBeUndefined();
});

test('a caller who has the bytes is told so without them', () => {
  const { ready, answer } = shop();
  answer(asked('/p/7'));
  const { etag } = page();
  const unchanged = ready.find(asked('/p/7', { 'if-none-match': `"other", W/${etag}` }));
  expect([unchanged?.status, unchanged?.body]).toEqual([304, undefined]);
  expect(unchanged?.headers).toContain(etag);
  expect(unchanged?.headers).not.toContain('content-length');
  expect(ready.find(asked('/p/7', { 'if-none-match': '"other"' }))?.status).toBe(200);
});

test('an answer of an older revision, or one that would be another now, is not found', () => {
  const { ready, now, answer } = shop();
  answer(asked('/p/7'));
  now.revision = '2';
  expect(ready.find(asked('/p/7'))).toBeUndefined();
  now.revision = undefined;
  expect(ready.find(asked('/p/7'))).toBeUndefined();
});

test('an answer the cache let go of is not held here', () => {
  const { cache, ready, answer } = shop();
  answer(asked('/p/7'));
  cache.find('page 7', 'another revision');
  expect(ready.find(asked('/p/7'))).toBeUndefined();
});

test('25,000 other requests push out what nobody asks for again, and what is asked for stays', () => {
  const { ready, answer } = shop();
  answer(asked('/once'));
  answer(asked('/often'));
  for (let i = 0; i < 25_000; i++) {
    answer(asked(`/other/${i}`));
    if (i % 1_000 === 0) expect(ready.find(asked('/often'))?.status).toBe(200);
  }
  expect(ready.find(asked('/once'))).toBeUndefined();
});

test('a request longer than any sane one is not remembered', () => {
  const { ready, answer } = shop();
  const long = asked(`/p/7?${'x'.repeat(700)}`);
  answer(long);
  expect(ready.find(long)).toBeUndefined();
});
