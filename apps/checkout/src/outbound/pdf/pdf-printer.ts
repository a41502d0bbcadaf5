import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import type { DocumentPrinter, StoredDocument } from '../../application/document-ports.js';
import { drawHead } from './draw-head.js';
import { drawLines } from './draw-lines.js';
import { drawTotals } from './draw-totals.js';
import { drawPageNumbers, Sheet } from './sheet.js';

/** One family with the letters of every language sold in, Greek and Cyrillic included. Embedded, as far as it is used. */
const fontOf = (file: string): Buffer =>
  readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}.ttf`));

/** Loaded when the first document is printed: half a megabyte of code and two fonts are no part of starting up. */
async function loadPress() {
  const { default: PDFDocument } = await import('pdfkit');
  return { PDFDocument, regular: fontOf('DejaVuSansCondensed'), bold: fontOf('DejaVuSansCondensed-Bold') };
}

/** Prints documents as PDF. Nothing of the moment or the machine goes in, so a document is the same bytes whenever it is asked for. */
export class PdfPrinter implements DocumentPrinter {
  private press: ReturnType<typeof loadPress> | undefined;

  async print({ document, words }: StoredDocument): Promise<Buffer> {
    const { PDFDocument, regular, bold } = await (this.press ??= loadPress());
    const title = [words.titles[document.kind], document.number].filter((part) => part !== undefined).join(' ');
    const pdf = new PDFDocument({
      size: 'A4',
      margins: { top: 56, bottom: 64, left: 56, right: 56 },
      bufferPages: true,
      lang: document.locale,
      displayTitle: true,
      font: null as unknown as string,
      info: {
        Title: title,
        Author: document.issuer.name,
        Creator: document.platform,
        Producer: document.platform,
        CreationDate: new Date(document.issuedAt),
        ModDate: new Date(document.issuedAt),
      },
    });
    pdf.registerFont('regular', regular);
    pdf.registerFont('bold', bold);
    const sheet = new Sheet(pdf, document.locale);
    drawHead(sheet, document, words);
    drawLines(sheet, document, words);
    drawTotals(sheet, document, words);
    drawPageNumbers(sheet, words.labels['page'] ?? '{page}/{pages}');
    pdf.end();
    return buffer(pdf as unknown as NodeJS.ReadableStream & AsyncIterable<Buffer>);
  }
}
