import type { DataOf } from '@reprise/contracts/events';
import type { Hearing } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import { marketChangedV1, productChangedV1 } from '@reprise/contracts/events';
import { hears } from '@reprise/platform/messaging';

/** Where a copy of what another region wrote is kept. */
export interface Copies {
  markets(tx: Tx, facts: readonly DataOf<typeof marketChangedV1>[]): Promise<void>;
  products(tx: Tx, facts: readonly DataOf<typeof productChangedV1>[]): Promise<void>;
}

/**
 * Hears the markets and products of the region that writes them, so that this one could take over. The writer need not hear itself.
 * `contracts` are replaced by specs, which listen on topics of their own.
 */
export function hearCopies(
  { region, writerRegion }: { readonly region: string; readonly writerRegion: string },
  copies: Copies,
  contracts = { market: marketChangedV1, product: productChangedV1 },
): readonly Hearing[] {
  if (region === writerRegion) return [];
  const from = [writerRegion];
  return [
    hears(contracts.market, {
      from,
      hear: (facts, tx) =>
        copies.markets(
          tx,
          facts.map((fact) => fact.data),
        ),
    }),
    hears(contracts.product, {
      from,
      hear: (facts, tx) =>
        copies.products(
          tx,
          facts.map((fact) => fact.data),
        ),
    }),
  ];
}
