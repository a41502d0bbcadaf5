import type { Brand } from './brand.js';
import { Bug } from './fault.js';
import type { Outcome, Rejection } from './outcome.js';
import { isRejection, reject } from './outcome.js';

/** A device's 15-digit identity: type allocation code (8), serial number (6), Luhn check digit (3GPP TS 23.003 annex B). */
export type Imei = Brand<string, 'Imei'>;

/** Why a text is no IMEI. `imeiPlaceholder`: all zeros, which passes the check digit and is what an unread device reports. */
export type ImeiRejection = Rejection<'imeiMalformed' | 'imeiCheckDigitWrong' | 'imeiPlaceholder'>;

/**
 * Reads an IMEI as labels and `*#06#` write it: 15 digits, spaces, hyphens or slashes between groups. Sixteen digits are an IMEISV, the
 * same device with a software version (2) in place of the check digit (1): the version is dropped and the digit computed.
 */
export function parseImei(text: string): Outcome<Imei, ImeiRejection> {
  if (text.length > maxTextLength || !/^\d(?:[ /-]?\d)*$/.test(text)) return malformed();
  const digits = text.replace(/[ /-]/g, '');
  if (digits.length !== 15 && digits.length !== 16) return malformed();
  const body = digits.slice(0, 14);
  if (/^0+$/.test(body)) return reject('imeiPlaceholder', 'all zeros is not a device');
  const imei = body + luhnCheckDigit(body);
  if (digits.length === 15 && digits !== imei) {
    return reject('imeiCheckDigitWrong', 'the last digit does not fit the other fourteen: probably mistyped');
  }
  return imei as Imei;
}

/** As parseImei, for literals and data already validated: a rejection is a Bug. */
export function mustBeImei(text: string): Imei {
  const imei = parseImei(text);
  if (isRejection(imei)) throw new Bug(`${JSON.stringify(text)} is not an IMEI: ${imei.message}`);
  return imei;
}

/** The type allocation code: which model it is. */
export function tacOf(imei: Imei): string {
  return imei.slice(0, 8);
}

/** The digit that makes `digits` followed by it pass the Luhn test. */
export function luhnCheckDigit(digits: string): number {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - fromRight) - 48;
    const doubled = fromRight % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

const maxTextLength = 32;

function malformed(): ImeiRejection {
  return reject('imeiMalformed', 'an IMEI has 15 digits, or 16 with a software version');
}
