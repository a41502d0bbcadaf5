import { exponentOf, Money, mustBeCurrency } from '@reprise/kernel';
import type { MoneyJson } from '@reprise/kernel';

type Pdf = PDFKit.PDFDocument;

export interface Column {
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

const grey = '#5a6270';
const black = '#14171c';
const hairline = '#c9ced6';

/** A page to write on from the top down, in the manner of one locale. */
export class Sheet {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  y: number;

  constructor(
    readonly pdf: Pdf,
    private readonly locale: string,
  ) {
    const { left, right, top } = pdf.page.margins;
    this.left = left;
    this.right = pdf.page.width - right;
    this.width = this.right - this.left;
    this.y = top;
  }

  /** Every decimal the currency is counted in: what is shown adds up. */
  money({ amount, currency }: MoneyJson): string {
    const digits = exponentOf(mustBeCurrency(currency));
    return new Intl.NumberFormat(this.locale, {
      ...{ style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits },
    }).format(amount as `${number}`);
  }

  /** `0.0825` as `8.25 %`. */
  rate(fraction: string): string {
    return new Intl.NumberFormat(this.locale, { style: 'percent', maximumFractionDigits: 4 }).format(
      fraction as `${number}`,
    );
  }

  day(day: string): string {
    return new Intl.DateTimeFormat(this.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00Z`),
    );
  }

  country(code: string): string {
    return new Intl.DisplayNames(this.locale, { type: 'region' }).of(code) ?? code;
  }

  heightOf(text: string, width: number, size: number, bold = false): number {
    return this.pdf.font(bold ? 'bold' : 'regular', size).heightOfString(text, { width, lineGap: 1.5 });
  }

  /** Writes at a place, and answers how high it came out. */
  put(
    text: string,
    { x, width, align = 'left' }: Column,
    y: number,
    { size = 9, bold = false, muted = false }: { size?: number; bold?: boolean; muted?: boolean } = {},
  ): number {
    const height = this.heightOf(text, width, size, bold);
    this.pdf.fillColor(muted ? grey : black).text(text, x, y, { width, align, lineGap: 1.5 });
    return height;
  }

  /** A paragraph over the whole width. */
  paragraph(text: string, style: { size?: number; bold?: boolean; muted?: boolean } = {}): void {
    const column = { x: this.left, width: this.width };
    this.need(this.heightOf(text, column.width, style.size ?? 9, style.bold));
    this.y += this.put(text, column, this.y, style) + 4;
  }

  rule(): void {
    this.pdf.moveTo(this.left, this.y).lineTo(this.right, this.y).lineWidth(0.5).strokeColor(hairline).stroke();
    this.y += 5;
  }

  /** Goes on to a new page unless so much height is left; true when it did. */
  need(height: number): boolean {
    const { page } = this.pdf;
    if (this.y + height <= page.height - page.margins.bottom) return false;
    this.pdf.addPage();
    this.y = page.margins.top;
    return true;
  }
}

export function isZero(money: MoneyJson): boolean {
  return Money.fromJson(money).isZero();
}

/** `Page 1 of 2` under every page. */
export function drawPageNumbers({ pdf, left, width }: Sheet, label: string): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    const text = label.replace('{page}', String(page + 1)).replace('{pages}', String(count));
    // A text below the bottom margin would open a page of its own.
    pdf.page.margins.bottom = 0;
    pdf.font('regular', 8).fillColor(grey);
    pdf.text(text, left, pdf.page.height - 40, { width, align: 'right', lineBreak: false });
  }
}
