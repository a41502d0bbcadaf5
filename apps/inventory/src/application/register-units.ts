import type { LocalDay, SellerId, Rejection } from '@reprise/kernel';
import { isRejection, newId, reject } from '@reprise/kernel';
import type { StatedUnit, StatementRejection, UnitStatement } from '../domain/read-unit-statement.js';
import { readUnitStatement } from '../domain/read-unit-statement.js';
import type { UnitGateRejection } from '../domain/unit-gates.js';
import { refuseStatus } from '../domain/unit-gates.js';
import { stepsTo } from '../domain/unit-life.js';
import type { Unit, UnitId } from '../domain/unit.js';
import { identitiesOf } from '../domain/unit.js';
import { countUnits } from './count-units.js';
import type { StockRoom, StockTx } from './ports.js';
import type { UnitOffer, UnitStep } from './unit-ports.js';

export type RegistrationRejection =
  StatementRejection | UnitGateRejection | Rejection<'UnitIdentityActive' | 'UnitAlreadyRegistered'>;

/** What became of one statement. */
export type Registration = { readonly change: 'created' | 'unchanged'; readonly unit: Unit } | RegistrationRejection;

/**
 * Puts units into the ledger, any number at once, each by itself: what is refused leaves nothing and stops nobody else. The same device from
 * the same purchase is one unit however often it is stated.
 */
export class RegisterUnits {
  constructor(
    private readonly room: StockRoom,
    private readonly today: () => LocalDay,
  ) {}

  async run(
    sellerId: SellerId,
    statements: readonly UnitStatement[],
    options: { readonly dryRun: boolean } = { dryRun: false },
  ): Promise<Registration[]> {
    const today = this.today();
    const read = statements.map((statement) => readUnitStatement(statement, today));
    const work = (tx: StockTx): Promise<Registration[]> => register(tx, sellerId, read);
    return options.dryRun ? this.room.rehearse(work) : this.room.transact(work);
  }
}

async function register(
  tx: StockTx,
  sellerId: SellerId,
  read: readonly (StatedUnit | StatementRejection)[],
): Promise<Registration[]> {
  const stated = read.flatMap((row) => (isRejection(row) ? [] : [row]));
  const offers = await tx.units.findOffers(sellerId, [...new Set(stated.map(({ sku }) => sku))]);
  const planned = read.map((row) => (isRejection(row) ? row : plan(sellerId, row, offers.get(row.sku))));
  const units = planned.flatMap((row) => (isRejection(row) ? [] : [row]));
  const listing = units.flatMap(({ status, offerId }) =>
    status === 'listed' && offerId !== undefined ? [offerId] : [],
  );
  const sheet = await tx.lockLevels([...new Set(listing)]);
  const inserted = await tx.units.insert(units);
  await tx.units.saveNew([...inserted.values()], [...inserted.values()].flatMap(firstSteps));
  await countUnits(tx, sheet, listing);
  await tx.saveSheet(sheet);
  const known = await knownPurchases(tx, sellerId, read, planned, inserted);
  return planned.map((row, i): Registration => {
    if (isRejection(row)) return row;
    const unit = inserted.get(row.unitId);
    if (unit !== undefined) return { change: 'created', unit };
    return judgeKnown(row, read[i] as StatedUnit, known);
  });
}

/** The unit this statement makes, or the step it may not take. */
function plan(sellerId: SellerId, stated: StatedUnit, offer: UnitOffer | undefined): Unit | UnitGateRejection {
  const { sku, names, grade, acquisition, batteryHealth, checks, status } = stated;
  const refusal = refuseStatus(status, stated, offer);
  if (refusal) return refusal;
  return {
    ...names,
    ...{ unitId: newId<UnitId>(), version: 1, sellerId, sku, grade, status, acquisitionCycle: 1, acquisition, checks },
    ...(offer !== undefined && { offerId: offer.offerId, variantId: offer.variantId }),
    ...(batteryHealth !== undefined && { batteryHealth }),
  };
}

function firstSteps({ unitId, version, sellerId, status }: Unit): UnitStep[] {
  const steps = stepsTo(status as StatedUnit['status']);
  return steps.map((to, i) => ({
    ...{ unitId, version, from: steps[i - 1] ?? null, to },
    ...{ by: 'seller' as const, actor: sellerId, reason: 'registered' },
  }));
}

async function knownPurchases(
  tx: StockTx,
  sellerId: SellerId,
  read: readonly (StatedUnit | StatementRejection)[],
  planned: readonly (Unit | Rejection)[],
  inserted: ReadonlyMap<UnitId, Unit>,
): Promise<Map<string, Unit>> {
  const purchases = read.flatMap((row, i) => {
    const unit = planned[i];
    if (isRejection(row) || unit === undefined || isRejection(unit) || inserted.has(unit.unitId)) return [];
    return row.identities.map((identity) => ({ ...identity, documentRef: row.acquisition.documentRef }));
  });
  const units = await tx.units.findPurchases(sellerId, purchases);
  return new Map(
    units.flatMap((unit) =>
      namesOf(unit).map((name) => [purchaseKey(name, unit.acquisition.documentRef), unit] as const),
    ),
  );
}

function judgeKnown(planned: Unit, stated: StatedUnit, known: ReadonlyMap<string, Unit>): Registration {
  const found = stated.identities
    .map(({ value }) => known.get(purchaseKey(value, stated.acquisition.documentRef)))
    .find((unit) => unit !== undefined);
  if (found === undefined)
    return reject('UnitIdentityActive', 'This device is already registered and neither sold nor scrapped.', {
      field: stated.identities[0]?.kind ?? 'imei',
    });
  const differing = differenceOf(found, planned);
  if (differing === undefined) return { change: 'unchanged', unit: found };
  return reject(
    'UnitAlreadyRegistered',
    `This device is registered from document ${stated.acquisition.documentRef} with another ${differing}. A purchase never changes.`,
    { field: differing, details: { unitId: found.unitId } },
  );
}

/** The first particular of the purchase that is not the same. What a test may change later (grade, battery, checks) is not compared. */
function differenceOf(known: Unit, stated: Unit): string | undefined {
  if (known.sku !== stated.sku) return 'sku';
  if (namesOf(known).join() !== namesOf(stated).join()) return known.imei === undefined ? 'serial' : 'imei';
  const [was, is] = [known.acquisition, stated.acquisition];
  if (was.cost.currency !== is.cost.currency || !was.cost.equals(is.cost)) return 'unitCost';
  const fields = ['supplierKind', 'acquiredAt', 'country'] as const;
  const field = fields.find((name) => was[name] !== is[name]);
  return field === undefined ? undefined : `acquisition.${field}`;
}

const namesOf = (unit: Unit): string[] => identitiesOf(unit).map(({ value }) => value);
const purchaseKey = (value: string, documentRef: string): string => `${value}\n${documentRef}`;
