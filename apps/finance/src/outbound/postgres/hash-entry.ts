import { createHash } from 'node:crypto';
import { canonicalJson, toIso } from '@reprise/kernel';
import type { NewEntry } from '../../domain/ledger/entry.js';
import type { Period } from '../../domain/ledger/period.js';

/** Where an entry stands, as far as its hash says so. */
export interface ChainPlace {
  readonly period: Period;
  readonly originalPeriod: Period | undefined;
  readonly sequence: number;
  /** Hash of the entry before it in the month; empty for the first. */
  readonly previousHash: string;
}

/** SHA-256 of everything an entry says and of the hash before it: one that is changed, left out or put in breaks every later one of its month. */
export function hashEntry(entry: NewEntry, place: ChainPlace): string {
  const { occurredAt, postings, ...rest } = entry;
  const said = {
    ...rest,
    ...place,
    occurredAt: toIso(occurredAt),
    postings: postings.map(({ amount, base, ...posting }) => ({ ...posting, amount, base })),
  };
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}
