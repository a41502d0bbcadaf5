/**
 * An expected business answer that is not the one hoped for ("out of stock", "quote expired"). A value, returned and never thrown.
 * `code` is stable and read by programs; `message` is for people; `field` is the path of the offending input (`lines[0].quantity`).
 */
export interface Rejection<Code extends string = string> {
  readonly kind: 'rejection';
  readonly code: Code;
  readonly message: string;
  readonly field?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Either what was asked for or why not. Test it with `isRejection`; what remains is the value. */
export type Outcome<Value, Refusal extends Rejection = Rejection> = Value | Refusal;

/** Builds a Rejection. `details` carries what a program needs to react, such as `{ quantityAvailable: 2 }`. */
export function reject<const Code extends string>(
  code: Code,
  message: string,
  extra: { readonly field?: string; readonly details?: Readonly<Record<string, unknown>> } = {},
): Rejection<Code> {
  return { kind: 'rejection', code, message, ...extra };
}

/** True for what `reject` builds, and for the same shape read back from JSON. */
export function isRejection(value: unknown): value is Rejection {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as Rejection).kind === 'rejection' &&
    typeof (value as Rejection).code === 'string'
  );
}
