import type { Outcome, Rejection } from '@reprise/kernel';
import { isRejection, Money, reject } from '@reprise/kernel';
import type { Books, Entity } from '../../domain/ledger/books.js';
import type { Period } from '../../domain/ledger/period.js';
import { periodOf } from '../../domain/ledger/period.js';
import type { AccountSums, LedgerBook, LedgerFilter, LedgerLine, LedgerPosition, TrialBalanceQuery } from './ports.js';

export type LedgerRejection = Rejection<'CursorMalformed' | 'EntityUnknown' | 'AccountUnknown'>;

export interface LedgerPage {
  readonly entity: Entity;
  readonly lines: readonly LedgerLine[];
  readonly nextCursor: string | null;
}

/** A trial balance: what stands on each account, and that it comes to nothing. */
export interface TrialBalance {
  readonly entity: Entity;
  readonly rows: readonly (AccountSums & { readonly name: string })[];
  /** By currency; a difference is a broken ledger. */
  readonly totals: readonly { readonly debit: Money; readonly credit: Money; readonly difference: Money }[];
  readonly baseDifference: Money;
  /** Movements that are known and not booked yet. */
  readonly due: number;
}

/** Reads the ledger: postings in the order of their chain, and trial balances. */
export class ReadLedger {
  constructor(
    private readonly book: LedgerBook,
    private readonly books: Books,
  ) {}

  async lines(query: {
    readonly filter: Omit<LedgerFilter, 'entity'> & { readonly entity?: string };
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<Outcome<LedgerPage, LedgerRejection>> {
    const { filter, limit, cursor } = query;
    const entity = this.entity(filter.entity);
    if (isRejection(entity)) return entity;
    if (filter.account !== undefined && !this.books.accounts.has(filter.account))
      return reject('AccountUnknown', `the chart has no account ${filter.account}`, { field: 'query.account' });
    const after = cursor === undefined ? undefined : ledgerPositionOf(cursor);
    if (isRejection(after)) return after;
    const found = await this.book.lines({
      filter: { ...filter, entity: entity.id },
      limit: limit + 1,
      ...(after && { after }),
    });
    const lines = found.slice(0, limit);
    const last = found.length > limit ? lines.at(-1) : undefined;
    return { entity, lines, nextCursor: last === undefined ? null : ledgerCursorOf(last) };
  }

  async trialBalance(
    query: Omit<TrialBalanceQuery, 'entity'> & { readonly entity?: string },
  ): Promise<Outcome<TrialBalance, LedgerRejection>> {
    const entity = this.entity(query.entity);
    if (isRejection(entity)) return entity;
    const { sums, due } = await this.book.trialBalance({ ...query, entity: entity.id });
    const currencies = [...new Set(sums.map(({ currency }) => currency))].sort();
    return {
      entity,
      rows: sums.map((row) => ({ ...row, name: this.books.accounts.get(row.account)?.name['en'] ?? row.account })),
      totals: currencies.map((currency) => {
        const own = sums.filter((row) => row.currency === currency);
        const total = (of: (row: AccountSums) => bigint): Money =>
          Money.ofMinor(
            own.reduce((sum, row) => sum + of(row), 0n),
            currency,
          );
        return {
          debit: total(({ debitMinor }) => debitMinor),
          credit: total(({ creditMinor }) => creditMinor),
          difference: total(({ openingMinor, debitMinor, creditMinor }) => openingMinor + debitMinor - creditMinor),
        };
      }),
      baseDifference: Money.ofMinor(
        sums.reduce((sum, row) => sum + row.openingBaseMinor + row.debitBaseMinor - row.creditBaseMinor, 0n),
        entity.currency,
      ),
      due,
    };
  }

  /** The company named, or the first of the books. */
  private entity(id: string | undefined): Outcome<Entity, Rejection<'EntityUnknown'>> {
    const entity = id === undefined ? this.books.entities[0] : this.books.entities.find((each) => each.id === id);
    if (entity) return entity;
    const known = this.books.entities.map((each) => each.id).join(', ');
    return reject('EntityUnknown', `the books know no company ${id}; they know ${known}`, { field: 'query.entity' });
  }
}

/** A position as an opaque text that is safe in a URL. */
export function ledgerCursorOf({ period, sequence, lineNo }: LedgerPosition): string {
  return Buffer.from(`${period} ${sequence} ${lineNo}`, 'utf8').toString('base64url');
}

/** The position a cursor stands for; anything we did not write is refused before it reaches SQL. */
export function ledgerPositionOf(cursor: string): Outcome<LedgerPosition, Rejection<'CursorMalformed'>> {
  const [period = '', sequence = '', lineNo = '', ...rest] = Buffer.from(cursor, 'base64url')
    .toString('utf8')
    .split(' ');
  const isOurs =
    rest.length === 0 && periodOf(period) !== undefined && /^\d{1,15}$/.test(sequence) && /^\d{1,4}$/.test(lineNo);
  if (isOurs) return { period: period as Period, sequence: Number(sequence), lineNo: Number(lineNo) };
  return reject('CursorMalformed', 'not a cursor of this list: pass `nextCursor` of the page before, unchanged', {
    field: 'query.cursor',
  });
}
