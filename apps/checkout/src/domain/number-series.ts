import type { LocalDay } from '@reprise/kernel';
import type { DocumentTerms, Issuer, NumberedKind } from './document.js';

/** One row of numbers: of one issuer, in one country, for one kind of document, and for one year where the market restarts. */
export interface NumberSeries {
  readonly issuerId: Issuer['id'];
  readonly country: string;
  readonly kind: NumberedKind;
  /** The year, or empty where numbers never restart. */
  readonly period: string;
}

/** The series a document takes its number from (Directive 2006/112/EC art. 226(2): sequential, in one or more series). */
export function seriesOf(
  { country, numbering }: Pick<DocumentTerms, 'country' | 'numbering'>,
  issuerId: Issuer['id'],
  kind: NumberedKind,
  issuedOn: LocalDay,
): NumberSeries {
  return { issuerId, country, kind, period: numbering.restart === 'yearly' ? issuedOn.slice(0, 4) : '' };
}

/** `F-FR-2026-000042`. */
export function numberOf({ numbering }: Pick<DocumentTerms, 'numbering'>, series: NumberSeries, n: number): string {
  const parts = [numbering.prefixes[series.kind], series.country, series.period];
  return [...parts.filter((part) => part !== ''), String(n).padStart(numbering.digits, '0')].join('-');
}
