import { createServer } from 'node:net';
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { promisify } from 'node:util';

/** A port somebody must be able to listen on, and the variable that moves it. */
export interface PortClaim {
  readonly port: number;
  readonly variable: string;
}

/** What a person can act on; shown as it is, without a stack. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
}

/** Throws PortInUse for the first port that cannot be bound on the loopback address. */
export async function requireFreePorts(claims: readonly PortClaim[]): Promise<void> {
  for (const claim of claims) {
    if (await canListen(claim.port)) continue;
    throw new PortInUse(portInUseMessage(claim, await findListener(claim.port)));
  }
}

export function portInUseMessage({ port, variable }: PortClaim, pid: number | undefined): string {
  const owner = pid === undefined ? '' : ` (pid ${pid})`;
  return `Port ${port} is in use${owner}. Stop it or set ${variable}=<another port>.`;
}

async function canListen(port: number): Promise<boolean> {
  return (await bind(port, '127.0.0.1')) && (await bind(port, undefined));
}

function bind(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Who listens, when this machine lets us see it: /proc on Linux, lsof elsewhere. */
async function findListener(port: number): Promise<number | undefined> {
  if (process.platform === 'linux') return findListenerInProc(port);
  try {
    const { stdout } = await promisify(execFile)('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN']);
    return Number.parseInt(stdout, 10) || undefined;
  } catch {
    return undefined;
  }
}

function findListenerInProc(port: number): number | undefined {
  const inode = listeningInode(port);
  if (inode === undefined) return undefined;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (ownsSocket(pid, inode)) return Number(pid);
  }
  return undefined;
}

/** Rows of /proc/net/tcp: local address `hex ip:hex port`, state 0A is LISTEN, the tenth field is the socket's inode. */
function listeningInode(port: number): string | undefined {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const row of readOrEmpty(table).split('\n').slice(1)) {
      const fields = row.trim().split(/\s+/);
      if (fields[1]?.endsWith(suffix) && fields[3] === '0A') return fields[9];
    }
  }
  return undefined;
}

function ownsSocket(pid: string, inode: string): boolean {
  try {
    const files = readdirSync(`/proc/${pid}/fd`);
    return files.some((fd) => linkOf(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`);
  } catch {
    return false; // Another user's process, or gone.
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
