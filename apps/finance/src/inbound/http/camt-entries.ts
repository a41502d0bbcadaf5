import { createHash } from 'node:crypto';
import { TextDecoder } from 'node:util';
import type { QualifiedTag, SAXParser } from 'sax';
import sax from 'sax';
import type { CamtEntry } from '../../domain/settlement/read-camt-entry.js';

/** One entry of the statement with the line it ends on; or what is wrong with the text itself. */
export type CamtRecord =
  | { readonly line: number; readonly entry: CamtEntry; readonly error?: undefined }
  | { readonly line: number; readonly error: string };

/** The entries of a statement, and the digest of its bytes (hex) once they have all been read. */
export interface CamtRecordStream extends AsyncIterable<CamtRecord> {
  sha256(): string;
}

/** Longest text of one element, in characters: longer than any field of the standard. */
const textMax = 2_000;

/** Texts kept of one entry: a batch of thousands of payments is told by its first ones. */
const textsMax = 64;

/** Cuts a camt.053 statement into entries in constant memory. What follows a broken tag is not read. */
export class CamtEntries {
  read(bytes: AsyncIterable<Buffer>): CamtRecordStream {
    const digest = createHash('sha256');
    return {
      [Symbol.asyncIterator]: () => entriesOf(bytes, (chunk) => digest.update(chunk)),
      sha256: () => digest.digest('hex'),
    };
  }
}

async function* entriesOf(
  bytes: AsyncIterable<Buffer>,
  digest: (chunk: Buffer) => unknown,
): AsyncGenerator<CamtRecord> {
  const statement = new Statement();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) {
      digest(chunk);
      statement.write(decode(decoder, chunk));
      yield* statement.taken();
    }
    statement.close();
  } catch (error) {
    if (!(error instanceof NotCamt)) throw error;
    yield* statement.taken();
    yield { line: statement.line, error: error.message };
  }
}

/** The file is no statement, or no XML. */
class NotCamt extends Error {}

function decode(decoder: TextDecoder, chunk: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new NotCamt('The bytes are not valid UTF-8.');
  }
}

type Draft = { -readonly [K in Exclude<keyof CamtEntry, 'texts'>]: CamtEntry[K] } & { texts: string[] };

const emptyEntry = (account: string): Draft => ({
  ...{ account, amount: '', currency: '', direction: '', status: '', bookedOn: '' },
  ...{ servicerReference: '', entryReference: '', texts: [] },
});

/** Where the text of an element goes, by the end of its path below `Ntry`; namespaces vary by version and are ignored. */
const placesInEntry: readonly (readonly [string, (entry: Draft, text: string) => void])[] = [
  ['Ntry/CdtDbtInd', (entry, text) => (entry.direction = text)],
  ['Ntry/Sts', (entry, text) => (entry.status ||= text)],
  ['Ntry/Sts/Cd', (entry, text) => (entry.status = text)],
  ['Ntry/BookgDt/Dt', (entry, text) => (entry.bookedOn = text)],
  ['Ntry/BookgDt/DtTm', (entry, text) => (entry.bookedOn = text.slice(0, 10))],
  ['Ntry/AcctSvcrRef', (entry, text) => (entry.servicerReference = text)],
  ['Ntry/NtryRef', (entry, text) => (entry.entryReference = text)],
  ['Ntry/Amt', (entry, text) => (entry.amount = text)],
  ['TxDtls/Refs/EndToEndId', keepText],
  ['TxDtls/RmtInf/Ustrd', keepText],
  ['TxDtls/RmtInf/Strd/CdtrRefInf/Ref', keepText],
  ['Ntry/AddtlNtryInf', keepText],
];

function keepText(entry: Draft, text: string): void {
  if (entry.texts.length < textsMax) entry.texts.push(text);
}

class Statement {
  private readonly parser: SAXParser = sax.parser(true, { xmlns: true, trim: true });
  private readonly path: string[] = [];
  private readonly done: CamtRecord[] = [];
  private account = '';
  private entry: Draft | undefined;
  private text = '';
  private isStatement = false;

  constructor() {
    this.parser.onopentag = (tag) => this.open(tag as QualifiedTag);
    this.parser.ontext = (text) => this.add(text);
    this.parser.oncdata = (text) => this.add(text);
    this.parser.onclosetag = () => this.end();
    this.parser.onerror = (error) => {
      throw new NotCamt(error.message.split('\n')[0]);
    };
  }

  get line(): number {
    return this.parser.line + 1;
  }

  write(text: string): void {
    this.parser.write(text);
  }

  close(): void {
    this.parser.close();
    if (!this.isStatement) throw new NotCamt('There is no BkToCstmrStmt in the file.');
  }

  taken(): CamtRecord[] {
    return this.done.splice(0);
  }

  private open({ local, attributes }: QualifiedTag): void {
    this.path.push(local);
    this.text = '';
    if (this.path.length === 1 && local !== 'Document')
      throw new NotCamt(`A camt.053 begins with Document, not ${local}.`);
    if (local === 'BkToCstmrStmt') this.isStatement = true;
    if (local === 'Stmt') this.account = '';
    if (local === 'Ntry') this.entry = emptyEntry(this.account);
    if (this.entry !== undefined && this.endsWith('Ntry/Amt')) this.entry.currency = attributes['Ccy']?.value ?? '';
  }

  private add(text: string): void {
    if (this.text.length + text.length > textMax)
      throw new NotCamt(`${this.path.join('/')} is longer than ${textMax}.`);
    this.text += text;
  }

  private end(): void {
    const { entry, text } = this;
    if (entry === undefined) {
      if (text !== '' && (this.endsWith('Stmt/Acct/Id/IBAN') || this.endsWith('Stmt/Acct/Id/Othr/Id')))
        this.account = text;
    } else if (this.path.at(-1) === 'Ntry') {
      this.done.push({ line: this.line, entry });
      this.entry = undefined;
    } else if (text !== '') {
      for (const [place, put] of placesInEntry) if (this.endsWith(place)) put(entry, text);
    }
    this.text = '';
    this.path.pop();
  }

  private endsWith(place: string): boolean {
    const steps = place.split('/');
    return steps.every((step, i) => this.path[this.path.length - steps.length + i] === step);
  }
}
