import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UsageError } from './failures.js';

/** The roles a command may act in. */
export type CredentialRole = 'ops' | 'finance';

const credentialsSchema = z.object({
  ops: z.string().min(1).optional(),
  finance: z.string().min(1).optional(),
  sellers: z.array(z.object({ id: z.uuid(), token: z.string().min(1) })).default([]),
});

export type Credentials = z.output<typeof credentialsSchema>;

/** Reads the credentials file that the platform writes at start. */
export async function readCredentials(file: string): Promise<Credentials> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no ${file}. Start the platform first (npm start writes it), or give --token.`);
  });
  const parsed = credentialsSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `${file} is not a credentials file. Start the platform again (npm start rewrites it), or give --token.`,
  );
}

/** The token a command in `role` uses: the one given, else the role's in the credentials file. */
export async function tokenFor(
  role: CredentialRole,
  { token, credentials: file }: { readonly token?: string; readonly credentials: string },
): Promise<string> {
  if (token !== undefined) return token;
  const found = (await readCredentials(file))[role];
  if (found === undefined) throw new UsageError(`${file} holds no "${role}" token. Give one with --token.`);
  return found;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
