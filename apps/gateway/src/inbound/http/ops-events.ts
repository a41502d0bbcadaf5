import type { OpsEvent, OpsEventTopic } from '@reprise/contracts/http';

/** An event with its place in the order of this process. */
export interface NumberedEvent {
  /** `<run>-<number>`: another run of the process does not know the number. */
  readonly id: string;
  readonly event: OpsEvent;
}

/** Somebody who is told. */
export interface Listener {
  readonly topics: ReadonlySet<OpsEventTopic> | undefined;
  readonly tell: (told: NumberedEvent) => void;
}

/** How many events are kept to be told again. Market changes are rare: this is hours, not seconds. */
const KEPT = 500;

/** Tells everybody who listens what changed, and whoever was away what they missed. Keeps no more than its last events. */
export class OpsEvents {
  private readonly kept: NumberedEvent[] = [];
  private readonly listeners = new Set<Listener>();
  private told = 0;

  /** `run` tells this process from the one before it, whose numbers mean nothing here. */
  constructor(private readonly run: string) {}

  publish(event: OpsEvent): void {
    const numbered = { id: this.idOf(++this.told), event };
    this.kept.push(numbered);
    if (this.kept.length > KEPT) this.kept.shift();
    for (const listener of this.listeners) if (wants(listener, event)) listener.tell(numbered);
  }

  /** Tells what came after `lastId`, then everything to come. Answers how to stop. */
  listen(listener: Listener, lastId?: string): () => void {
    for (const missed of this.since(lastId)) if (wants(listener, missed.event)) listener.tell(missed);
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private since(lastId: string | undefined): readonly NumberedEvent[] {
    // Who never heard anything has just read everything, or is about to.
    if (lastId === undefined || lastId === '') return [];
    const at = this.numberOf(lastId);
    const oldestKept = this.told - this.kept.length + 1;
    if (at === undefined || at > this.told || at < oldestKept - 1)
      return [{ id: this.idOf(this.told), event: { type: 'reset' } }];
    return this.kept.slice(at - oldestKept + 1);
  }

  private idOf(number: number): string {
    return `${this.run}-${number}`;
  }

  private numberOf(id: string): number | undefined {
    const number = id.startsWith(`${this.run}-`) ? id.slice(this.run.length + 1) : '';
    return /^\d{1,15}$/.test(number) ? Number(number) : undefined;
  }
}

function wants({ topics }: Listener, { type }: OpsEvent): boolean {
  return type === 'reset' || topics === undefined || topics.has(type);
}
