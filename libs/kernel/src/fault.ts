/**
 * The world misbehaved: a broker away, a lock not granted, a bank silent. `retriable` says whether the same call may succeed later;
 * whoever retries backs off and stops at a bound. Never used for a business answer: that is a Rejection.
 */
export class Fault extends Error {
  readonly retriable: boolean;

  constructor(message: string, options: { readonly retriable: boolean; readonly cause?: unknown }) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = new.target.name;
    this.retriable = options.retriable;
  }
}

/** We were wrong: the code met a state it claims cannot exist. Nobody catches it to go on; the request fails or the fact is parked. */
export class Bug extends Error {
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Throws a Bug unless `condition` holds. The message says what was believed, for the person who reads the crash. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Bug(message);
}
