import type { Grade, SupplierKind, UnitStatus, VatScheme } from './unit-words.js';
import type {
  Brand,
  CountryCode,
  Imei,
  LocalDay,
  Money,
  OfferId,
  OrderId,
  SellerId,
  Uuid,
  VariantId,
} from '@reprise/kernel';

/** One device of one seller, from one purchase on. */
export type UnitId = Brand<Uuid, 'UnitId'>;

/** How a unit came to its seller. Never changes: the margin of its sale and every refund of it are worked out from it. */
export interface Acquisition {
  readonly supplierKind: SupplierKind;
  readonly vatScheme: VatScheme;
  readonly cost: Money;
  readonly acquiredAt: LocalDay;
  readonly country: CountryCode;
  readonly documentRef: string;
}

/** What was found when the device was looked at; what was not looked at is absent. */
export interface UnitChecks {
  readonly wipeCertificateRef?: string | undefined;
  readonly blacklist?: 'clear' | 'listed' | undefined;
  readonly accountLock?: 'off' | 'on' | undefined;
  readonly deviceManagement?: 'off' | 'on' | undefined;
  readonly checkedAt?: string | undefined;
}

/** What tells this device from every other: an IMEI (or two), or a brand's serial number. */
export interface UnitNames {
  readonly imei?: Imei;
  readonly imei2?: Imei;
  readonly serial?: string;
  readonly brand?: string;
}

/** A unit as the ledger has it. */
export interface Unit extends UnitNames {
  readonly unitId: UnitId;
  readonly version: number;
  readonly sellerId: SellerId;
  readonly sku: string;
  readonly offerId?: OfferId;
  readonly variantId?: VariantId;
  readonly grade: Grade;
  readonly status: UnitStatus;
  /** How often this seller has bought this device, this time included. */
  readonly acquisitionCycle: number;
  readonly acquisition: Acquisition;
  readonly batteryHealth?: number;
  readonly checks: UnitChecks;
  /** The order it is reserved for or left with. */
  readonly orderId?: OrderId;
}

/** One name of a device, as uniqueness is judged by it. */
export interface UnitIdentity {
  readonly kind: 'imei' | 'serial';
  readonly value: string;
}

/**
 * The names of a device that no other active unit may have. Serial numbers count per brand and however they are spelled; a device with an
 * IMEI is known by that, for brands print one serial number on a phone and another on its box.
 */
export function identitiesOf({ imei, imei2, serial, brand }: UnitNames): UnitIdentity[] {
  const imeis = [imei, imei2].flatMap((value) => (value === undefined ? [] : [{ kind: 'imei' as const, value }]));
  if (imeis.length > 0 || serial === undefined) return imeis;
  return [{ kind: 'serial', value: `${plain(brand ?? '')}:${plain(serial)}` }];
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[\s-]/g, '');
}
