import type { Grade } from '../domain/unit-words.js';
import type { Outcome, Rejection, SellerId } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { StockLevel } from '../domain/stock-level.js';
import { availableOf } from '../domain/stock-level.js';
import type { UnitGateRejection } from '../domain/unit-gates.js';
import { refuseStatus } from '../domain/unit-gates.js';
import { mayMove, movesOpenTo } from '../domain/unit-life.js';
import type { Unit, UnitChecks, UnitId } from '../domain/unit.js';
import { countUnits } from './count-units.js';
import type { StockRoom, StockTx } from './ports.js';

export interface UnitMove {
  readonly to: 'received' | 'tested' | 'listed' | 'scrapped';
  readonly reason: string;
  readonly checks?: UnitChecks | undefined;
  readonly grade?: Grade | undefined;
  readonly batteryHealth?: number | undefined;
}

export type MoveRejection = UnitGateRejection | Rejection<'UnitNotFound' | 'UnitTransitionNotAllowed' | 'UnitPromised'>;

/** A seller moves a unit on: tests it, lists it, takes it off sale, scraps it. */
export class MoveUnit {
  constructor(private readonly room: StockRoom) {}

  run(sellerId: SellerId, unitId: UnitId, move: UnitMove): Promise<Outcome<Unit, MoveRejection>> {
    return this.room.transact((tx) => this.move(tx, sellerId, unitId, move));
  }

  private async move(
    tx: StockTx,
    sellerId: SellerId,
    unitId: UnitId,
    move: UnitMove,
  ): Promise<Outcome<Unit, MoveRejection>> {
    const seen = await tx.units.find(sellerId, unitId);
    if (seen === undefined) return unitNotFound();
    const offer = (await tx.units.findOffers(sellerId, [seen.sku])).get(seen.sku);
    // Levels are locked before units, by everybody.
    const sheet = await tx.lockLevels(offer === undefined ? [] : [offer.offerId]);
    const [unit = seen] = await tx.units.lock([unitId]);
    if (unit.status === move.to) return unit;
    if (!mayMove(unit.status, move.to, 'seller')) return refuseMove(unit, move.to);
    const moved = movedUnit(unit, move);
    const refusal =
      refuseStatus(move.to, moved, offer) ?? (offer && refusePromised(sheet.levelOf(offer.offerId), unit, move));
    if (refusal) return refusal;
    const { version } = moved;
    const step = { unitId, version, from: unit.status, to: move.to, by: 'seller', actor: sellerId } as const;
    await tx.units.save([moved], [{ ...step, reason: move.reason }]);
    await countUnits(tx, sheet, offer === undefined ? [] : [offer.offerId]);
    await tx.saveSheet(sheet);
    return moved;
  }
}

export function unitNotFound(): Rejection<'UnitNotFound'> {
  return reject('UnitNotFound', 'You have no unit with this id.', { field: 'path.unitId' });
}

/** A unit whose sale is over starts anew: the order it left with is in its history. */
function movedUnit(unit: Unit, { to, checks, grade, batteryHealth }: UnitMove): Unit {
  const { orderId: _past, ...kept } = unit;
  return {
    ...kept,
    version: unit.version + 1,
    status: to,
    ...(checks !== undefined && { checks }),
    ...(grade !== undefined && { grade }),
    ...(batteryHealth !== undefined && { batteryHealth }),
  };
}

/** Units that are on sale and all promised stay: a seller cannot un-promise. What is broken is scrapped all the same. */
function refusePromised(level: StockLevel, { status }: Unit, { to }: UnitMove): MoveRejection | undefined {
  if (level.countedBy !== 'units' || status !== 'listed' || to !== 'tested' || availableOf(level) > 0) return undefined;
  return reject('UnitPromised', 'Every listed unit of this offer is promised to a cart or an order.', { field: 'to' });
}

function refuseMove({ status }: Unit, to: UnitMove['to']): MoveRejection {
  const open = movesOpenTo(status, 'seller');
  const ways = open.length === 0 ? 'Its seller cannot move it from there' : `From there it can be ${open.join(' or ')}`;
  return reject('UnitTransitionNotAllowed', `The unit is ${status} and cannot be ${to}. ${ways}.`, {
    field: 'to',
    details: { status, allowed: open },
  });
}
