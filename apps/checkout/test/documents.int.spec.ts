import { jest } from '@jest/globals';
import type { LockedQuote } from '@reprise/contracts';
import { luhnCheckDigit, mustBeId, newId } from '@reprise/kernel';
import { mintToken } from '@reprise/platform/http';
import { waitFor } from '@reprise/platform/testing';
import { PostgresDesk } from '../src/outbound/postgres/postgres-desk.js';
import { quoteOf, signQuote } from './quotes.js';
import type { Answer } from './shop.js';
import { Shop } from './shop.js';

jest.setTimeout(30_000);

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
}, 60_000);
afterAll(() => shop.close(), 30_000);

type Line = LockedQuote['lines'][number];
type Body = Answer['body'];

const money = (amount: string) => ({ amount, currency: 'EUR' });
let serial = 200_000;
function newImei(): string {
  const body = `35693803${(serial += 1)}`;
  return body + luhnCheckDigit(body);
}

interface Sold {
  readonly id: string;
  readonly token: string;
  readonly seller: string;
  readonly lines: readonly string[];
}

async function sellerOf(particulars: Record<string, unknown> = {}): Promise<string> {
  const sellerId = newId();
  await new PostgresDesk(shop.around.db.database).transact((tx) =>
    tx.documents.saveSellers([{ sellerId, version: 1, name: 'Atelier du Mobile', country: 'FR', ...particulars }]),
  );
  return sellerId;
}

/** One order of one phone line, changed as asked. */
async function sell(
  seller: string,
  change: (line: Line) => Partial<Line> = () => ({}),
  quote = quoteOf(newId()),
): Promise<Sold> {
  const [line] = quote.lines;
  if (!line) throw new Error('the quote has a line');
  const sold = { ...line, sellerId: seller, ...change(line) };
  await new PostgresDesk(shop.around.db.database).transact((tx) =>
    tx.goods.saveVariants([
      {
        ...{ variantId: mustBeId(sold.variantId), version: 1, category: 'smartphone' as const },
        title: { en: 'iPhone 13 · 128 GB · Midnight', fr: 'iPhone 13 · 128 GB · Minuit' },
      },
    ]),
  );
  const totals = { ...quote.totals, net: sold.net, tax: sold.tax, gross: sold.gross };
  const token = await signQuote(
    { ...quote, lines: [sold], taxLines: sold.taxLines, totals } as LockedQuote,
    shop.around.quoteKey,
  );
  const placed = await shop.order(token);
  expect(placed.body).toMatchObject({ status: 'confirmed' });
  return {
    ...{ id: placed.body.id, token: placed.body.accessToken, seller },
    lines: placed.body['lines'].map(({ id }: { id: string }) => id),
  };
}

async function ship(sold: Sold, quantity = 1): Promise<void> {
  const [lineId] = sold.lines;
  const units = Array.from({ length: quantity }, () => ({ imei: newImei() }));
  const answer = await shop.post(`/v1/seller/orders/${sold.id}/shipments`, {
    as: { role: 'seller', sub: sold.seller },
    body: { carrier: 'Colissimo', lines: [{ lineId, quantity, units }] },
  });
  expect(answer.status).toBe(201);
}

/** The documents of an order once there are so many. */
async function documentsOf(sold: Sold, count: number): Promise<Body[]> {
  const path = `/v1/markets/fr/orders/${sold.id}/documents`;
  return waitFor(
    async () => {
      const { body } = await shop.call('GET', path, { headers: { authorization: `Bearer ${sold.token}` } });
      return body['items']?.length >= count ? (body['items'] as Body[]) : undefined;
    },
    { timeoutMs: 10_000, what: `${count} documents` },
  );
}

async function read(
  sold: Sold,
  documentId: unknown,
  accept = 'application/json',
  token = sold.token,
): Promise<Response> {
  return fetch(`${shop.url}/v1/markets/fr/orders/${sold.id}/documents/${String(documentId)}`, {
    headers: { authorization: `Bearer ${token}`, accept },
  });
}

const find = (documents: readonly Body[], kind: string): Body => {
  const found = documents.find((each) => each['kind'] === kind);
  if (!found) throw new Error(`no ${kind} among ${documents.map((each) => each['kind']).join(', ')}`);
  return found;
};

