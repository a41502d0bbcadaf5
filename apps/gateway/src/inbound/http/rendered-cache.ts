import type { Rendered } from './answer-read.js';

interface Entry {
  readonly rendered: Rendered;
  readonly revision: string;
  readonly bytes: number;
}

/** What an entry costs besides its body: key, headers, bookkeeping. */
const OVERHEAD_BYTES = 1_000;

/**
 * Rendered answers, least recently used first to go. An entry holds only while the revision it was made at is the current one, so a change
 * shows on the next request and nothing has to be found and thrown out when a fact arrives.
 */
export class RenderedCache {
  private readonly entries = new Map<string, Entry>();
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  get size(): number {
    return this.entries.size;
  }

  /** The entry of that name and revision; made when there is none. */
  get(name: string, revision: string, make: () => Rendered): Rendered {
    return this.find(name, revision) ?? this.keep(name, revision, make());
  }

  find(name: string, revision: string): Rendered | undefined {
    const known = this.entries.get(name);
    if (known === undefined) return undefined;
    this.entries.delete(name);
    if (known.revision !== revision) {
      this.bytes -= known.bytes;
      return undefined;
    }
    // Put back at the end: the order of a Map is the order of use.
    this.entries.set(name, known);
    return known.rendered;
  }

  /** Keeps an answer and gives it back. */
  keep(name: string, revision: string, rendered: Rendered): Rendered {
    const bytes = rendered.body.length + name.length + OVERHEAD_BYTES;
    if (bytes > this.maxBytes) return rendered;
    this.bytes += bytes - (this.entries.get(name)?.bytes ?? 0);
    this.entries.delete(name);
    this.entries.set(name, { rendered, revision, bytes });
    for (const [oldest, entry] of this.entries) {
      if (this.bytes <= this.maxBytes) break;
      this.entries.delete(oldest);
      this.bytes -= entry.bytes;
    }
    return rendered;
  }
}
