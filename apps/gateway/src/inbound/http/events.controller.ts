import { Controller, Inject } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { streamOpsEvents } from '@reprise/contracts/http';
import { Answers, rawAnswer } from '@reprise/platform/http';
import type { Call, RawAnswer } from '@reprise/platform/http';
import { EventStreams } from './event-streams.js';
import { tokenOf, tokenEndMs } from './token-of.js';

/** Tells operators what changes, for as long as they listen. */
@Controller()
export class EventsController implements OnModuleDestroy {
  constructor(@Inject(EventStreams) private readonly streams: EventStreams) {}

  @Answers(streamOpsEvents)
  stream({ principal, query, headers, raw }: Call<typeof streamOpsEvents>): RawAnswer {
    const body = this.streams.start({
      subject: principal.subject,
      authorization: raw.headers.authorization ?? '',
      endsAtMs: tokenEndMs(tokenOf(raw.headers)),
      topics: query.topics && new Set(query.topics),
      lastEventId: headers['last-event-id'],
    });
    return rawAnswer(200, body, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      // Its end is the end of the connection: a server that stops must not wait for what might follow on it.
      connection: 'close',
      // Nginx holds answers back to send them in larger pieces; an event is late then.
      'x-accel-buffering': 'no',
    });
  }

  /** Before the server waits for what is still being answered: these would never be. */
  onModuleDestroy(): void {
    this.streams.close();
  }
}
