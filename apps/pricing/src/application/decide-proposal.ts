import type { Clock, Outcome, Rejection } from '@reprise/kernel';
import { invariant, isRejection, Money, reject } from '@reprise/kernel';
import type { MarketTerms } from '../domain/market-terms.js';
import { changeRow } from '../domain/price-proposal.js';
import type { PriceProposalSet, RowChange } from '../domain/price-proposal.js';
import type { ProposalBell } from './begin-proposal.js';
import type { Author } from './displayed-offers.js';
import type { MarketBook } from './ports.js';
import type { ProposalDesk, ProposalTx, RowSelection } from './proposal-ports.js';

export type ProposalRejection = Rejection<
  'PriceProposalNotFound' | 'PriceProposalNotInThatState' | 'ConcurrentModification'
>;

/** An edit as it was asked for: an amount is still text. */
export type AskedChange = Exclude<RowChange, { type: 'setAmount' }> | { type: 'setAmount'; amount: string };

/** Rows read and written at once while many are edited. */
const rowsAtOnce = 2_000;

/** What people do to a proposal in review: change rows, approve it, discard it. */
export class DecideProposal {
  constructor(
    private readonly desk: ProposalDesk,
    private readonly markets: MarketBook,
    private readonly bell: ProposalBell,
    private readonly clock: Clock,
  ) {}

  /** Changes every row of a selection, or none. */
  async edit(
    id: string,
    selection: RowSelection,
    asked: AskedChange,
    expectedVersion: number | undefined,
  ): Promise<
    Outcome<
      { readonly set: PriceProposalSet; readonly changedRows: number },
      ProposalRejection | Rejection<'ValidationFailed'>
    >
  > {
    const markets = await this.markets.current();
    return this.desk.inTransaction(async (tx) => {
      const set = await heldInReview(tx, id, expectedVersion);
      if (isRejection(set)) return set;
      const terms = markets.get(set.toMarket)?.terms;
      invariant(terms !== undefined, 'a market is never forgotten');
      const change = readChange(asked, set);
      if (isRejection(change)) return change;
      const changedRows = await editRows(tx, set, selection, change, terms);
      const edited = { ...set, version: set.version + 1 };
      await tx.save(edited);
      return { set: edited, changedRows };
    });
  }

  /** Approval lets prices be given in batches; discarding ends it. Either is said once. */
  async decide(
    id: string,
    decision: { readonly to: 'approve' | 'discard'; readonly acceptBelowCost: boolean },
    author: Author,
    expectedVersion: number | undefined,
  ): Promise<Outcome<PriceProposalSet, ProposalRejection | Rejection<'PriceProposalBelowCost'>>> {
    const decided = await this.desk.inTransaction(async (tx) => {
      const set = await heldInReview(tx, id, expectedVersion);
      if (isRejection(set)) return set;
      if (decision.to === 'approve' && !decision.acceptBelowCost) {
        const belowCost = await tx.countBelowCost(id);
        if (belowCost > 0) return refuseBelowCost(belowCost);
      }
      const status: PriceProposalSet['status'] = decision.to === 'approve' ? 'applying' : 'discarded';
      const saved = { ...set, status, version: set.version + 1, decision: { ...author, at: this.clock.now() } };
      await tx.save(saved);
      return saved;
    });
    this.bell.wake();
    return decided;
  }
}

async function editRows(
  tx: ProposalTx,
  set: PriceProposalSet,
  selection: RowSelection,
  change: RowChange,
  terms: MarketTerms,
): Promise<number> {
  let [changed, after]: [number, string | undefined] = [0, undefined];
  for (;;) {
    const rows = await tx.rows(set, selection, { after, limit: rowsAtOnce });
    const offers = await tx.offers(rows.map(({ offerId }) => offerId));
    const edited = rows.flatMap((row) => {
      const offer = offers.get(row.offerId);
      return offer === undefined ? [] : [changeRow(row, change, offer, terms, set.outlierPpm)];
    });
    await tx.saveRows(set.id, edited);
    changed += edited.length;
    if (rows.length < rowsAtOnce) return changed;
    after = rows.at(-1)?.offerId;
  }
}

async function heldInReview(
  tx: ProposalTx,
  id: string,
  expectedVersion: number | undefined,
): Promise<Outcome<PriceProposalSet, ProposalRejection>> {
  const set = await tx.hold(id);
  if (set === undefined) return noSuchProposal(id);
  if (expectedVersion !== undefined && expectedVersion !== set.version)
    return reject(
      'ConcurrentModification',
      `The proposal is at version ${set.version}, you read ${expectedVersion}: look at what changed and decide again.`,
      { field: 'headers.if-match', details: { version: set.version } },
    );
  if (set.status === 'review') return set;
  return reject('PriceProposalNotInThatState', `The proposal is ${set.status}, not in review.`, {
    details: { status: set.status },
  });
}

export function noSuchProposal(id: string): Rejection<'PriceProposalNotFound'> {
  return reject('PriceProposalNotFound', `There is no proposal ${id}.`, { field: 'path.proposalId' });
}

function refuseBelowCost(rows: number): Rejection<'PriceProposalBelowCost'> {
  return reject(
    'PriceProposalBelowCost',
    `${rows} prices are below what a unit on the shelf cost: change or exclude them, or accept it.`,
    { field: 'acceptBelowCost', details: { belowCost: rows } },
  );
}

function readChange(
  asked: AskedChange,
  { currency }: PriceProposalSet,
): Outcome<RowChange, Rejection<'ValidationFailed'>> {
  if (asked.type !== 'setAmount') return asked;
  const price = Money.parse(asked.amount, currency);
  if (isRejection(price)) return reject('ValidationFailed', `${price.message}.`, { field: 'change.amount' });
  return { type: 'setAmount', price };
}
