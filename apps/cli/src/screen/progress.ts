/** Where progress is shown: standard error, so that what a command answers can be piped. */
export interface ProgressSink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Says what a command is at: one line that rewrites itself on a terminal, a line a step in a log. */
export class Progress {
  private shown = '';

  constructor(private readonly sink: ProgressSink = process.stderr) {}

  /** A step that begins. */
  step(text: string): void {
    if (this.sink.isTTY === true) this.rewrite(text);
    else this.sink.write(`${text}\n`);
  }

  /** How far the step is. Shown on a terminal only: a log is not the place for a moving number. */
  detail(text: string): void {
    if (this.sink.isTTY === true) this.rewrite(text);
  }

  /** Takes the line off the terminal, so that the answer stands alone. */
  clear(): void {
    if (this.sink.isTTY === true && this.shown !== '') this.rewrite('');
  }

  private rewrite(text: string): void {
    this.shown = text;
    this.sink.write(`\r\x1b[K${text}`);
  }
}