test('an order is confirmed at once and invoiced by its seller when it is sent, in the language of the market', async () => {
  const seller = await sellerOf({ address: ['1 rue du Test', '75011 Paris'], taxNumber: 'FR40303265045' });
  const sold = await sell(seller);
  expect((await documentsOf(sold, 1)).map(({ kind, number }) => [kind, number])).toEqual([
    ['orderConfirmation', undefined],
  ]);
  await ship(sold);
  const documents = await documentsOf(sold, 2);
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Europe/Paris' }).format(Date.now());
  expect(find(documents, 'invoice')).toMatchObject({
    number: `F-FR-${year}-000001`,
    issuer: { id: seller, name: 'Atelier du Mobile' },
    total: money('499.00'),
  });
  const invoice = (await (await read(sold, find(documents, 'invoice')['id'])).json()) as Body;
  expect(invoice).toMatchObject({
    locale: 'fr-FR',
    issuer: { taxNumber: 'FR40303265045', address: ['1 rue du Test', '75011 Paris'] },
    buyer: { name: 'Ada Canary', address: ['1 Canary Wharf', '75011'], country: 'FR' },
    lines: [
      {
        description: 'iPhone 13 · 128 GB · Minuit · Parfait état',
        ...{ quantity: 1, net: money('415.83'), tax: money('83.17'), gross: money('499.00') },
        units: [{ imei: expect.stringMatching(/^\d{15}$/) }],
      },
    ],
    taxLines: [{ rate: '0.20', taxable: money('415.83'), amount: money('83.17') }],
    totals: { net: money('415.83'), tax: money('83.17'), fees: money('0.00'), gross: money('499.00') },
  });
  const order = await shop.read(sold.id, sold.token);
  expect(order.body['documents'].map(({ kind }: Body) => kind)).toEqual(['orderConfirmation', 'invoice']);
});

test('an invoice printed twice is the same bytes, a PDF', async () => {
  const sold = await sell(await sellerOf());
  await ship(sold);
  const { id } = find(await documentsOf(sold, 2), 'invoice');
  const [first, second] = await Promise.all([read(sold, id, 'application/pdf'), read(sold, id, 'application/pdf')]);
  expect(first.headers.get('content-type')).toBe('application/pdf');
  const bytes = Buffer.from(await first.arrayBuffer());
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(bytes.equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
  expect((await read(sold, id, 'image/png')).status).toBe(406);
});

test('an invoice under the margin scheme names no amount of VAT, and says why', async () => {
  const sold = await sell(await sellerOf(), (line) => ({
    ...{
      vatScheme: 'MARGINAL',
      net: money('319.00'),
      tax: money('0.00'),
      gross: money('319.00'),
      unitPrice: money('319.00'),
    },
    taxLines: line.taxLines.map((tax) => ({
      ...tax,
      ...{ rate: '0.00', taxable: money('319.00'), amount: money('0.00'), treatment: 'marginScheme' },
      // Quoted in English; the buyer reads French.
      legalMention: 'Margin scheme — second-hand goods',
    })),
  }));
  await ship(sold);
  const invoice = (await (await read(sold, find(await documentsOf(sold, 2), 'invoice')['id'])).json()) as Body;
  expect(invoice).toMatchObject({ totals: { net: money('319.00'), tax: money('0.00'), gross: money('319.00') } });
  expect(invoice['mentions']).toEqual(["Régime particulier – Biens d'occasion"]);
});

test('two parcels of a line are two invoices that add up to the line; giving all back credits exactly both', async () => {
  const sold = await sell(await sellerOf(), (line) => ({
    ...{ quantity: 3, unitPrice: money('33.33'), net: money('83.33'), tax: money('16.66'), gross: money('99.99') },
    taxLines: line.taxLines.map((tax) => ({ ...tax, taxable: money('83.33'), amount: money('16.66') })),
  }));
  await ship(sold, 1);
  await ship(sold, 2);
  const documents = await documentsOf(sold, 3);
  const invoices = documents.filter(({ kind }) => kind === 'invoice');
  expect(invoices.map(({ total }) => total)).toEqual([money('33.33'), money('66.66')]);
  expect((await shop.refund(sold.id)).status).toBe(201);
  const note = find(await documentsOf(sold, 4), 'creditNote');
  expect(note).toMatchObject({
    number: expect.stringMatching(/^A-FR-\d{4}-000001$/),
    total: money('99.99'),
    corrects: invoices.map(({ id, number }) => ({ id, number, issuedOn: expect.any(String) })),
  });
});

test('what was called off before it was sent was never invoiced: the buyer is told, and no number is used up', async () => {
  const sold = await sell(await sellerOf());
  await shop.post(`/v1/markets/fr/orders/${sold.id}/cancellations`, {
    as: { role: 'buyer', sub: sold.id },
    body: { lines: [{ lineId: sold.lines[0], quantity: 1 }] },
  });
  const documents = await documentsOf(sold, 2);
  expect(documents.map(({ kind, number }) => [kind, number])).toEqual([
    ['orderConfirmation', undefined],
    ['refundConfirmation', undefined],
  ]);
});

test('a seller reads its own invoices, another seller and another buyer nothing, operations all', async () => {
  const sold = await sell(await sellerOf());
  await ship(sold);
  const id = find(await documentsOf(sold, 2), 'invoice')['id'];
  const as = (role: 'buyer' | 'seller' | 'ops', sub: string) =>
    mintToken({ role, sub, ttlSeconds: 60 }, shop.around.tokenKey.privateJwk);
  const status = async (token: string) => (await read(sold, id, 'application/json', token)).status;
  expect(await status(await as('seller', sold.seller))).toBe(200);
  expect(await status(await as('ops', 'op-1'))).toBe(200);
  expect(await status(await as('seller', newId()))).toBe(404);
  expect(await status(await as('buyer', newId()))).toBe(404);
  const list = await shop.get(`/v1/markets/fr/orders/${sold.id}/documents`, { role: 'seller', sub: sold.seller });
  expect(list.body['items'].map(({ kind }: Body) => kind)).toEqual(['invoice']);
});

test('many at once of one seller take the numbers one after another: none is left out, none is given twice', async () => {
  const seller = await sellerOf();
  const sold = await Promise.all(Array.from({ length: 12 }, () => sell(seller)));
  await Promise.all(sold.map((each) => ship(each)));
  // Beside the worker of the service, which runs already.
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      while (await shop.documents.issueNext());
    }),
  );
  await Promise.all(sold.map((each) => documentsOf(each, 2)));
  const rows = await shop.query<{ n: string }>(
    `SELECT series_number AS n FROM document WHERE issuer_id = $1 AND kind = 'invoice' ORDER BY series_number`,
    [seller],
  );
  expect(rows.map(({ n }) => Number(n))).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
});

