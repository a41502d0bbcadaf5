/** Where progress goes; a terminal gets a line that rewrites itself below those that stay. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const redrawMs = 200;

/** Says what has become true and when, and on a terminal also what is being done now. */
export class Progress {
  readonly #screen: Screen;
  readonly #now: () => number;
  readonly #startedAt: number;
  #doing = '';
  #ticker: NodeJS.Timeout | undefined;

  constructor(screen: Screen, now: () => number = () => performance.now()) {
    this.#screen = screen;
    this.#now = now;
    this.#startedAt = now();
  }

  /** Since the beginning: `12.3 s`. */
  get elapsed(): string {
    return `${((this.#now() - this.#startedAt) / 1_000).toFixed(1)} s`;
  }

  /** What is being done from now on. */
  doing(text: string): void {
    this.#doing = text;
    if (this.#screen.isTTY) this.#ticker ??= setInterval(() => this.#draw(), redrawMs).unref();
    this.#draw();
  }

  /** A line that stays, with the time it became true. */
  done(text: string): void {
    this.say(`${this.elapsed.padStart(8)}  ${text}`);
  }

  /** A line that stays. */
  say(text: string): void {
    this.#wipe();
    this.#screen.write(`${text}\n`);
    this.#draw();
  }

  /** Nothing is being done any more. */
  end(): void {
    clearInterval(this.#ticker);
    this.#ticker = undefined;
    this.#doing = '';
    this.#wipe();
  }

  #draw(): void {
    if (!this.#screen.isTTY || this.#doing === '') return;
    const room = Math.max(10, (this.#screen.columns ?? 80) - 14);
    const fitted = this.#doing.length > room ? `${this.#doing.slice(0, room - 1)}…` : this.#doing;
    this.#screen.write(`\r\x1b[K${this.elapsed.padStart(8)}  ${fitted}`);
  }

  #wipe(): void {
    if (this.#screen.isTTY) this.#screen.write('\r\x1b[K');
  }
}
