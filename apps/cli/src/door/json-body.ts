/** A type as JSON carries it: an optional field is there or not, never there as undefined. */
export type JsonBody<T> = T extends readonly (infer Item)[]
  ? JsonBody<Item>[]
  : T extends object
    ? { [K in keyof T]: JsonBody<Exclude<T[K], undefined>> }
    : T;

/** A value as the body of a call. zod types optional fields as possibly undefined; JSON drops those, so the value is the same. */
export function jsonBody<T>(value: T): JsonBody<T> {
  return value as JsonBody<T>;
}
