/** Locks are taken in one order by all. */
export function sortedBy<T>(all: readonly T[], nameOf: (each: T) => string): T[] {
  return [...all].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
