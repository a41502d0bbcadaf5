import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, RootDatabase } from 'lmdb';
import { open } from 'lmdb';
import type { NextOffset, StateChange, StateKind, States } from '../../application/ports.js';
import { PendingWrites } from './pending-writes.js';

export const stateKinds = [
  'market',
  'product',
  'seller',
  'offer',
  'stock',
  'price',
] as const satisfies readonly StateKind[];

/** Raise it when what is stored changes shape: the state is then rebuilt from Kafka instead of being misread. */
const FORMAT = 1;

/** A commit rewrites a page a key, near enough: many changes share one, and few wait for it a tenth of a second. */
const PENDING_MAX = 4_096;
const PENDING_MS = 100;

/**
 * The folded state on disk: what was heard and up to where, written together, so that a crash at any moment leaves a state that continues
 * at exactly the right offset. It is a copy of what Kafka keeps: lost, it is rebuilt; a moment behind, as it is while changes are gathered
 * into one commit, it reads the rest again. Nobody who reads through it sees that.
 */
export class LmdbState {
  private readonly stores: { readonly [Kind in StateKind]: Database<States[Kind], string> };
  private readonly meta: Database<unknown, string>;
  private readonly pending = new PendingWrites();
  private flushTimer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly root: RootDatabase,
    private readonly directory: string,
    private readonly onWriteFailed: (error: unknown) => void,
  ) {
    const store = <Kind extends StateKind>(name: Kind): Database<States[Kind], string> =>
      // Field names are stored once a shape instead of once a record.
      root.openDB<States[Kind], string>({ name, sharedStructuresKey: Symbol.for('structures') });
    this.stores = {
      market: store('market'),
      product: store('product'),
      seller: store('seller'),
      offer: store('offer'),
      stock: store('stock'),
      price: store('price'),
    };
    this.meta = root.openDB<unknown, string>({ name: 'meta' });
  }

  /**
   * Opens the state in a directory, made if need be. A state of another format is dropped first, and so is one that was opened twice
   * without being read to the end: LMDB maps its file into memory, so a damaged file does not throw, it kills the process.
   */
  static open(
    directory: string,
    onDropped: (reason: string) => void,
    onWriteFailed: (error: unknown) => void = () => undefined,
  ): LmdbState {
    mkdirSync(directory, { recursive: true });
    const attempts = attemptsOf(directory);
    if (attempts >= ATTEMPTS_MAX)
      return LmdbState.openAnew(directory, `could not be read in ${attempts} starts`, onDropped, onWriteFailed);
    writeFileSync(join(directory, attemptsFile), String(attempts + 1));
    const state = LmdbState.openAsItIs(directory, onWriteFailed);
    const format = state.meta.get('format');
    if (format === FORMAT) return state;
    if (format === undefined) return state.begin();
    void state.root.close();
    return LmdbState.openAnew(directory, `format ${String(format)} is not ${FORMAT}`, onDropped, onWriteFailed);
  }

  private static openAnew(
    directory: string,
    reason: string,
    onDropped: (reason: string) => void,
    onWriteFailed: (error: unknown) => void,
  ): LmdbState {
    onDropped(reason);
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    return LmdbState.openAsItIs(directory, onWriteFailed).begin();
  }

  private static openAsItIs(directory: string, onWriteFailed: (error: unknown) => void): LmdbState {
    return new LmdbState(open({ path: directory, maxDbs: 8, compression: false }), directory, onWriteFailed);
  }

  private begin(): this {
    this.meta.putSync('format', FORMAT);
    return this;
  }

  /** Everything was read: the file is sound. */
  confirmReadable(): void {
    rmSync(join(this.directory, attemptsFile), { force: true });
  }

  /** Every key and state of a kind. */
  *all<Kind extends StateKind>(kind: Kind): Generator<States[Kind]> {
    this.flush();
    for (const { value } of this.stores[kind].getRange({ snapshot: false })) yield value as States[Kind];
  }

  get<Kind extends StateKind>(kind: Kind, key: string): States[Kind] | undefined {
    const pending = this.pending.find(kind, key);
    if (pending !== undefined) return pending.state as States[Kind] | undefined;
    return this.stores[kind].get(key) as States[Kind] | undefined;
  }

  /** Every key of a kind. */
  keys(kind: StateKind): string[] {
    this.flush();
    return [...this.stores[kind].getKeys()];
  }

  /** Takes states and offsets, which are readable at once and on disk soon, in one transaction. Throws when what is gathered cannot be written. */
  write(changes: readonly StateChange[], offsets: readonly NextOffset[], clusterId?: string): void {
    this.pending.add(changes, offsets, clusterId);
    if (this.pending.size >= PENDING_MAX) this.flush();
    else this.flushTimer ??= setTimeout(() => this.flushPatiently(), PENDING_MS);
  }

  /**
   * Writes what was gathered in one transaction, which reaches the disk in the background: after a power cut the state is an older one,
   * whole, and Kafka has the rest.
   */
  flush(): void {
    clearTimeout(this.flushTimer);
    this.flushTimer = undefined;
    if (this.pending.isEmpty) return;
    const { clusterId } = this.pending;
    this.root.transactionSync(() => {
      for (const { kind, key, state } of this.pending.changes()) {
        const store = this.stores[kind] as Database<unknown, string>;
        if (state === undefined) store.removeSync(key);
        else store.putSync(key, state);
      }
      for (const { topic, partition, offset } of this.pending.offsets())
        this.meta.putSync(`${offsetPrefix}${topic}:${partition}`, offset);
      if (clusterId !== undefined && clusterId !== this.meta.get('cluster')) this.meta.putSync('cluster', clusterId);
    });
    this.pending.clear();
  }

  /** A disk that is full now may have room soon; until then changes gather, and past the limit whoever brings more hears of it. */
  private flushPatiently(): void {
    this.flushTimer = undefined;
    try {
      this.flush();
    } catch (error) {
      this.onWriteFailed(error);
      this.flushTimer = setTimeout(() => this.flushPatiently(), PENDING_MS * 10);
    }
  }

  /** `topic:partition` to the offset it is to be read on from. */
  offsets(): Map<string, string> {
    this.flush();
    const stored = this.meta.getRange({ start: offsetPrefix, end: `${offsetPrefix}\uffff` });
    return new Map([...stored].map(({ key, value }) => [key.slice(offsetPrefix.length), value as string]));
  }

  get clusterId(): string | undefined {
    return this.pending.clusterId ?? (this.meta.get('cluster') as string | undefined);
  }

  /** True once this state held everything Kafka did at some moment: from then on it may answer, with or without Kafka. */
  get wasCaughtUp(): boolean {
    return this.meta.get('caught-up') === true;
  }

  markCaughtUp(): void {
    this.flush();
    this.meta.putSync('caught-up', true);
  }

  /** Forgets where it was and that it was ever complete. */
  forgetProgress(): void {
    this.flush();
    this.root.transactionSync(() => {
      for (const key of [...this.meta.getKeys()]) if (key !== 'format') this.meta.removeSync(key);
    });
  }

  async close(): Promise<void> {
    this.flush();
    return this.root.close();
  }
}

const offsetPrefix = 'offset/';

/** Says how many starts began to read the state and never finished. */
const attemptsFile = 'unread';
/** One may have been killed half-way; twice in a row is the file. */
const ATTEMPTS_MAX = 2;

function attemptsOf(directory: string): number {
  try {
    return Number(readFileSync(join(directory, attemptsFile), 'utf8')) || 0;
  } catch {
    return 0;
  }
}
