import type { Grade } from '@reprise/contracts';
import { toIso } from '@reprise/kernel';
import type { Money } from '@reprise/kernel';
import type { RowCounts } from '../../application/proposal-ports.js';
import type { PriceProposalSet, ProposalRow, SeedingRefusal } from '../../domain/price-proposal.js';
import { rateJson } from './fx.controller.js';

/** A set as operations read it. */
export function proposalJson(set: PriceProposalSet, counts: RowCounts) {
  const { begun, decision, rates, builtTo: _, ...terms } = set;
  return {
    ...terms,
    rates: rates.map(rateJson),
    createdAt: toIso(begun.at),
    createdBy: begun.actor,
    why: begun.why,
    decision: decision === undefined ? null : { by: decision.actor, at: toIso(decision.at), why: decision.why },
    counts,
  };
}

/** One offer of a set. */
export function proposalRowJson(row: ProposalRow) {
  const { steps, reference, skipped, deviationPpm, blockers, grade, ...rest } = row;
  return {
    ...rest,
    grade: grade as Grade,
    from: row.from.toJSON(),
    converted: steps.converted.toJSON(),
    withMargin: steps.withMargin.toJSON(),
    proposed: steps.price.toJSON(),
    price: row.price.toJSON(),
    minPrice: orNull(steps.minPrice),
    maxPrice: orNull(steps.maxPrice),
    reference: reference === undefined ? null : { price: reference.price.toJSON(), of: reference.of },
    deviationPpm: deviationPpm ?? null,
    unitCost: orNull(row.unitCost),
    blockers: [...blockers],
    skipped: skipped ?? null,
  };
}

/** What a seller said, or that it has said nothing. */
export function refusalJson(refusal: SeedingRefusal | undefined) {
  return {
    everywhere: refusal?.everywhere ?? false,
    markets: [...(refusal?.markets ?? [])],
    skus: [...(refusal?.skus ?? [])],
  };
}

function orNull(money: Money | undefined) {
  return money === undefined ? null : money.toJSON();
}
