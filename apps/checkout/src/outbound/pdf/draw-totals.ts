import { Money } from '@reprise/kernel';
import type { DocumentTax, DocumentWords, IssuedDocument } from '../../domain/document.js';
import { showsVat } from './shows-vat.js';
import type { Sheet } from './sheet.js';
import { isZero } from './sheet.js';

/** Taxes by rate and jurisdiction, fees by name, the total, and the sentences the law wants. */
export function drawTotals(sheet: Sheet, document: IssuedDocument, words: DocumentWords): void {
  sheet.y += 8;
  const { labels } = words;
  const { totals, fees, kind } = document;
  const net = Money.fromJson(totals.net).plus(Money.fromJson(totals.shipping)).toJSON();
  const isCredit = kind === 'creditNote' || kind === 'refundConfirmation';
  const rows: [string, string][] = [
    ...(showsVat(document) || document.regime === 'us-sales-tax'
      ? [[labels['net'] ?? '', sheet.money(net)] as [string, string]]
      : []),
    ...taxRows(sheet, document, words),
    ...fees.map(({ name, amount }): [string, string] => [name, sheet.money(amount)]),
  ];
  for (const [label, value] of rows) drawRow(sheet, label, value, false);
  if (kind !== 'withdrawalAcknowledgement') {
    drawRow(sheet, labels[isCredit ? 'totalCredited' : 'total'] ?? '', sheet.money(totals.gross), true);
  }
  sheet.y += 12;
  for (const mention of document.mentions) sheet.paragraph(mention);
}

function taxRows(sheet: Sheet, document: IssuedDocument, { labels }: DocumentWords): [string, string][] {
  const isVat = document.regime === 'eu-vat';
  const name = labels[isVat ? 'vat' : 'salesTax'] ?? '';
  const on = ({ taxable }: DocumentTax): string => `${labels['taxable']} ${sheet.money(taxable)}`;
  return document.taxLines
    .filter(({ treatment, amount }) => treatment !== 'marginScheme' && (isVat || !isZero(amount)))
    .map((tax) => [`${name} ${sheet.rate(tax.rate)} ${tax.jurisdiction.name} (${on(tax)})`, sheet.money(tax.amount)]);
}

function drawRow(sheet: Sheet, label: string, value: string, bold: boolean): void {
  const amount = { x: sheet.right - 110, width: 110, align: 'right' as const };
  const name = { x: sheet.left + 90, width: sheet.width - 90 - 120, align: 'right' as const };
  const size = bold ? 12 : 9;
  const height = Math.max(
    sheet.heightOf(label, name.width, size, bold),
    sheet.heightOf(value, amount.width, size, bold),
  );
  sheet.need(height + 4);
  sheet.put(label, name, sheet.y, { size, bold, muted: !bold });
  sheet.put(value, amount, sheet.y, { size, bold });
  sheet.y += height + 4;
}
