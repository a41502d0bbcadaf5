const listeners = new Set<() => void>();

/** Tells every relay of this process that an outbox has news. A relay with nothing to do loses one query, so nobody is addressed. */
export function signalOutbox(): void {
  for (const listener of listeners) listener();
}

/** Hears of news until the returned function is called. */
export function onOutboxSignal(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
