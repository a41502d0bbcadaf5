import type { Grade, SupplierKind, VatScheme } from './unit-words.js';
import type { Imei, LocalDay, Outcome, Rejection } from '@reprise/kernel';
import { countryCodeOf, isRejection, localDayOf, Money, parseImei, reject } from '@reprise/kernel';
import type { Acquisition, UnitChecks, UnitIdentity, UnitNames } from './unit.js';
import { identitiesOf } from './unit.js';

/** A unit as its seller states it. */
export interface UnitStatement {
  readonly sku: string;
  readonly imei?: string | undefined;
  readonly imei2?: string | undefined;
  readonly serial?: string | undefined;
  readonly brand?: string | undefined;
  readonly grade: Grade;
  readonly unitCost: { readonly amount: string; readonly currency: string };
  readonly acquisition: {
    readonly supplierKind: SupplierKind;
    readonly vatScheme?: VatScheme | undefined;
    readonly documentRef: string;
    readonly acquiredAt: string;
    readonly country: string;
  };
  readonly batteryHealth?: number | undefined;
  readonly checks?: UnitChecks | undefined;
  readonly status: 'received' | 'tested' | 'listed';
}

/** A statement that holds. */
export interface StatedUnit {
  readonly sku: string;
  readonly names: UnitNames;
  readonly identities: readonly UnitIdentity[];
  readonly grade: Grade;
  readonly acquisition: Acquisition;
  readonly batteryHealth?: number;
  readonly checks: UnitChecks;
  readonly status: UnitStatement['status'];
}

export type StatementRejection = Rejection<'UnitRejected'>;

/** Reads a statement, or says what is wrong with it first. `today` is the latest day it is anywhere: nothing was bought after it. */
export function readUnitStatement(stated: UnitStatement, today: LocalDay): Outcome<StatedUnit, StatementRejection> {
  const names = readNames(stated);
  if (isRejection(names)) return names;
  const acquisition = readAcquisition(stated, today);
  if (isRejection(acquisition)) return acquisition;
  const { sku, grade, batteryHealth, checks = {}, status } = stated;
  return {
    ...{ sku, names, identities: identitiesOf(names), grade, acquisition, checks, status },
    ...(batteryHealth !== undefined && { batteryHealth }),
  };
}

function readNames({ imei, imei2, serial, brand }: UnitStatement): Outcome<UnitNames, StatementRejection> {
  if (imei === undefined && imei2 !== undefined) return refuse('imei', 'is needed before a second IMEI');
  if (imei === undefined && serial === undefined)
    return refuse('imei', 'or a serial number is needed: a unit is one device');
  if (imei === undefined && brand === undefined)
    return refuse('brand', 'is needed: serial numbers are unique per brand');
  const first = readImei('imei', imei);
  if (isRejection(first)) return first;
  const second = readImei('imei2', imei2);
  if (isRejection(second)) return second;
  if (second !== undefined && second === first) return refuse('imei2', 'repeats the first IMEI');
  return {
    ...(first !== undefined && { imei: first }),
    ...(second !== undefined && { imei2: second }),
    ...(serial !== undefined && { serial }),
    ...(brand !== undefined && { brand }),
  };
}

function readImei(field: string, text: string | undefined): Outcome<Imei | undefined, StatementRejection> {
  if (text === undefined) return undefined;
  const imei = parseImei(text);
  return isRejection(imei) ? refuse(field, imei.message) : imei;
}

function readAcquisition(
  { unitCost, acquisition }: UnitStatement,
  today: LocalDay,
): Outcome<Acquisition, StatementRejection> {
  const { supplierKind, vatScheme, documentRef } = acquisition;
  const cost = Money.parse(unitCost.amount, unitCost.currency);
  if (isRejection(cost)) return refuse('unitCost', cost.message);
  if (cost.minor < 0n) return refuse('unitCost.amount', 'is below zero');
  const country = countryCodeOf(acquisition.country);
  if (country === undefined) return refuse('acquisition.country', `${acquisition.country} is no country`);
  const acquiredAt = localDayOf(acquisition.acquiredAt);
  if (acquiredAt === undefined) return refuse('acquisition.acquiredAt', 'is no day');
  if (acquiredAt > today) return refuse('acquisition.acquiredAt', 'lies in the future');
  const follows = schemeOfPurchase(supplierKind);
  // Documents that contradict themselves cost the margin scheme: C-624/15 Litdana.
  if (vatScheme !== undefined && vatScheme !== follows)
    return refuse('acquisition.vatScheme', `contradicts the supplier: a ${supplierKind} supplier sells as ${follows}`);
  return { supplierKind, vatScheme: follows, cost, country, acquiredAt, documentRef };
}

/** Only a business charges VAT its buyer may deduct; the others' goods may be resold on the margin (Directive 2006/112/EC art. 314). */
export function schemeOfPurchase(supplierKind: SupplierKind): VatScheme {
  return supplierKind === 'business' ? 'REGULAR' : 'MARGINAL';
}

function refuse(field: string, message: string): StatementRejection {
  return reject('UnitRejected', message, { field });
}
