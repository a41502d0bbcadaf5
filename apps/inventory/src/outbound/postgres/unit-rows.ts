import type { Grade, SupplierKind, UnitStatus, VatScheme } from '@reprise/contracts';
import type { DataOf, unitChangedV1 } from '@reprise/contracts/events';
import type { CountryCode, Currency, Imei, LocalDay, OfferId, OrderId, SellerId, VariantId } from '@reprise/kernel';
import { Money } from '@reprise/kernel';
import type { Unit, UnitChecks, UnitId } from '../../domain/unit.js';

/** A row of `unit`, as selected by `unitSelection`. */
export interface UnitRow {
  readonly id: UnitId;
  readonly version: number;
  readonly seller_id: SellerId;
  readonly sku: string;
  readonly offer_id: OfferId | null;
  readonly variant_id: VariantId | null;
  readonly imei: Imei | null;
  readonly imei2: Imei | null;
  readonly serial: string | null;
  readonly brand: string | null;
  readonly grade: Grade;
  readonly status: UnitStatus;
  readonly acquisition_cycle: number;
  readonly cost_minor: string;
  readonly currency: Currency;
  readonly supplier_kind: SupplierKind;
  readonly vat_scheme: VatScheme;
  readonly document_ref: string;
  readonly acquired_on: LocalDay;
  readonly country: CountryCode;
  readonly battery_health: number | null;
  readonly checks: UnitChecks;
  readonly order_id: OrderId | null;
}

export const unitColumns = {
  ...{ id: 'uuid', version: 'int', seller_id: 'uuid', sku: 'text', offer_id: 'uuid', variant_id: 'uuid' },
  ...{ imei: 'text', imei2: 'text', serial: 'text', brand: 'text', grade: 'text', status: 'text' },
  ...{ acquisition_cycle: 'int', cost_minor: 'bigint', currency: 'text', supplier_kind: 'text', vat_scheme: 'text' },
  ...{ document_ref: 'text', acquired_on: 'date', country: 'text', battery_health: 'int', checks: 'jsonb' },
  ...{ order_id: 'uuid' },
} as const satisfies { readonly [column in keyof UnitRow]: string };

/** Columns of a unit. A day is selected as text: the driver would make it a moment in this machine's time zone. */
export function unitSelection(table: string): string {
  return Object.keys(unitColumns)
    .map((name) => (name === 'acquired_on' ? `${table}.acquired_on::text` : `${table}.${name}`))
    .join(', ');
}

export function unitRow(unit: Unit): UnitRow {
  const { acquisition } = unit;
  return {
    id: unit.unitId,
    version: unit.version,
    seller_id: unit.sellerId,
    sku: unit.sku,
    offer_id: unit.offerId ?? null,
    variant_id: unit.variantId ?? null,
    imei: unit.imei ?? null,
    imei2: unit.imei2 ?? null,
    serial: unit.serial ?? null,
    brand: unit.brand ?? null,
    grade: unit.grade,
    status: unit.status,
    acquisition_cycle: unit.acquisitionCycle,
    cost_minor: acquisition.cost.minor.toString(),
    currency: acquisition.cost.currency,
    supplier_kind: acquisition.supplierKind,
    vat_scheme: acquisition.vatScheme,
    document_ref: acquisition.documentRef,
    acquired_on: acquisition.acquiredAt,
    country: acquisition.country,
    battery_health: unit.batteryHealth ?? null,
    checks: unit.checks,
    order_id: unit.orderId ?? null,
  };
}

export function toUnit(row: UnitRow): Unit {
  return {
    unitId: row.id,
    version: row.version,
    sellerId: row.seller_id,
    sku: row.sku,
    ...(row.offer_id !== null && { offerId: row.offer_id }),
    ...(row.variant_id !== null && { variantId: row.variant_id }),
    ...(row.imei !== null && { imei: row.imei }),
    ...(row.imei2 !== null && { imei2: row.imei2 }),
    ...(row.serial !== null && { serial: row.serial }),
    ...(row.brand !== null && { brand: row.brand }),
    grade: row.grade,
    status: row.status,
    acquisitionCycle: row.acquisition_cycle,
    acquisition: {
      supplierKind: row.supplier_kind,
      vatScheme: row.vat_scheme,
      cost: Money.ofMinor(BigInt(row.cost_minor), row.currency),
      acquiredAt: row.acquired_on,
      country: row.country,
      documentRef: row.document_ref,
    },
    ...(row.battery_health !== null && { batteryHealth: row.battery_health }),
    checks: row.checks,
    ...(row.order_id !== null && { orderId: row.order_id }),
  };
}

/** What others hear of a unit: no IMEI, no serial number. */
export function unitFact(unit: Unit): DataOf<typeof unitChangedV1> {
  const { cost, ...acquisition } = unit.acquisition;
  return {
    unitId: unit.unitId,
    version: unit.version,
    sellerId: unit.sellerId,
    sku: unit.sku,
    ...(unit.offerId !== undefined && { offerId: unit.offerId }),
    ...(unit.variantId !== undefined && { variantId: unit.variantId }),
    grade: unit.grade,
    status: unit.status,
    ...(unit.orderId !== undefined && { orderId: unit.orderId }),
    acquisition: { ...acquisition, cost: cost.toJSON() },
  };
}
