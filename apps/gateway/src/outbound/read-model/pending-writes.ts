import type { NextOffset, StateChange, StateKind } from '../../application/ports.js';

/** What has been taken and is not on disk yet: the last state of each key, and how far that reads. */
export class PendingWrites {
  private readonly states = new Map<StateKind, Map<string, StateChange>>();
  private readonly next = new Map<string, NextOffset>();
  clusterId: string | undefined;

  get size(): number {
    let size = 0;
    for (const changes of this.states.values()) size += changes.size;
    return size;
  }

  get isEmpty(): boolean {
    return this.next.size === 0 && this.clusterId === undefined && this.size === 0;
  }

  add(changes: readonly StateChange[], offsets: readonly NextOffset[], clusterId: string | undefined): void {
    for (const change of changes) {
      let ofKind = this.states.get(change.kind);
      if (ofKind === undefined) this.states.set(change.kind, (ofKind = new Map()));
      ofKind.set(change.key, change);
    }
    for (const offset of offsets) this.next.set(`${offset.topic}:${offset.partition}`, offset);
    this.clusterId = clusterId ?? this.clusterId;
  }

  find(kind: StateKind, key: string): StateChange | undefined {
    return this.states.get(kind)?.get(key);
  }

  *changes(): Generator<StateChange> {
    for (const ofKind of this.states.values()) yield* ofKind.values();
  }

  offsets(): Iterable<NextOffset> {
    return this.next.values();
  }

  clear(): void {
    this.states.clear();
    this.next.clear();
    this.clusterId = undefined;
  }
}
