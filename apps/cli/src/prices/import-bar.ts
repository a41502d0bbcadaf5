import { Presets, SingleBar } from 'cli-progress';
import type { OfferImport } from './upload-part.js';

/** How far an import is: a bar with rate and time left on a terminal, now and then a line in a log. */
export class ImportBar {
  private readonly bar: SingleBar | undefined;
  private loggedAt = 0;

  constructor(
    private readonly size: number,
    private readonly sink: NodeJS.WriteStream = process.stderr,
  ) {
    if (!sink.isTTY) return;
    this.bar = new SingleBar(
      {
        format: '{bar} {percentage} % · {rows} rows · {rate} rows/s · {left} left · {rejected} rejected',
        stream: sink,
        hideCursor: true,
        clearOnComplete: true,
      },
      Presets.shades_grey,
    );
    this.bar.start(size, 0, { rows: '0', rate: '–', left: '–', rejected: '0' });
  }

  show(taken: OfferImport): void {
    const words = inWords(taken, this.size);
    if (this.bar !== undefined) return this.bar.update(taken.bytes, words);
    if (Date.now() - this.loggedAt < logEveryMs) return;
    this.loggedAt = Date.now();
    const share = this.size === 0 ? 100 : Math.floor((taken.bytes / this.size) * 100);
    this.sink.write(
      `${share} % · ${words.rows} rows · ${words.rate} rows/s · ${words.left} left · ${words.rejected} rejected\n`,
    );
  }

  /** A connection broke: said once, under the bar. */
  lost(reason: string, waitMs: number): void {
    this.sink.write(`${this.bar === undefined ? '' : '\n'}interrupted (${reason}); going on in ${waitMs / 1000} s\n`);
  }

  stop(): void {
    this.bar?.stop();
  }
}

const logEveryMs = 5_000;

interface Words {
  readonly rows: string;
  readonly rate: string;
  readonly left: string;
  readonly rejected: string;
}

/** Numbers as people read them. Time left assumes that the rest goes as the part so far. */
export function inWords({ rows, rowsPerSecond, bytes, rejected }: OfferImport, size: number): Words {
  const rowsLeft = bytes === 0 ? undefined : (rows / bytes) * (size - bytes);
  const seconds = rowsLeft === undefined || rowsPerSecond === 0 ? undefined : Math.ceil(rowsLeft / rowsPerSecond);
  return {
    rows: rows.toLocaleString('en-US'),
    rate: rowsPerSecond.toLocaleString('en-US'),
    left: seconds === undefined ? '–' : duration(seconds),
    rejected: rejected.toLocaleString('en-US'),
  };
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
