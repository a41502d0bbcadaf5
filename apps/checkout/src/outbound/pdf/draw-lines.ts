import type { DocumentLine, DocumentWords, IssuedDocument } from '../../domain/document.js';
import { showsVat } from './shows-vat.js';
import type { Column, Sheet } from './sheet.js';
import { isZero } from './sheet.js';

interface Cell extends Column {
  readonly title: string;
  readonly of: (line: DocumentLine) => string;
}

/** The table of lines. Its head is repeated on every page. */
export function drawLines(sheet: Sheet, document: IssuedDocument, words: DocumentWords): void {
  const cells = cellsOf(sheet, document, words);
  drawTitles(sheet, cells);
  for (const line of document.lines) {
    const first = cells[0] as Cell;
    const notes = notesOf(sheet, line, words);
    const noteHeights = notes.map((note) => sheet.heightOf(note, first.width, 7.5) + 1);
    const height = Math.max(
      sheet.heightOf(line.description, first.width, 9) + noteHeights.reduce((sum, each) => sum + each, 0),
      ...cells.slice(1).map((cell) => sheet.heightOf(cell.of(line), cell.width, 9)),
    );
    if (sheet.need(height + 8)) drawTitles(sheet, cells);
    let y = sheet.y;
    for (const cell of cells) sheet.put(cell.of(line), cell, y);
    y += sheet.heightOf(line.description, first.width, 9);
    for (const [i, note] of notes.entries()) {
      sheet.put(note, first, y, { size: 7.5, muted: true });
      y += noteHeights[i] ?? 0;
    }
    sheet.y += height + 4;
    sheet.rule();
  }
}

function drawTitles(sheet: Sheet, cells: readonly Cell[]): void {
  const height = Math.max(...cells.map(({ title, width }) => sheet.heightOf(title, width, 8, true)));
  for (const cell of cells) sheet.put(cell.title, cell, sheet.y, { size: 8, bold: true });
  sheet.y += height + 4;
  sheet.rule();
}

function cellsOf(sheet: Sheet, document: IssuedDocument, { labels }: DocumentWords): Cell[] {
  const price: Omit<Cell, 'x'> = {
    ...{ title: labels['unitPrice'] ?? '', width: 66, align: 'right' },
    of: ({ unitPrice }) => (unitPrice === undefined ? '' : sheet.money(unitPrice)),
  };
  const quantity: Omit<Cell, 'x'> = {
    ...{ title: labels['quantity'] ?? '', width: 42, align: 'right' },
    of: (line) => String(line.quantity),
  };
  const amount = (title: string, of: Cell['of']): Omit<Cell, 'x'> => ({ title, width: 70, align: 'right', of });
  const whole = amount(labels['amount'] ?? '', ({ gross }) => sheet.money(gross));
  const net = amount(labels['net'] ?? '', (line) => sheet.money(line.net));
  const rate: Omit<Cell, 'x'> = {
    ...{ title: labels['rate'] ?? '', width: 42, align: 'right' },
    // Under the margin scheme nothing of VAT may be shown (Directive 2006/112/EC art. 325).
    of: ({ taxLines }) =>
      taxLines.flatMap((tax) => (tax.treatment === 'marginScheme' ? [] : sheet.rate(tax.rate))).join(', '),
  };
  const plain = amount(labels['amount'] ?? '', (line) => sheet.money(line.net));
  const isSalesTax = document.regime === 'us-sales-tax';
  const rest = isSalesTax
    ? [quantity, price, plain]
    : showsVat(document)
      ? [quantity, price, net, rate, whole]
      : [quantity, price, whole];
  const gap = 8;
  const description = {
    title: labels['description'] ?? '',
    width: sheet.width - rest.reduce((sum, { width }) => sum + width + gap, 0),
    of: (line: DocumentLine) => line.description,
  };
  let x = sheet.left;
  return [description, ...rest].map((cell) => {
    const placed = { ...cell, x };
    x += cell.width + gap;
    return placed;
  });
}

/** What is said under a line: devices, reductions, discounts and the levies inside the price. */
function notesOf(sheet: Sheet, line: DocumentLine, { labels }: DocumentWords): string[] {
  const { units = [], includedLevies = [], discount, reduction = false } = line;
  const devices = units.map(({ imei, serial }) => (imei === undefined ? `S/N ${serial}` : `IMEI ${imei}`));
  return [
    ...(devices.length === 0 ? [] : [devices.join(', ')]),
    ...(reduction ? [labels['reduction'] ?? ''] : []),
    ...(discount === undefined || isZero(discount) ? [] : [`${labels['discount']}: −${sheet.money(discount)}`]),
    ...includedLevies.map(({ name, amount }) =>
      (labels['includedLevy'] ?? '').replace('{name}', name).replace('{amount}', sheet.money(amount)),
    ),
  ];
}
