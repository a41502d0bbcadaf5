import type { OpsEventTopic } from '@reprise/contracts/http';
import { RequestRefused } from '@reprise/platform/http';
import { Readable } from 'node:stream';
import type { NumberedEvent, OpsEvents } from './ops-events.js';

/** Who opens a stream, and until when their token is good. */
export interface StreamOpening {
  readonly subject: string;
  readonly authorization: string;
  readonly endsAtMs: number;
  readonly topics: ReadonlySet<OpsEventTopic> | undefined;
  readonly lastEventId: string | undefined;
}

export interface StreamLimits {
  /** Proxies give up on a silent connection after a minute or less, and a dead one is noticed no sooner than something is written to it. */
  readonly heartbeatMs: number;
  /** One person with a few windows, not one with a loop. */
  readonly perSubject: number;
  readonly total: number;
  /** Bytes that may wait for a slow reader before they are cut off: memory is for many, and they lose nothing. */
  readonly waitingBytes: number;
}

export const STREAM_LIMITS: StreamLimits = {
  heartbeatMs: 15_000,
  perSubject: 20,
  total: 500,
  waitingBytes: 65_536,
};

/** How soon a browser should come back, in milliseconds. */
const RETRY_MS = 2_000;
/** The longest a timer of Node can wait; a token good for longer is looked at again by the browser coming back. */
const LONGEST_TIMER_MS = 2_147_483_647;

interface OpenStream {
  readonly opening: StreamOpening;
  readonly body: Readable;
}

/** The open streams of this process: their limits, their heartbeat and their end. */
export class EventStreams {
  private readonly open = new Set<OpenStream>();
  private heartbeat: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(
    private readonly events: OpsEvents,
    private readonly limits: StreamLimits = STREAM_LIMITS,
  ) {}

  /** A body to answer with: told from now on, or from where the last connection broke. Throws {@link RequestRefused} past a limit. */
  start(opening: StreamOpening): Readable {
    this.expectRoom(opening.subject);
    // Push only: what cannot be written yet waits in the stream, and `write` looks at how much.
    const body = new Readable({ read: () => undefined });
    const stream = { opening, body };
    const expiry = setTimeout(
      () => body.push(null),
      Math.min(LONGEST_TIMER_MS, Math.max(0, opening.endsAtMs - Date.now())),
    ).unref();
    this.open.add(stream);
    body.push(`retry: ${RETRY_MS}\n\n`);
    const stop = this.events.listen(
      { topics: opening.topics, tell: (told) => this.write(body, textOf(told)) },
      opening.lastEventId,
    );
    body.once('close', () => {
      stop();
      clearTimeout(expiry);
      this.open.delete(stream);
      if (this.open.size > 0) return;
      clearInterval(this.heartbeat);
      this.heartbeat = undefined;
    });
    this.heartbeat ??= setInterval(() => this.beat(), this.limits.heartbeatMs).unref();
    return body;
  }

  /** The token of somebody who listens now, to ask on their behalf; undefined when nobody does. */
  get someAuthorization(): string | undefined {
    return [...this.open].at(-1)?.opening.authorization;
  }

  /** Ends every stream, so that a process that stops waits for none. They come back to another. */
  close(): void {
    this.closing = true;
    for (const { body } of this.open) body.push(null);
  }

  private beat(): void {
    for (const { body } of this.open) this.write(body, ': still here\n\n');
  }

  private write(body: Readable, text: string): void {
    if (body.readableEnded || body.destroyed) return;
    if (body.readableLength > this.limits.waitingBytes) return void body.destroy();
    body.push(text);
  }

  private expectRoom(subject: string): void {
    const own = [...this.open].filter(({ opening }) => opening.subject === subject).length;
    if (!this.closing && own < this.limits.perSubject && this.open.size < this.limits.total) return;
    const headers = { 'retry-after': '15' };
    if (this.closing) throw new RequestRefused('ServiceUnavailable', 'This gateway is stopping.', { headers });
    throw new RequestRefused('TooManyRequests', 'Too many event streams are open. Close one, or ask without.', {
      headers,
    });
  }
}

function textOf({ id, event }: NumberedEvent): string {
  const { type, ...data } = event;
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
