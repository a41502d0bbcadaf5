import { unitChangedV1 } from '@reprise/contracts/events';
import type { OfferId, OrderId, SellerId, Uuid } from '@reprise/kernel';
import { sayMany } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import { insertMany, unnestRows } from '@reprise/platform/persistence';
import type {
  CancelledLine,
  DatedStep,
  Discrepancy,
  GoodsMovement,
  UnitBook,
  UnitFilter,
  UnitOffer,
  UnitPurchase,
  UnitStep,
} from '../../application/unit-ports.js';
import type { NamedDevice } from '../../domain/judge-goods.js';
import { plainSerial } from '../../domain/judge-goods.js';
import type { Unit, UnitId } from '../../domain/unit.js';
import { identitiesOf } from '../../domain/unit.js';
import { cancelledOf, listDiscrepancies, openMovements, saveCancelled, saveDiscrepancies } from './goods-rows.js';
import type { UnitRow } from './unit-rows.js';
import { toUnit, unitColumns, unitFact, unitRow, unitSelection } from './unit-rows.js';

/** The unit ledger, over the tables of `0002-create-units`. */
export class PostgresUnitBook implements UnitBook {
  constructor(private readonly tx: Tx) {}

  async findOffers(sellerId: SellerId, skus: readonly string[]): Promise<Map<string, UnitOffer>> {
    const offers = await this.tx.query<UnitOffer>(
      `SELECT offer_id AS "offerId", sku, variant_id AS "variantId", grade, vat_scheme AS "vatScheme",
         quantity FROM offer_copy
       WHERE seller_id = $1 AND sku = ANY($2::text[])`,
      [sellerId, skus],
    );
    return new Map(offers.map((offer) => [offer.sku, offer]));
  }

  async insert(units: readonly Unit[]): Promise<Map<UnitId, Unit>> {
    const free = await this.takeNames(units);
    if (free.length === 0) return new Map();
    const cycles = await this.countCycles(free);
    const inserted = free.map((unit) => ({ ...unit, acquisitionCycle: 1 + (cycles.get(unit.unitId) ?? 0) }));
    await insertMany(this.tx, 'unit', unitColumns, inserted.map(unitRow));
    return new Map(inserted.map((unit) => [unit.unitId, unit]));
  }

  async findPurchases(sellerId: SellerId, purchases: readonly UnitPurchase[]): Promise<Unit[]> {
    if (purchases.length === 0) return [];
    return this.select(
      `WHERE id IN (SELECT unit_id FROM unit_identity
         JOIN unnest($2::text[], $3::text[], $4::text[]) AS asked (kind, value, document_ref)
           USING (kind, value, document_ref) WHERE seller_id = $1)`,
      [
        sellerId,
        purchases.map(({ kind }) => kind),
        purchases.map(({ value }) => value),
        purchases.map(({ documentRef }) => documentRef),
      ],
    );
  }

  async find(sellerId: SellerId, unitId: UnitId): Promise<Unit | undefined> {
    const [unit] = await this.select('WHERE id = $1 AND seller_id = $2', [unitId, sellerId]);
    return unit;
  }

