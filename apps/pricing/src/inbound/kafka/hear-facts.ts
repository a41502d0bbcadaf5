import {
  marketChangedV1,
  orderCancelledV1,
  productChangedV1,
  saleRecordedV1,
  stockChangedV1,
  unitChangedV1,
} from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import { hears } from '@reprise/platform/messaging';
import type { Hearing } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';

type Adopt<F> = (tx: Tx, facts: readonly DataOf<F>[]) => Promise<void>;

/** Where pricing keeps its copies of what others own. */
export interface FactCopies {
  readonly adoptMarkets: Adopt<typeof marketChangedV1>;
  readonly adoptProducts: Adopt<typeof productChangedV1>;
  readonly adoptStock: Adopt<typeof stockChangedV1>;
  readonly adoptUnits: Adopt<typeof unitChangedV1>;
  /** Where what a tax service has to be told is kept until it has heard. */
  readonly noteSales: Adopt<typeof saleRecordedV1>;
  readonly noteCancellations: Adopt<typeof orderCancelledV1>;
}

/** What pricing hears, and keeps a copy of: it never asks another service. */
export function hearFacts(copies: FactCopies): Hearing[] {
  return [
    hears(marketChangedV1, {
      hear: (facts, tx) =>
        copies.adoptMarkets(
          tx,
          facts.map(({ data }) => data),
        ),
    }),
    hears(productChangedV1, {
      hear: (facts, tx) =>
        copies.adoptProducts(
          tx,
          facts.map(({ data }) => data),
        ),
    }),
    hears(stockChangedV1, {
      hear: (facts, tx) =>
        copies.adoptStock(
          tx,
          facts.map(({ data }) => data),
        ),
    }),
    hears(unitChangedV1, {
      hear: (facts, tx) =>
        copies.adoptUnits(
          tx,
          facts.map(({ data }) => data),
        ),
    }),
    // Sales of the other region are its own to report.
    hears(saleRecordedV1, {
      from: 'local',
      hear: (facts, tx) =>
        copies.noteSales(
          tx,
          facts.map(({ data }) => data),
        ),
    }),
    hears(orderCancelledV1, {
      hear: (facts, tx) =>
        copies.noteCancellations(
          tx,
          facts.map(({ data }) => data),
        ),
    }),
  ];
}