test('the database refuses a gap, an unused number and a document that is rewritten', async () => {
  const sold = await sell(await sellerOf());
  await ship(sold);
  await documentsOf(sold, 2);
  const of = `WHERE issuer_id = '${sold.seller}'`;
  await expect(shop.query(`UPDATE document_series SET last_number = last_number + 2 ${of}`)).rejects.toThrow('no gap');
  await expect(shop.query(`UPDATE document_series SET last_number = last_number + 1 ${of}`)).rejects.toThrow(
    'not used',
  );
  await expect(shop.query(`DELETE FROM document_series ${of}`)).rejects.toThrow();
  await expect(shop.query(`UPDATE document SET content = '{}' ${of}`)).rejects.toThrow();
  await expect(shop.query(`DELETE FROM document ${of}`)).rejects.toThrow();
});

test('a withdrawal is acknowledged on a durable medium, in the buyer’s language, with date and time', async () => {
  const sold = await sell(await sellerOf());
  const as = { role: 'buyer', sub: sold.id } as const;
  const path = `/v1/markets/fr/orders/${sold.id}/withdrawal`;
  const stated = await shop.post(path, { as });
  const { withdrawalId, confirmationToken } = stated.body as { withdrawalId: string; confirmationToken: string };
  await shop.post(`${path}/${withdrawalId}/confirmation`, { as, body: { confirmationToken } });
  const documents = await waitFor(
    async () => {
      const found = await documentsOf(sold, 2);
      return found.some(({ kind }) => kind === 'withdrawalAcknowledgement') ? found : undefined;
    },
    { timeoutMs: 10_000, what: 'the acknowledgement' },
  );
  const { id } = find(documents, 'withdrawalAcknowledgement');
  const document = (await (await read(sold, id)).json()) as Body;
  expect(document['text'][0]).toMatch(/^Nous avons reçu votre rétractation le .* \d{2}:\d{2}:\d{2} UTC\+[12]\.$/);
  expect(document['lines']).toHaveLength(1);
});

test('documents whose seller is not heard of yet wait for it, and none of its order overtakes another', async () => {
  const stranger = newId();
  const sold = await sell(stranger);
  await ship(sold);
  await waitFor(
    async () =>
      (
        await shop.query<{ tries: number }>('SELECT tries FROM document_due WHERE order_id = $1 AND tries > 0', [
          sold.id,
        ])
      ).length > 0,
    { timeoutMs: 10_000, what: 'a try' },
  );
  await new PostgresDesk(shop.around.db.database).transact((tx) =>
    tx.documents.saveSellers([{ sellerId: stranger, version: 1, name: 'Late', country: 'FR' }]),
  );
  await shop.query('UPDATE document_due SET due_at = now() WHERE order_id = $1', [sold.id]);
  expect((await documentsOf(sold, 2)).map(({ kind }) => kind)).toEqual(['orderConfirmation', 'invoice']);
});