  lock(unitIds: readonly UnitId[]): Promise<Unit[]> {
    return this.select('WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [unitIds]);
  }

  list(sellerId: SellerId, { sku, status }: UnitFilter, limit: number, cursor: UnitId | undefined): Promise<Unit[]> {
    return this.select(
      `WHERE seller_id = $1 AND ($2::text IS NULL OR sku = $2) AND ($3::text IS NULL OR status = $3)
         AND ($4::uuid IS NULL OR id > $4) ORDER BY id LIMIT $5`,
      [sellerId, sku ?? null, status ?? null, cursor ?? null, limit],
    );
  }

  async stepsOf(unitId: UnitId): Promise<DatedStep[]> {
    const steps = await this.tx.query<DatedStep & { readonly orderId: DatedStep['orderId'] | null }>(
      `SELECT unit_id AS "unitId", version, from_status AS "from", to_status AS "to", by, actor, reason,
         order_id AS "orderId", at FROM unit_step WHERE unit_id = $1 ORDER BY id`,
      [unitId],
    );
    return steps.map(({ orderId, ...step }) => ({ ...step, ...(orderId && { orderId }) }));
  }

  async save(units: readonly Unit[], steps: readonly UnitStep[]): Promise<void> {
    if (units.length === 0) return;
    const rows = units.map(unitRow);
    const changing = [
      'version',
      'sku',
      'offer_id',
      'variant_id',
      'grade',
      'status',
      'battery_health',
      'checks',
      'order_id',
    ] as const;
    const arrays = changing.map((name, i) => `$${i + 2}::${unitColumns[name]}[]`);
    await this.tx.query(
      `UPDATE unit SET ${changing.map((name) => `${name} = moved.${name}`).join(', ')}
       FROM unnest($1::uuid[], ${arrays.join(', ')}) AS moved (id, ${changing.join(', ')}) WHERE unit.id = moved.id`,
      [
        rows.map((row) => row.id),
        ...changing.map((name) => rows.map((row) => (name === 'checks' ? JSON.stringify(row[name]) : row[name]))),
      ],
    );
    await this.saveNew(units, steps);
  }

  async saveNew(units: readonly Unit[], steps: readonly UnitStep[]): Promise<void> {
    await insertMany(this.tx, 'unit_step', stepColumns, steps.map(stepRow));
    await sayMany(
      this.tx,
      unitChangedV1,
      units.map((unit) => ({ version: unit.version, data: unitFact(unit) })),
    );
  }

  async lockNamed(devices: readonly NamedDevice[]): Promise<Unit[]> {
    if (devices.length === 0) return [];
    const imeis = devices.flatMap(({ imei }) => imei ?? []);
    const serials = devices.flatMap(({ imei, serial }) =>
      imei === undefined && serial !== undefined ? [plainSerial(serial)] : [],
    );
    const units = await this.select(
      `WHERE imei = ANY($1::text[]) OR imei2 = ANY($1::text[]) OR serial_plain = ANY($2::text[]) ORDER BY id FOR UPDATE`,
      [imeis, serials],
    );
    return units.reverse();
  }

  lockListed(wanted: readonly { readonly offerId: OfferId; readonly quantity: number }[]): Promise<Unit[]> {
    return this.select(
      `WHERE id IN (SELECT listed.id FROM unnest($1::uuid[], $2::int[]) AS wanted (offer_id, quantity)
         CROSS JOIN LATERAL (SELECT id FROM unit WHERE unit.offer_id = wanted.offer_id AND status = 'listed'
           ORDER BY id LIMIT wanted.quantity) AS listed)
       ORDER BY id FOR UPDATE`,
      [wanted.map(({ offerId }) => offerId), wanted.map(({ quantity }) => quantity)],
    );
  }

  lockOfOrders(orderIds: readonly OrderId[]): Promise<Unit[]> {
    return this.select('WHERE order_id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [orderIds]);
  }

  async countListed(offerIds: readonly OfferId[]): Promise<Map<OfferId, number>> {
    const rows = await this.tx.query<{ offer_id: OfferId; listed: number }>(
      `SELECT offer_id, count(*)::int AS listed FROM unit WHERE offer_id = ANY($1::uuid[]) AND status = 'listed'
       GROUP BY offer_id`,
      [offerIds],
    );
    return new Map(rows.map(({ offer_id, listed }) => [offer_id, listed]));
  }

  openMovements<M extends GoodsMovement>(movements: readonly M[]): Promise<M[]> {
    return openMovements(this.tx, movements);
  }

  saveCancelled(lines: readonly CancelledLine[]): Promise<void> {
    return saveCancelled(this.tx, lines);
  }

  cancelledOf(orderIds: readonly OrderId[]): Promise<CancelledLine[]> {
    return cancelledOf(this.tx, orderIds);
  }

  saveDiscrepancies(found: readonly Discrepancy[]): Promise<void> {
    return saveDiscrepancies(this.tx, found);
  }

  listDiscrepancies(
    sellerId: SellerId | undefined,
    limit: number,
    cursor: Uuid | undefined,
  ): Promise<(Discrepancy & { readonly at: Date })[]> {
    return listDiscrepancies(this.tx, sellerId, limit, cursor);
  }

  async linkOffers(offers: readonly (UnitOffer & { readonly sellerId: SellerId })[]): Promise<void> {
    if (offers.length === 0) return;
    const { sql, params } = unnestRows(
      { seller_id: 'uuid', sku: 'text', offer_id: 'uuid', variant_id: 'uuid' },
      offers.map(({ sellerId, sku, offerId, variantId }) => ({
        ...{ seller_id: sellerId, sku, offer_id: offerId, variant_id: variantId },
      })),
    );
    const linked = await this.tx.query<UnitRow>(
      `WITH unlinked AS (
         SELECT unit.id, stated.offer_id, stated.variant_id FROM unit
         JOIN (SELECT DISTINCT * FROM ${sql} AS offer) AS stated USING (seller_id, sku)
         WHERE (unit.offer_id, unit.variant_id) IS DISTINCT FROM (stated.offer_id, stated.variant_id)
           AND unit.status NOT IN ('reserved', 'sold', 'scrapped')
         ORDER BY unit.id FOR UPDATE OF unit
       )
       UPDATE unit SET offer_id = unlinked.offer_id, variant_id = unlinked.variant_id, version = version + 1
       FROM unlinked WHERE unit.id = unlinked.id RETURNING ${unitSelection('unit')}`,
      params,
    );
    await this.saveNew(linked.map(toUnit), []);
  }

  /** Sorted, so that two batches with devices in common wait for each other in one order only. */
  private async takeNames(units: readonly Unit[]): Promise<Unit[]> {
    const rows = units.flatMap((unit) =>
      identitiesOf(unit).map(({ kind, value }) => ({
        ...{ unit_id: unit.unitId, kind, value },
        ...{ seller_id: unit.sellerId, document_ref: unit.acquisition.documentRef },
      })),
    );
    rows.sort((a, b) => (a.value < b.value ? -1 : 1));
    const taken = await insertMany<typeof identityColumns, { unit_id: UnitId }>(
      this.tx,
      'unit_identity',
      identityColumns,
      rows,
      'ON CONFLICT DO NOTHING RETURNING unit_id',
    );
    const count = new Map<UnitId, number>();
    for (const { unit_id } of taken) count.set(unit_id, (count.get(unit_id) ?? 0) + 1);
    const free = units.filter((unit) => count.get(unit.unitId) === identitiesOf(unit).length);
    const freeIds = new Set(free.map(({ unitId }) => unitId));
    const halfTaken = [...count.keys()].filter((unitId) => !freeIds.has(unitId));
    if (halfTaken.length > 0)
      await this.tx.query('DELETE FROM unit_identity WHERE unit_id = ANY($1::uuid[])', [halfTaken]);
    return free;
  }

  private async countCycles(units: readonly Unit[]): Promise<Map<UnitId, number>> {
    const rows = await this.tx.query<{ unit_id: UnitId; cycles: number }>(
      `SELECT own.unit_id, count(DISTINCT past.unit_id)::int AS cycles FROM unit_identity AS own
       JOIN unit_identity AS past USING (seller_id, kind, value)
       WHERE own.unit_id = ANY($1::uuid[]) AND past.unit_id <> own.unit_id GROUP BY own.unit_id`,
      [units.map(({ unitId }) => unitId)],
    );
    return new Map(rows.map(({ unit_id, cycles }) => [unit_id, cycles]));
  }

  private async select(where: string, params: readonly unknown[]): Promise<Unit[]> {
    const rows = await this.tx.query<UnitRow>(`SELECT ${unitSelection('unit')} FROM unit ${where}`, params);
    return rows.map(toUnit);
  }
}

const identityColumns = {
  ...{ unit_id: 'uuid', kind: 'text', value: 'text', seller_id: 'uuid', document_ref: 'text' },
} as const;

const stepColumns = {
  ...{ unit_id: 'uuid', version: 'int', from_status: 'text', to_status: 'text' },
  ...{ by: 'text', actor: 'text', reason: 'text', order_id: 'uuid' },
} as const;

function stepRow({ unitId, version, from, to, by, actor, reason, orderId = undefined }: UnitStep) {
  return {
    ...{ unit_id: unitId, version, from_status: from, to_status: to },
    ...{ by, actor, reason, order_id: orderId ?? null },
  };
}
