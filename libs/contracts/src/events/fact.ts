import type { z } from 'zod';
import type { Topic } from './topic.js';

/**
 * One fact at one schema version: what is said, on which topic, and an example both sides test against.
 * A released version is frozen: add optional fields only, never remove, rename or retype (a new version is a new constant).
 */
export interface FactContract<Data = unknown> {
  readonly type: string;
  readonly v: number;
  readonly topic: Topic;
  readonly schema: z.ZodType<Data>;
  /** The field of `data` that is the Kafka key. */
  readonly keyOf: (data: Data) => string;
  readonly example: Data;
}

/** The data of a fact, as its producer builds it and its consumers receive it. */
export type DataOf<F> = F extends FactContract<infer Data> ? Data : never;

/** Declares a fact; exists so that the example is type-checked against the schema. */
export function fact<Data>(
  contract: Omit<FactContract<Data>, 'example'> & { readonly example: NoInfer<Data> },
): FactContract<Data> {
  return contract;
}
