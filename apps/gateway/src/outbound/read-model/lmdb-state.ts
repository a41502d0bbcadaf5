import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, RootDatabase } from 'lmdb';
import { open } from 'lmdb';
import type { NextOffset, StateChange, StateKind, States } from '../../application/ports.js';

export const stateKinds = ['market', 'product', 'seller', 'offer', 'stock'] as const satisfies readonly StateKind[];

/** Raise it when what is stored changes shape: the state is then rebuilt from Kafka instead of being misread. */
const FORMAT = 1;

/**
 * The folded state on disk: what was heard and up to where, written together, so that a crash at any moment leaves a state that continues
 * at exactly the right offset. It is a copy of what Kafka keeps: lost, it is rebuilt.
 */
export class LmdbState {
  private readonly stores: { readonly [Kind in StateKind]: Database<States[Kind], string> };
  private readonly meta: Database<unknown, string>;

  private constructor(
    private readonly root: RootDatabase,
    private readonly directory: string,
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
    };
    this.meta = root.openDB<unknown, string>({ name: 'meta' });
  }

  /**
   * Opens the state in a directory, made if need be. A state of another format is dropped first, and so is one that was opened twice
   * without being read to the end: LMDB maps its file into memory, so a damaged file does not throw, it kills the process.
   */
  static open(directory: string, onDropped: (reason: string) => void): LmdbState {
    mkdirSync(directory, { recursive: true });
    const attempts = attemptsOf(directory);
    if (attempts >= ATTEMPTS_MAX)
      return LmdbState.openAnew(directory, `could not be read in ${attempts} starts`, onDropped);
    writeFileSync(join(directory, attemptsFile), String(attempts + 1));
    const state = LmdbState.openAsItIs(directory);
    const format = state.meta.get('format');
    if (format === FORMAT) return state;
    if (format === undefined) return state.begin();
    void state.root.close();
    return LmdbState.openAnew(directory, `format ${String(format)} is not ${FORMAT}`, onDropped);
  }

  private static openAnew(directory: string, reason: string, onDropped: (reason: string) => void): LmdbState {
    onDropped(reason);
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    return LmdbState.openAsItIs(directory).begin();
  }

  private static openAsItIs(directory: string): LmdbState {
    return new LmdbState(open({ path: directory, maxDbs: 8, compression: false }), directory);
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
    for (const { value } of this.stores[kind].getRange({ snapshot: false })) yield value as States[Kind];
  }

  get<Kind extends StateKind>(kind: Kind, key: string): States[Kind] | undefined {
    return this.stores[kind].get(key) as States[Kind] | undefined;
  }

  /** Every key of a kind. */
  keys(kind: StateKind): string[] {
    return [...this.stores[kind].getKeys()];
  }

  /**
   * Writes states and offsets in one transaction. What it says is readable at once and reaches the disk in the background: after a power
   * cut the state is an older one, whole, and Kafka has the rest.
   */
  write(changes: readonly StateChange[], offsets: readonly NextOffset[], clusterId?: string): void {
    this.root.transactionSync(() => {
      for (const { kind, key, state } of changes) {
        const store = this.stores[kind] as Database<unknown, string>;
        if (state === undefined) store.removeSync(key);
        else store.putSync(key, state);
      }
      for (const { topic, partition, offset } of offsets)
        this.meta.putSync(`${offsetPrefix}${topic}:${partition}`, offset);
      if (clusterId !== undefined && clusterId !== this.clusterId) this.meta.putSync('cluster', clusterId);
    });
  }

  /** `topic:partition` to the offset it is to be read on from. */
  offsets(): Map<string, string> {
    const stored = this.meta.getRange({ start: offsetPrefix, end: `${offsetPrefix}\uffff` });
    return new Map([...stored].map(({ key, value }) => [key.slice(offsetPrefix.length), value as string]));
  }

  get clusterId(): string | undefined {
    return this.meta.get('cluster') as string | undefined;
  }

  /** True once this state held everything Kafka did at some moment: from then on it may answer, with or without Kafka. */
  get wasCaughtUp(): boolean {
    return this.meta.get('caught-up') === true;
  }

  markCaughtUp(): void {
    this.meta.putSync('caught-up', true);
  }

  /** Forgets where it was and that it was ever complete. */
  forgetProgress(): void {
    this.root.transactionSync(() => {
      for (const key of [...this.meta.getKeys()]) if (key !== 'format') this.meta.removeSync(key);
    });
  }

  close(): Promise<void> {
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
