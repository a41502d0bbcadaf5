import type { OrderId } from '@reprise/kernel';
import { invariant } from '@reprise/kernel';
import { mayMove } from '../domain/unit-life.js';
import type { UnitStatus } from '../domain/unit-words.js';
import type { Unit, UnitId } from '../domain/unit.js';
import type { StockTx } from './ports.js';
import type { UnitStep } from './unit-ports.js';

/** Units as one transaction leaves them, and the steps orders made them take: each changes once in version, however many steps it takes. */
export class UnitSheet {
  private readonly before = new Map<UnitId, Unit>();
  private readonly after = new Map<UnitId, Unit>();
  private readonly steps: UnitStep[] = [];

  constructor(units: Iterable<Unit>) {
    for (const unit of units) this.before.set(unit.unitId, unit);
  }

  add(units: Iterable<Unit>): void {
    for (const unit of units) if (!this.before.has(unit.unitId)) this.before.set(unit.unitId, unit);
  }

  /** All of them, as they stand on this sheet. */
  all(): Unit[] {
    return [...this.before.keys()].map((unitId) => this.unit(unitId));
  }

  unit(unitId: UnitId): Unit {
    const unit = this.after.get(unitId) ?? this.before.get(unitId);
    invariant(unit, `unit ${unitId} is not on this sheet`);
    return unit;
  }

  /** An order moves a unit. Where it is on sale or tested again no order has it. */
  move(unitId: UnitId, to: UnitStatus, orderId: OrderId, reason: string): void {
    const { orderId: _past, ...unit } = this.unit(unitId);
    invariant(
      mayMove(unit.status, to, 'order') || (unit.status === 'reserved' && to === 'reserved'),
      `order ${orderId} moves unit ${unitId} from ${unit.status} to ${to}`,
    );
    const belongs = to === 'reserved' || to === 'sold' || to === 'returned';
    const version = (this.before.get(unitId)?.version ?? 0) + 1;
    this.after.set(unitId, { ...unit, version, status: to, ...(belongs && { orderId }) });
    this.steps.push({ unitId, version, from: unit.status, to, by: 'order', actor: orderId, reason, orderId });
  }

  async save(tx: StockTx): Promise<void> {
    const moved = [...this.after.values()].sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
    await tx.units.save(moved, this.steps);
  }
}
