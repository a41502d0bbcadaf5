import { ListSales } from './list-sales.js';
import type { SalesPosition, StoredSale } from './ports.js';
import { SalesBook } from './ports.js';
import { cursorOf, positionOf } from './sales-cursor.js';

const eventId = '0199d3a0-0000-7000-8000-000000000030';
const position = { occurredAt: '2026-11-24T08:00:00.123456Z', eventId };

class BookOf extends SalesBook {
  asked: { after?: SalesPosition; limit: number } | undefined;
  constructor(private readonly count: number) {
    super();
  }
  override async read(query: { after?: SalesPosition; limit: number }) {
    this.asked = query;
    const sale: StoredSale = { eventId, region: 'eu', occurredAt: new Date(), said: {}, position };
    return { sales: Array.from({ length: Math.min(this.count, query.limit) }, () => sale), totals: [] };
  }
}

test('a cursor is read back to the microsecond it was made of', () => {
  expect(positionOf(cursorOf(position))).toEqual(position);
});

test.each(['', '%', 'bm90IG91cnM', Buffer.from(`${position.occurredAt} x' OR 1=1`).toString('base64url')])(
  'the cursor %p is refused before it reaches the book',
  async (cursor) => {
    const book = new BookOf(3);
    const page = await new ListSales(book).run({ filter: {}, limit: 2, cursor });
    expect(page).toMatchObject({ kind: 'rejection', code: 'CursorMalformed', field: 'query.cursor' });
    expect(book.asked).toBeUndefined();
  },
);

test('a full page with more behind it answers a cursor, the last page answers none', async () => {
  const more = await new ListSales(new BookOf(3)).run({ filter: {}, limit: 2 });
  expect(more).toMatchObject({ sales: [{}, {}], nextCursor: cursorOf(position) });
  const exact = await new ListSales(new BookOf(2)).run({ filter: {}, limit: 2 });
  expect(exact).toMatchObject({ sales: [{}, {}], nextCursor: null });
});
