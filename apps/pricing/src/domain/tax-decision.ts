import type { Instant } from '@reprise/kernel';
import type { TaxLocation } from './locate-tax.js';
import type { QuoteRequest, QuoteRequestLine, TaxDecision } from './quote.js';
import { taxRules } from './tax-rules.js';
import type { TaxStack } from './tax-stack.js';

/** States why a line is taxed as its stack says, with all that an auditor would ask for. */
export function decisionOf(
  { buyer }: QuoteRequest,
  line: QuoteRequestLine,
  stack: TaxStack,
  location: TaxLocation,
  tables: readonly string[],
  now: Instant,
): TaxDecision {
  const { businessOf, placeCode } = location;
  const plain: TaxDecision = {
    rule: stack.rule,
    legalBasis: taxRules[stack.rule],
    tables,
    decidedAt: now,
    vatScheme: line.vatScheme,
    shipsFrom: line.shipsFrom,
    sellerEstablishedIn: line.sellerEstablishedIn ?? line.shipsFrom,
    shipsTo: placeCode,
  };
  // Most decisions need no more, and a spread costs as much as the rest of them.
  if (businessOf === undefined && stack.margin === undefined && stack.marginRefused === undefined) return plain;
  return {
    ...plain,
    ...(businessOf === undefined
      ? {}
      : { business: { state: businessOf, ...(buyer?.proof === undefined ? {} : { proof: buyer.proof }) } }),
    ...(stack.marginRefused === undefined ? {} : { marginRefused: stack.marginRefused }),
    ...(stack.margin === undefined
      ? {}
      : { marginRate: { jurisdiction: stack.margin.jurisdiction.code, ratePpm: stack.margin.ratePpm } }),
  };
}
