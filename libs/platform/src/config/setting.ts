import { z } from 'zod';

/** What an operator needs to know about one environment variable. */
export interface SettingNotes {
  /** What it decides, with its unit and what raising or lowering it does. */
  readonly description: string;
  /** A value that would be accepted; printed when the real one is not. Never a working secret. */
  readonly example: string;
  /** Secrets have no default and are never printed, not even when they are wrong. */
  readonly secret?: boolean;
}

/** A setting's notes together with the variable it is read from. */
export interface Setting extends SettingNotes {
  readonly env: string;
}

const settings = z.registry<Setting>();

/**
 * Binds a schema to the environment variable it is read from. Call it last (after `.default()`, `.optional()`): zod makes a
 * new schema at each step and the notes belong to the finished one.
 */
export function setting<S extends z.ZodType>(env: string, schema: S, notes: SettingNotes): S {
  // A clone, because one schema may serve two variables and each needs its own notes.
  const bound = schema.clone() as S;
  settings.add(bound, { env, ...notes });
  return bound;
}

/** The notes of a field declared with {@link setting}. Throws on a field that names no variable: it could never be set. */
export function settingOf(field: string, schema: z.core.$ZodType): Setting {
  const found = settings.get(schema as z.ZodType);
  if (!found) throw new Error(`config field "${field}" names no environment variable; declare it with setting()`);
  return found;
}
