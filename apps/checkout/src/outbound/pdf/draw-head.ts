import type { DocumentWords, IssuedDocument } from '../../domain/document.js';
import { platformId } from '../../domain/document.js';
import type { Sheet } from './sheet.js';

/** Who issues, what it is, its number and days, and who it is for. */
export function drawHead(sheet: Sheet, document: IssuedDocument, words: DocumentWords): void {
  const half = sheet.width / 2 - 10;
  const leftHalf = { x: sheet.left, width: half };
  const rightHalf = { x: sheet.left + sheet.width / 2 + 10, width: half, align: 'right' as const };
  const top = sheet.y;
  let y = top + sheet.put(words.titles[document.kind], rightHalf, top, { size: 17, bold: true }) + 6;
  for (const [label, value] of factsOf(sheet, document, words)) y += sheet.put(`${label} ${value}`, rightHalf, y) + 1;
  const rightEnd = y;
  const { issuer, buyer } = document;
  y = top + sheet.put(issuer.name, leftHalf, top, { size: 13, bold: true }) + 3;
  const taxNumber = words.labels['taxNumber'] ?? '';
  const issuerLines = [
    ...(issuer.address ?? []),
    sheet.country(issuer.country),
    ...(issuer.taxNumber === undefined ? [] : [`${taxNumber} ${issuer.taxNumber}`]),
    ...(issuer.id === platformId ? [] : [(words.labels['soldThrough'] ?? '').replace('{platform}', document.platform)]),
  ];
  for (const line of issuerLines) y += sheet.put(line, leftHalf, y, { muted: true }) + 1;
  y = Math.max(y, rightEnd) + 18;
  y += sheet.put(words.labels['buyer'] ?? '', leftHalf, y, { size: 8, muted: true }) + 1;
  const buyerLines = [
    buyer.name,
    ...buyer.address,
    sheet.country(buyer.country),
    ...(buyer.taxNumber === undefined ? [] : [`${taxNumber} ${buyer.taxNumber}`]),
  ];
  for (const [i, line] of buyerLines.entries()) y += sheet.put(line, leftHalf, y, { bold: i === 0 }) + 1;
  sheet.y = y + 16;
  for (const { number, issuedOn } of document.corrects ?? []) {
    const text = (words.labels['corrects'] ?? '').replace('{number}', number).replace('{day}', sheet.day(issuedOn));
    sheet.paragraph(text, { bold: true });
  }
  for (const text of document.text ?? []) sheet.paragraph(text, { size: 10 });
}

function factsOf(sheet: Sheet, document: IssuedDocument, { labels }: DocumentWords): [string, string][] {
  const { number, issuedOn, suppliedOn, orderedOn, orderId } = document;
  return [
    ...(number === undefined ? [] : [[`${labels['number']}:`, number] as [string, string]]),
    [`${labels['issuedOn']}:`, sheet.day(issuedOn)],
    ...(suppliedOn === undefined ? [] : [[`${labels['suppliedOn']}:`, sheet.day(suppliedOn)] as [string, string]]),
    [`${labels['order']}:`, orderId],
    [`${labels['orderedOn']}:`, sheet.day(orderedOn)],
  ];
}
