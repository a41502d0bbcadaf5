import type { IssuedDocument } from '../../domain/document.js';

/** Not where everything is sold under the margin scheme: there no amount of VAT may be shown (Directive 2006/112/EC art. 325). */
export function showsVat({ regime, taxLines }: Pick<IssuedDocument, 'regime' | 'taxLines'>): boolean {
  return regime === 'eu-vat' && taxLines.some(({ treatment }) => treatment !== 'marginScheme');
}
