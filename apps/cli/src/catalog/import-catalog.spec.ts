import type { ProductRecord } from '@reprise/contracts/events';
import { productChangedV1, productRecordSchema } from '@reprise/contracts/events';
import { importCatalog } from './import-catalog.js';
import { ImportRefused } from './post-products.js';

const example = productRecordSchema.strip().parse(productChangedV1.example);
async function* products(count: number): AsyncGenerator<ProductRecord> {
  for (let n = 0; n < count; n += 1) yield { ...example, slug: `product-${n}` };
}

/** A gateway that answers what it is told to, in order, and keeps what it was sent. */
function gatewayAnswering(...answers: (object | number | Error)[]) {
  const sent: { url: string; authorization: string | null; type: string | null; lines: string[] }[] = [];
  const answering: typeof fetch = async (url, init) => {
    const headers = new Headers(init?.headers);
    sent.push({
      url: String(url),
      authorization: headers.get('authorization'),
      type: headers.get('content-type'),
      lines: String(init?.body).trimEnd().split('\n'),
    });
    const answer = answers.shift() ?? new Error('no answer left');
    if (answer instanceof Error) throw answer;
    if (typeof answer === 'number') return Response.json({ code: 'Busy', detail: 'not now' }, { status: answer });
    return Response.json({ received: 0, created: 0, updated: 0, unchanged: 0, rejected: [], ...answer });
  };
  return { sent, door: { gateway: 'http://gateway.test', token: 'secret', fetch: answering, retryMs: 1 } };
}

test('1,001 products go as three bounded NDJSON requests, each with the operator’s token', async () => {
  const { sent, door } = gatewayAnswering({ created: 500 }, { created: 499, updated: 1 }, { unchanged: 1 });
  const totals = await importCatalog(products(1001), { door });
  expect(sent.map((request) => request.lines.length)).toEqual([500, 500, 1]);
  expect(new Set(sent.map((request) => request.url))).toEqual(new Set(['http://gateway.test/v1/ops/products/import']));
  expect(new Set(sent.map((request) => request.authorization))).toEqual(new Set(['Bearer secret']));
  expect(new Set(sent.map((request) => request.type))).toEqual(new Set(['application/x-ndjson']));
  expect(JSON.parse(sent[2]?.lines[0] ?? '')).toEqual({ ...example, slug: 'product-1000' });
  expect(totals).toMatchObject({ products: 1001, created: 999, updated: 1, unchanged: 1, rejectedCount: 0 });
});

test('a busy gateway and a lost answer are tried again with the same batch', async () => {
  const { sent, door } = gatewayAnswering(503, new Error('socket hang up'), 429, { created: 2 });
  const totals = await importCatalog(products(2), { door });
  expect(sent.length).toBe(4);
  expect(new Set(sent.map((request) => request.lines.join())).size).toBe(1);
  expect(totals.created).toBe(2);
});

test('a refusal that no retry mends ends the import with the gateway’s reason', async () => {
  const { sent, door } = gatewayAnswering(403);
  await expect(importCatalog(products(2), { door })).rejects.toThrow(new ImportRefused('403 Busy: not now'));
  expect(sent.length).toBe(1);
});

test('a gateway that stays away ends the import after six tries', async () => {
  const { sent, door } = gatewayAnswering(...Array<number>(10).fill(503));
  await expect(importCatalog(products(1), { door })).rejects.toThrow('503 Busy: not now');
  expect(sent.length).toBe(6);
});

test('a refused product is numbered within the whole import, not its request', async () => {
  const { door } = gatewayAnswering(
    {},
    { rejected: [{ line: 3, field: 'slug', code: 'SlugTaken', message: 'taken' }] },
  );
  const totals = await importCatalog(products(600), { door });
  expect(totals.rejected.map((entry) => entry.line)).toEqual([503]);
  expect(totals.rejectedCount).toBe(1);
});

test('a dry run counts and sends nothing', async () => {
  const totals = await importCatalog(products(3), {});
  expect(totals).toMatchObject({
    products: 3,
    variants: 3,
    orderNumbers: 6,
    modelCodes: 6,
    byCategory: { smartphone: 3 },
  });
});
