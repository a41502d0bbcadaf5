/** A moment so many milliseconds from now. Locks and leases are cut to milliseconds, which is all a Date holds: they are compared for equality later. */
export function inMs(sql: string): string {
  return `date_trunc('milliseconds', now() + ${sql}::double precision * interval '1 millisecond')`;
}
