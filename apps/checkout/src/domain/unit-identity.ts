import type { Category } from './goods-words.js';
import type { Outcome } from '@reprise/kernel';
import { isRejection, parseImei, reject } from '@reprise/kernel';
import type { OrderRejection } from './check-order.js';
import type { UnitIdentity } from './goods.js';

/** What must be known of each piece of a category before it leaves. A category nobody knows yet is treated as a device: a serial number will do. */
const identityOf: { readonly [category in Category]: 'imei' | 'imeiOrSerial' | 'none' } = {
  smartphone: 'imei',
  tablet: 'imeiOrSerial',
  laptop: 'imeiOrSerial',
  desktop: 'none',
  wearable: 'none',
  tv: 'none',
  console: 'none',
  other: 'none',
};

/** A device as a seller names it. */
export interface NamedUnit {
  readonly imei?: string | undefined;
  readonly serial?: string | undefined;
}

/** The devices of one line of a parcel, one a piece; or the field that is wrong. `field` is the path of the list. */
export function unitsOf(
  named: readonly NamedUnit[],
  quantity: number,
  category: Category | undefined,
  field: string,
): Outcome<UnitIdentity[], OrderRejection> {
  const needed = category === undefined ? 'imeiOrSerial' : identityOf[category];
  if (named.length === 0 && needed === 'none') return [];
  if (named.length !== quantity) {
    return reject('UnitIdentityMissing', `Name each of the ${quantity} devices by its ${wordsOf(needed)}.`, { field });
  }
  const units: UnitIdentity[] = [];
  for (const [i, unit] of named.entries()) {
    const identity = unitOf(unit, needed, `${field}[${i}]`);
    if (isRejection(identity)) return identity;
    units.push(identity);
  }
  return noneTwice(units, field) ?? units;
}

/** A device by its own words: an IMEI in one spelling, a serial number without spaces around it. */
export function readUnit({ imei, serial }: NamedUnit, field: string): Outcome<UnitIdentity, OrderRejection> {
  const trimmed = serial?.trim().toUpperCase();
  if (imei === undefined) return { ...(trimmed !== undefined && trimmed !== '' && { serial: trimmed }) };
  const parsed = parseImei(imei);
  if (isRejection(parsed)) return reject('UnitIdentityInvalid', parsed.message, { field: `${field}.imei` });
  return { imei: parsed, ...(trimmed !== undefined && trimmed !== '' && { serial: trimmed }) };
}

function unitOf(
  named: NamedUnit,
  needed: 'imei' | 'imeiOrSerial' | 'none',
  field: string,
): Outcome<UnitIdentity, OrderRejection> {
  const unit = readUnit(named, field);
  if (isRejection(unit)) return unit;
  const isNamed = unit.imei !== undefined || (needed !== 'imei' && unit.serial !== undefined);
  if (isNamed) return unit;
  return reject('UnitIdentityMissing', `A device is named by its ${wordsOf(needed)}.`, { field });
}

function noneTwice(units: readonly UnitIdentity[], field: string): OrderRejection | undefined {
  const seen = new Set<string>();
  for (const [i, { imei, serial }] of units.entries()) {
    const name = imei ?? serial ?? '';
    if (seen.has(name))
      return reject('UnitIdentityInvalid', 'This device is named twice.', { field: `${field}[${i}]` });
    seen.add(name);
  }
  return undefined;
}

function wordsOf(needed: 'imei' | 'imeiOrSerial' | 'none'): string {
  return needed === 'imei' ? 'IMEI' : 'IMEI or serial number';
}
