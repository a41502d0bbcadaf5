import {
  marketChangedV1,
  orderCancelledV1,
  productChangedV1,
  returnChangedV1,
  saleRecordedV1,
  shipmentChangedV1,
  stockChangedV1,
  unitChangedV1,
} from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import { hears } from '@reprise/platform/messaging';
import type { HeardFact, Hearing } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';

type Adopt<F> = (tx: Tx, facts: readonly DataOf<F>[]) => Promise<void>;

/** When it happened is part of what is counted. */
type Count<F> = (tx: Tx, facts: readonly HeardFact<DataOf<F>>[]) => Promise<void>;

/** Where pricing keeps its copies of what others own. */
export interface FactCopies {
  readonly adoptMarkets: Adopt<typeof marketChangedV1>;
  readonly adoptProducts: Adopt<typeof productChangedV1>;
  readonly adoptStock: Adopt<typeof stockChangedV1>;
  readonly adoptUnits: Adopt<typeof unitChangedV1>;
  /** Where what a tax service has to be told is kept until it has heard. */
  readonly noteSales: Adopt<typeof saleRecordedV1>;
  readonly noteCancellations: Adopt<typeof orderCancelledV1>;
  /** Where sales, parcels and returns are counted by seller. */
  readonly countSales: Count<typeof saleRecordedV1>;
  readonly countShipments: Count<typeof shipmentChangedV1>;
  readonly countReturns: Count<typeof returnChangedV1>;
  /** Whose sellers are to be looked at again. */
  readonly markMarketsDue: (tx: Tx, markets: readonly string[]) => Promise<void>;
}

/** What pricing hears, and keeps a copy of: it never asks another service. */
export function hearFacts(copies: FactCopies): Hearing[] {
  return [
    hears(marketChangedV1, {
      hear: async (facts, tx) => {
        await copies.adoptMarkets(
          tx,
          facts.map(({ data }) => data),
        );
        await copies.markMarketsDue(
          tx,
          facts.map(({ data }) => data.market),
        );
      },
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
      hear: async (facts, tx) => {
        await copies.noteSales(
          tx,
          facts.map(({ data }) => data),
        );
        await copies.countSales(tx, facts);
      },
    }),
    hears(shipmentChangedV1, { hear: (facts, tx) => copies.countShipments(tx, facts) }),
    hears(returnChangedV1, { hear: (facts, tx) => copies.countReturns(tx, facts) }),
    hears(orderCancelledV1, {
      hear: (facts, tx) =>
        copies.noteCancellations(
          tx,
          facts.map(({ data }) => data),
        ),
    }),
  ];
}
