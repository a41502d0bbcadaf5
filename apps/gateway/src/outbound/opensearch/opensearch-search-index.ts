import type {
  ProductInIndex,
  ProductOnSale,
  SearchIndex,
  SearchPage,
  SearchQuery,
  SearchWriter,
} from '../../application/ports.js';
import { documentOf } from './document-of.js';
import { indexDefinition } from './index-definition.js';
import type { OpenSearchClient } from './opensearch-client.js';
import { searchRequestOf } from './search-request.js';
import { searchPageOf } from './search-response.js';

export interface OpenSearchIndexOptions {
  readonly onFault: (error: unknown) => void;
  /** How long changes are gathered before they are sent. */
  readonly flushMs?: number;
  /** Documents a request. */
  readonly batch?: number;
}

const RETRY_MS = 1_000;

/**
 * Search by a server of its own, for shops that outgrow one process's memory. Changes are kept as "this product in this market changed"
 * until the server has taken them, and are sent as what is true then: a document is never older than what was sent before it, and a
 * server that was away is caught up with. Every gateway writes what it folded; all fold the same facts, so they write the same.
 */
export class OpenSearchIndex implements SearchIndex, SearchWriter {
  private readonly products = new Map<number, ProductInIndex>();
  private readonly rows = new Map<string, number>();
  private readonly onSale = new Map<string, Map<number, ProductOnSale>>();
  /** Ids of removed products, until their documents are. */
  private readonly removed = new Map<number, string>();
  /** `market row` of documents to send. */
  private readonly dirty = new Set<string>();
  private created = false;
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly client: OpenSearchClient,
    private readonly options: OpenSearchIndexOptions,
  ) {}

  describe(row: number, product: ProductInIndex | undefined): void {
    const before = this.products.get(row);
    if (product === undefined) {
      if (before === undefined) return;
      this.products.delete(row);
      this.rows.delete(before.productId);
      this.removed.set(row, before.productId);
    } else {
      this.products.set(row, product);
      this.rows.set(product.productId, row);
      this.removed.delete(row);
    }
    for (const market of this.onSale.keys()) this.mark(market, row);
  }

  putOnSale(row: number, market: string, onSale: ProductOnSale): void {
    let shelf = this.onSale.get(market);
    if (shelf === undefined) {
      this.onSale.set(market, (shelf = new Map<number, ProductOnSale>()));
      // A new market lists everything there is, sold in it or not.
      for (const known of this.products.keys()) this.mark(market, known);
    }
    shelf.set(row, onSale);
    this.mark(market, row);
  }

  async search(query: SearchQuery): Promise<SearchPage> {
    const answered = await this.client.search(searchRequestOf(query));
    return searchPageOf(answered, query.limit, (productId) => this.rows.get(productId));
  }

  /** Sends what is waiting; resolves when all of it was taken or the server failed. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    return (this.flushing = this.flushing.then(() => this.send()));
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.flush();
    clearTimeout(this.timer);
  }

  private mark(market: string, row: number): void {
    this.dirty.add(`${market} ${row}`);
    this.schedule(this.options.flushMs ?? 100);
  }

  private schedule(delayMs: number): void {
    if (this.closed) return;
    this.timer ??= setTimeout(() => void this.flush(), delayMs).unref();
  }

  private async send(): Promise<void> {
    try {
      if (!this.created) await this.client.createIndex(indexDefinition);
      this.created = true;
      while (this.dirty.size > 0) {
        const batch = [...this.dirty].slice(0, this.options.batch ?? 500);
        for (const name of batch) this.dirty.delete(name);
        const refused = await this.sendBatch(batch);
        for (const name of refused) this.dirty.add(name);
        if (refused.length > 0) return this.schedule(RETRY_MS);
      }
    } catch (error) {
      this.options.onFault(error);
      this.schedule(RETRY_MS);
    }
  }

  /** The names that were not taken: told to come again later, or never answered. */
  private async sendBatch(batch: readonly string[]): Promise<readonly string[]> {
    const names = new Map<string, string>();
    const lines = batch.flatMap((name) => {
      const [market = '', row = ''] = name.split(' ');
      const { id, action } = this.actionOf(market, Number(row));
      if (id === undefined) return [];
      names.set(id, name);
      return action;
    });
    if (lines.length === 0) return [];
    try {
      const results = await this.client.bulk(lines);
      // 404 is a document removed that was never there.
      return results.flatMap(({ id, status }) => (status < 300 || status === 404 ? [] : (names.get(id) ?? [])));
    } catch (error) {
      for (const name of batch) this.dirty.add(name);
      throw error;
    }
  }

  private actionOf(market: string, row: number): { id: string | undefined; action: string[] } {
    const product = this.products.get(row);
    if (product === undefined) {
      const productId = this.removed.get(row);
      if (productId === undefined) return { id: undefined, action: [] };
      const id = `${market}:${productId}`;
      return { id, action: [JSON.stringify({ delete: { _id: id } })] };
    }
    const id = `${market}:${product.productId}`;
    const onSale = this.onSale.get(market)?.get(row) ?? { cells: [], offerCount: 0 };
    if (onSale.hidden) return { id, action: [JSON.stringify({ delete: { _id: id } })] };
    return {
      id,
      action: [JSON.stringify({ index: { _id: id } }), JSON.stringify(documentOf(product, market, onSale))],
    };
  }
}
