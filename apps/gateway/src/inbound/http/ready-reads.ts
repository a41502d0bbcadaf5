import type { FindReady, ReadyAnswer } from '@reprise/platform/http';
import type { IncomingMessage } from 'node:http';
import type { Rendered } from './answer-read.js';
import { readyFor } from './answer-read.js';
import type { RenderedCache } from './rendered-cache.js';

/** A read that was answered with a rendered answer, and how to tell whether that answer is still the right one. */
export interface AnsweredRead {
  readonly operation: string;
  /** Its name in the cache of rendered answers. */
  readonly name: string;
  /** The revision the answer would be made at now; undefined when the call would be answered otherwise. */
  readonly revisionNow: () => string | undefined;
}

/** Requests remembered a generation; there are two. */
const GENERATION = 10_000;
/** Longer ones are rare, and a flood of them must not fill memory. */
const NAME_MAX = 600;

/**
 * Requests that were answered before, byte for byte the same, with where their answers lie. It holds no answers: those are the cache's to
 * keep or drop, and only current ones are found. Two generations, so that what is asked for stays known and the rest goes.
 */
export class ReadyReads {
  private recent = new Map<string, AnsweredRead>();
  private older = new Map<string, AnsweredRead>();

  constructor(private readonly cache: RenderedCache) {}

  /** Notes how a request was answered. Only for answers that are the same to everybody. */
  note(request: IncomingMessage, read: AnsweredRead): void {
    const name = nameOf(request);
    if (name.length <= NAME_MAX) this.keep(name, read);
  }

  readonly find: FindReady = (request): ReadyAnswer | undefined => {
    const rendered = this.renderedFor(nameOf(request));
    return rendered && readyFor(rendered.answer, rendered.operation, request.headers['if-none-match']);
  };

  private renderedFor(name: string): { readonly answer: Rendered; readonly operation: string } | undefined {
    const read = this.recent.get(name) ?? this.promoted(name);
    const revision = read?.revisionNow();
    const answer = revision === undefined ? undefined : this.cache.find((read as AnsweredRead).name, revision);
    return answer && { answer, operation: (read as AnsweredRead).operation };
  }

  private promoted(name: string): AnsweredRead | undefined {
    const read = this.older.get(name);
    if (read !== undefined) this.keep(name, read);
    return read;
  }

  private keep(name: string, read: AnsweredRead): void {
    this.recent.set(name, read);
    if (this.recent.size < GENERATION) return;
    this.older = this.recent;
    this.recent = new Map();
  }
}

/** What an answer depends on besides the shop itself. */
function nameOf({ url = '', headers }: IncomingMessage): string {
  return `${url} ${headers['accept-language'] ?? ''}`;
}
