/** Mistakes people make, each planted in one port of the simulator. */
export const bugNames = [
  /** The relay remembers the last id it read and steps over whoever commits late. */
  'cursorOutbox',
  /** A fact that was heard before is heard again. */
  'droppedInbox',
  /** A fact is committed, and so published, before the change it tells of. */
  'publishBeforeCommit',
  /** A payment nobody answered for counts as declined. */
  'timeoutMeansDeclined',
  /** Stock is read, changed and written back without a lock. */
  'unlockedStock',
  /** The relay sends on after a send failed, with the sequence numbers of the one that failed. */
  'concurrentSend',
  /** The outbox row is marked published before Kafka has the fact. */
  'markBeforePublish',
  /** Whether a key is known is looked up before it is written, and writing it does not look again. */
  'keyCheckedThenWritten',
] as const;
export type BugName = (typeof bugNames)[number];

export type Bugs = Readonly<Partial<Record<BugName, boolean>>>;
