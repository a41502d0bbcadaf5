import type { Outcome, Rejection, SellerId } from '@reprise/kernel';
import type { Unit, UnitId } from '../domain/unit.js';
import { unitNotFound } from './move-unit.js';
import type { StockRoom } from './ports.js';
import type { DatedStep, UnitFilter } from './unit-ports.js';

export interface UnitPage {
  readonly units: readonly Unit[];
  readonly nextCursor: UnitId | null;
}

/** Reads the ledger on behalf of one seller; another's units do not exist for it. */
export class ReadUnits {
  constructor(private readonly room: StockRoom) {}

  one(
    sellerId: SellerId,
    unitId: UnitId,
  ): Promise<Outcome<{ readonly unit: Unit; readonly steps: readonly DatedStep[] }, Rejection<'UnitNotFound'>>> {
    return this.room.transact(async (tx) => {
      const unit = await tx.units.find(sellerId, unitId);
      return unit === undefined ? unitNotFound() : { unit, steps: await tx.units.stepsOf(unitId) };
    });
  }

  page(
    sellerId: SellerId,
    filter: UnitFilter,
    { limit, cursor }: { readonly limit: number; readonly cursor?: UnitId | undefined },
  ): Promise<UnitPage> {
    return this.room.transact(async (tx) => {
      // One more than asked for tells whether there is a next page.
      const units = await tx.units.list(sellerId, filter, limit + 1, cursor);
      const shown = units.slice(0, limit);
      return { units: shown, nextCursor: units.length > limit ? (shown.at(-1)?.unitId ?? null) : null };
    });
  }
}
