import type { Operation } from '@reprise/contracts/http';
import { z } from 'zod';
import { RequestRefused } from './answer.js';
import { callValidator } from './validate-call.js';

const operation: Operation = {
  ...{ id: 'putThing', method: 'PUT', path: '/v1/things/{id}', owner: 'catalog', policy: ['ops'] },
  ...{ tag: 'Things', summary: 'A thing', problems: [], responses: { 200: null } },
  params: z.object({ id: z.string() }),
  query: z.object({ why: z.string().optional() }),
  body: z.object({
    names: z.array(z.object({ text: z.string() })),
    more: z.record(z.string(), z.unknown()).optional(),
  }),
};
const errorsOf = (parts: { params?: unknown; query?: unknown; body?: unknown }, of = operation) => {
  const sound = { params: { id: '1' }, query: {}, headers: {}, body: { names: [{ text: 'a' }] } };
  try {
    callValidator(of)({ ...sound, ...parts });
    return [];
  } catch (refused) {
    if (!(refused instanceof RequestRefused)) throw refused;
    return (refused.extras.errors ?? []).map(({ field, code }) => [field, code]);
  }
};

test.each([
  [{ body: { names: [{ text: 'a' }, { text: 'b\u0000' }] } }, 'names[1].text'],
  [{ body: { names: [], more: { deep: [{ er: '\u0000' }] } } }, 'more.deep[0].er'],
  [{ params: { id: 'a\u0000' } }, 'path.id'],
  [{ query: { why: '\u0000' } }, 'query.why'],
])('NUL in %j is refused at its field: no database text can hold it', (parts, field) => {
  expect(errorsOf(parts)).toEqual([[field, 'characterRefused']]);
});

test('what is sound is let through, the two letters of a backslash and u0000 among it', () => {
  expect(errorsOf({ body: { names: [{ text: '\\u0000' }], more: { none: null, n: 1 } } })).toEqual([]);
});

test('a gateway’s own reads reach no database: whoever searches for NUL finds nothing', () => {
  expect(errorsOf({ query: { why: '\u0000' } }, { ...operation, owner: 'gateway' })).toEqual([]);
});
