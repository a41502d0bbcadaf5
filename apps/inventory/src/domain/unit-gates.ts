import type { Grade, UnitStatus, VatScheme } from './unit-words.js';
import type { Rejection } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { Unit, UnitChecks } from './unit.js';

/** The terms a unit would be sold under. */
export interface OfferTerms {
  readonly grade: Grade;
  readonly vatScheme: VatScheme;
}

export type UnitGateRejection = Rejection<'UnitNotSellable'>;

/**
 * Why a unit may not have this status, if it may not. Tested: wiped, with a certificate, on no blacklist, locked by nobody. Listed: that
 * too, under an offer of its grade, and under the margin scheme only when no deductible VAT was paid for it (Directive 2006/112/EC art. 314).
 */
export function refuseStatus(
  status: UnitStatus,
  unit: Pick<Unit, 'checks' | 'grade' | 'acquisition' | 'sku'>,
  offer: OfferTerms | undefined,
): UnitGateRejection | undefined {
  if (status !== 'tested' && status !== 'listed') return undefined;
  return refuseChecks(unit.checks) ?? (status === 'listed' ? refuseOffer(unit, offer) : undefined);
}

const wanted = [
  ['wipeCertificateRef', undefined, 'needs the certificate that its data is erased'],
  ['blacklist', 'clear', 'must be on no blacklist of lost or stolen devices'],
  ['accountLock', 'off', 'must not be locked by an account'],
  ['deviceManagement', 'off', 'must not be managed by a company'],
] as const;

function refuseChecks(checks: UnitChecks): UnitGateRejection | undefined {
  for (const [name, value, message] of wanted) {
    const found = checks[name];
    if (found !== undefined && (value === undefined || found === value)) continue;
    return refuse(`checks.${name}`, `A tested unit ${message}.`);
  }
  return undefined;
}

function refuseOffer(
  { grade, acquisition, sku }: Pick<Unit, 'grade' | 'acquisition' | 'sku'>,
  offer: OfferTerms | undefined,
): UnitGateRejection | undefined {
  if (offer === undefined) return refuse('sku', `No offer of the SKU ${sku} is known: state the offer first.`);
  if (offer.grade !== grade)
    return refuse('grade', `The offer is of grade ${offer.grade}, the unit of grade ${grade}.`);
  if (offer.vatScheme === 'MARGINAL' && acquisition.vatScheme !== 'MARGINAL')
    return refuse(
      'acquisition.vatScheme',
      'The offer is under the margin scheme, and VAT was deductible on the purchase of this unit.',
    );
  return undefined;
}

function refuse(field: string, message: string): UnitGateRejection {
  return reject('UnitNotSellable', message, { field });
}
