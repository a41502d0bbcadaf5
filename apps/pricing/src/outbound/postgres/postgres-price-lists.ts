import { instantOfEpochMs } from '@reprise/kernel';
import type { Instant } from '@reprise/kernel';
import type { Database, Tx } from '@reprise/platform/persistence';
import type { Author } from '../../application/displayed-offers.js';
import type { PriceLists, PriceListTx, StoredPriceList } from '../../application/price-lists.js';
import { compilePriceList } from '../../domain/compile-price-list.js';
import type { StatedPriceList } from '../../domain/compile-price-list.js';
import type { PriceList } from '../../domain/price-list.js';
import { noPriceLists, PriceListIndex } from '../../domain/price-list-index.js';
import { plan, unplan } from './repricing-rows.js';
import { readScheduledOfLate } from './scheduled-price-rows.js';

type Read = Pick<Tx, 'query'>;

interface ListRow {
  readonly list_id: string;
  readonly version: number;
  readonly content: { readonly currency: string; readonly stated: StatedPriceList } | null;
  readonly changed_at: Date;
  readonly actor: string;
  readonly actor_role: string;
  readonly why: string;
}

const columns = 'list_id, version, content, changed_at, actor, actor_role, why';

/** Whoever prices offers shares it, whoever changes a list or collects what a boundary touches has it alone. */
const lock = "hashtext('price-lists')";

/** Price lists in PostgreSQL: append-only, the highest version holds. Compiled once a change of any. */
export class PostgresPriceLists implements PriceLists {
  private compiled: { readonly upTo: string | null; readonly index: PriceListIndex } = {
    upTo: null,
    index: noPriceLists,
  };

  constructor(private readonly database: Database) {}

  current(): Promise<PriceListIndex> {
    return this.read(this.database);
  }

  /** The lists as they are until the transaction ends. */
  async holdSteady(tx: Tx): Promise<PriceListIndex> {
    await tx.query(`SELECT pg_advisory_xact_lock_shared(${lock})`);
    return this.read(tx);
  }

  /** Waits for everybody who prices offers with what held before. */
  async holdAlone(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(${lock})`);
  }

  async newest(id: string): Promise<StoredPriceList | undefined> {
    return newestOf(this.database, id);
  }

  async page({
    market,
    after,
    limit,
  }: {
    readonly market: string | undefined;
    readonly after: string | undefined;
    readonly limit: number;
  }): Promise<readonly StoredPriceList[]> {
    const rows = await this.database.query<ListRow>(
      `SELECT * FROM (SELECT DISTINCT ON (list_id) ${columns}, market FROM price_list_change ORDER BY list_id, version DESC) newest
       WHERE content IS NOT NULL AND ($1::text IS NULL OR market = $1) AND list_id > $2 ORDER BY list_id LIMIT $3`,
      [market ?? null, after ?? '', limit],
    );
    return rows.map(storedOf);
  }

  /** When prices have to be looked at next. */
  async nextDue(): Promise<Instant | undefined> {
    const [row] = await this.database.query<{ due_at: Date | null }>('SELECT min(due_at) AS due_at FROM repricing');
    return row?.due_at == null ? undefined : instantOfEpochMs(row.due_at.getTime());
  }

  change<T>(work: (tx: PriceListTx) => Promise<T>): Promise<T> {
    return this.database.inTransaction(async (tx) => {
      await this.holdAlone(tx);
      return work(new PostgresPriceListTx(tx, (read) => this.read(read)));
    });
  }

  /** Changes are serial and numbered by one sequence, so the highest id says whether anything has changed. */
  private async read(from: Read): Promise<PriceListIndex> {
    const [newest] = await from.query<{ up_to: string | null }>(
      `SELECT greatest((SELECT max(change_id) FROM price_list_change), (SELECT max(change_id) FROM scheduled_price_change)) AS up_to`,
    );
    const upTo = newest?.up_to ?? null;
    if (this.compiled.upTo === upTo) return this.compiled.index;
    const rows = await from.query<ListRow>(
      `SELECT DISTINCT ON (list_id) ${columns} FROM price_list_change WHERE change_id <= $1 ORDER BY list_id, version DESC`,
      [upTo],
    );
    const scheduled = await readScheduledOfLate(from);
    const index = new PriceListIndex(
      rows.flatMap((row) => storedOf(row).list ?? []),
      scheduled,
    );
    this.compiled = { upTo, index };
    return index;
  }
}

class PostgresPriceListTx implements PriceListTx {
  constructor(
    private readonly tx: Tx,
    private readonly read: (from: Read) => Promise<PriceListIndex>,
  ) {}

  newest(id: string): Promise<StoredPriceList | undefined> {
    return newestOf(this.tx, id);
  }

  current(): Promise<PriceListIndex> {
    return this.read(this.tx);
  }

  async unknownOffers(offerIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.tx.query<{ id: string }>(
      'SELECT id FROM unnest($1::uuid[]) AS id WHERE NOT EXISTS (SELECT FROM offer WHERE offer_id = id)',
      [offerIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async append(version: Parameters<PriceListTx['append']>[0]): Promise<void> {
    const { id, market, currency, stated, changedAt, author } = version;
    await this.tx.query(
      `INSERT INTO price_list_change (list_id, version, market, content, changed_at, actor, actor_role, why)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        version.version,
        market,
        stated === undefined ? null : JSON.stringify({ currency, stated }),
        new Date(changedAt),
        author.actor,
        author.role,
        author.why,
      ],
    );
  }

  unplan(id: string, after: Instant): Promise<void> {
    return unplan(this.tx, id, after);
  }

  plan(list: PriceList, moments: readonly Instant[], author: Author): Promise<void> {
    return plan(this.tx, list, moments, author);
  }
}

async function newestOf(from: Read, id: string): Promise<StoredPriceList | undefined> {
  const [row] = await from.query<ListRow>(
    `SELECT ${columns} FROM price_list_change WHERE list_id = $1 ORDER BY version DESC LIMIT 1`,
    [id],
  );
  return row && storedOf(row);
}

function storedOf({ list_id: id, version, content, changed_at, actor, actor_role, why }: ListRow): StoredPriceList {
  return {
    id,
    version,
    changedAt: instantOfEpochMs(changed_at.getTime()),
    author: { actor, role: actor_role, why },
    stated: content?.stated,
    list: content === null ? undefined : compilePriceList(content.stated, { id, version, currency: content.currency }),
  };
}
