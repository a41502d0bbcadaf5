import type { z } from 'zod';
import { settingOf } from './setting.js';

/** Where variables come from: `process.env` in `main.ts`, a literal in a spec. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Exit code of a process whose configuration is wrong (`EX_CONFIG` of sysexits.h): a supervisor must not restart it. */
export const EXIT_CONFIG = 78;

/** Everything that is wrong with the environment, in one readable message. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(
    message: string,
    /** The variables at fault. */
    readonly variables: readonly string[],
  ) {
    super(message);
  }
}

/**
 * Reads one application's settings from the environment: parsed once, every error listed at once, deeply frozen.
 * An empty variable counts as absent, as shells and compose files cannot say otherwise. Throws {@link ConfigError}.
 */
export function loadConfig<S extends z.ZodObject>(schema: S, env: Environment = process.env): Readonly<z.output<S>> {
  const fields = Object.entries(schema.shape).map(([field, type]) => ({ field, ...settingOf(field, type) }));
  const given = Object.fromEntries(fields.map(({ field, env: name }) => [field, env[name] || undefined]));
  const parsed = schema.safeParse(given);
  if (parsed.success) return deepFreeze(parsed.data);

  const wrong = new Map<string, string[]>();
  for (const issue of parsed.error.issues) {
    const field = fields.find((candidate) => candidate.field === issue.path[0]);
    const name = field?.env ?? '(configuration)';
    const missing = field !== undefined && given[field.field] === undefined;
    const where = issue.path.length > 1 ? `${issue.path.slice(1).join('.')}: ` : '';
    wrong.set(name, [...(wrong.get(name) ?? []), missing ? 'is not set' : where + issue.message]);
  }
  const blocks = [...wrong].map(([name, reasons]) => {
    const notes = fields.find((field) => field.env === name);
    const lines = [`  ${name}: ${[...new Set(reasons)].join('; ')}`];
    if (notes) lines.push(`      ${notes.description}`, `      example: ${name}=${notes.example}`);
    return lines.join('\n');
  });
  const count = wrong.size === 1 ? '1 setting is' : `${wrong.size} settings are`;
  throw new ConfigError(`${count} wrong:\n${blocks.join('\n')}`, [...wrong.keys()]);
}

/** {@link loadConfig} for `main.ts`: prints what is wrong and exits with {@link EXIT_CONFIG}. */
export function loadConfigOrExit<S extends z.ZodObject>(
  schema: S,
  env: Environment = process.env,
): Readonly<z.output<S>> {
  try {
    return loadConfig(schema, env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(EXIT_CONFIG);
  }
}

/** The settings as a boot log may show them: secrets say only that they are set. */
export function printableConfig<S extends z.ZodObject>(schema: S, config: z.output<S>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.shape).map(([field, type]) => {
      const value = (config as Record<string, unknown>)[field];
      return [field, settingOf(field, type).secret && value !== undefined ? '[secret]' : value];
    }),
  );
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
