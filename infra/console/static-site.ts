import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file of the build as it is sent. */
export interface SiteFile {
  readonly type: string;
  readonly plain: Buffer;
  /** Absent where packing would not make it smaller. */
  readonly packed: Buffer | undefined;
  readonly etag: string;
  /** Named after what is in it, so it never changes. */
  readonly immutable: boolean;
}

export interface Site {
  readonly files: ReadonlyMap<string, SiteFile>;
  /** Sent for every address of the console: the page finds its screen itself. */
  readonly page: SiteFile;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Reads the whole build into memory, packed once: two megabytes, and no request can name a file that is not in it. */
export function loadSite(directory: string): Site {
  const files = new Map<string, SiteFile>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(directory.length).replaceAll('\\', '/'), fileOf(readFileSync(path), type, path));
  }
  const page = files.get('/index.html');
  if (page === undefined) throw new Error(`${directory} holds no build of the console: run nx build console`);
  return { files, page };
}

function fileOf(plain: Buffer, type: string, path: string): SiteFile {
  const packed = type.startsWith('font/') ? plain : gzipSync(plain, { level: 9 });
  return {
    type,
    plain,
    packed: packed.length < plain.length ? packed : undefined,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    immutable: /[\\/]assets[\\/]/.test(path),
  };
}
