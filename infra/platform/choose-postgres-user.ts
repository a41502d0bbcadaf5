import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who PostgreSQL runs as when we are root (it refuses to be root itself). */
export interface PostgresUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /**
   * Set when the user cannot reach its own files because a folder above them is private (a clone in /root, say): what to put in
   * front of the command so that it keeps the one right it needs, to pass through folders, and no other.
   */
  readonly through?: readonly string[];
}

/** In order of preference. `nobody` exists everywhere; initdb only asks that the user has a name. */
const candidates = ['postgres', 'nobody'];

/** Undefined when we are not root: PostgreSQL then runs as ourselves. Creates no user. */
export function choosePostgresUser(paths: readonly string[]): PostgresUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = findUser(readFileSync('/etc/passwd', 'utf8'), candidates);
  if (user === undefined)
    throw new Error(`Run as a user who is not root: there is no ${candidates.join(' or ')} user to run PostgreSQL as.`);
  if (paths.every(isOpenToAll)) return user;
  return { ...user, through: passThrough(user) };
}

export function findUser(passwd: string, names: readonly string[]): PostgresUser | undefined {
  const rows = passwd.split('\n').map((row) => row.split(':'));
  for (const name of names) {
    const row = rows.find(([login]) => login === name);
    if (row !== undefined) return { name, uid: Number(row[2]), gid: Number(row[3]) };
  }
  return undefined;
}

/** Whether anybody may pass through every folder above the path. */
function isOpenToAll(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function passThrough(user: PostgresUser): string[] {
  const capability = '+dac_read_search';
  const flags = [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
  ];
  try {
    execFileSync('setpriv', [...flags, 'true'], { stdio: 'ignore' });
  } catch {
    throw new Error(
      'PostgreSQL cannot run as root, and other users cannot reach this folder. Move the clone out of a private folder, or run as a user who is not root.',
    );
  }
  return ['setpriv', ...flags];
}
