import type { EuVatTable } from './eu-vat-table.js';
import { placeOf } from './eu-vat-table.js';
import type { VatScheme } from './quote.js';

/** From whom a unit was bought, as far as the law of second-hand goods asks (Directive 2006/112/EC art. 314). */
export type SupplierKind = 'private' | 'exempt' | 'smallEnterprise' | 'marginDealer' | 'business';

/** How a unit was bought. */
export interface Purchase {
  readonly supplierKind: SupplierKind;
  /** `MARGINAL`: the document of the purchase shows no VAT that could be deducted. */
  readonly vatScheme: VatScheme;
  /** Where its supplier supplied it. */
  readonly country: string;
}

/** Why a unit may not be sold on a margin. */
export type MarginRefusal = 'vatWasDeductible' | 'purchaseContradicts' | 'boughtOutsideUnion';

export const marginRefusals: Readonly<Record<MarginRefusal, string>> = {
  vatWasDeductible: 'bought from a business with VAT, which could be deducted (art. 314)',
  purchaseContradicts:
    'supplier and document contradict each other: one says VAT was charged, the other that it was not (art. 314; CJEU C-624/15)',
  boughtOutsideUnion: 'bought outside the Union, so it was imported and not supplied within it (art. 314)',
};

/**
 * Why art. 314 keeps a unit out of the margin scheme, if it does. It must have been supplied within the Union by somebody who charged no
 * VAT a dealer can deduct: a private person, an exempt supplier, a small enterprise or another dealer under the scheme.
 */
export function refuseMargin(
  table: EuVatTable,
  { supplierKind, vatScheme, country }: Purchase,
): MarginRefusal | undefined {
  const chargedVat = supplierKind === 'business';
  if (chargedVat !== (vatScheme === 'REGULAR')) return 'purchaseContradicts';
  if (chargedVat) return 'vatWasDeductible';
  return placeOf(table, country, {})?.insideVatArea === true ? undefined : 'boughtOutsideUnion';
}
