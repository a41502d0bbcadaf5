/** What has dates to keep. */
export interface Dated {
  passTime(): void;
}

/** Most a product appears or disappears late. A look costs what has dates, not what is in the catalogue. */
const LOOK_EVERY_MS = 200;

/** Makes publication dates come true: nothing is said on Kafka when one is reached, so somebody has to look at the clock. */
export class KeepPublicationDates {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly dated: Dated) {}

  start(): void {
    this.timer ??= setInterval(() => this.dated.passTime(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
