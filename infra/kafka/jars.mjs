// The broker's jars: where they live and whether they are the ones that were reviewed. Plain JavaScript, because
// tools/prepare.mjs runs it before any package or TypeScript-capable Node exists.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');

export const pomFile = join(here, 'pom.xml');
export const listFile = join(here, 'jars.sha256');

/** One folder per version of the pom, so that a changed pin never mixes with jars of the old one. */
export function jarsDir() {
  return join(root, '.local', `jars-${sha256(readFileSync(pomFile)).slice(0, 12)}`);
}

/** The marker is written last: a folder without it was interrupted and is fetched again. */
export function jarsReady(dir = jarsDir()) {
  return existsSync(join(dir, '.verified'));
}

/** Throws, naming every jar that is missing, altered or not on the list; otherwise leaves the marker. */
export function verifyJars(dir = jarsDir(), list = readFileSync(listFile, 'utf8')) {
  const problems = compareJars(parseJarList(list), hashJars(dir));
  if (problems.length > 0) throw new Error(`the broker's jars are not the reviewed ones: ${problems.join('; ')}`);
  writeFileSync(join(dir, '.verified'), '');
}

export function writeJarList(dir = jarsDir()) {
  writeFileSync(listFile, formatJarList(hashJars(dir)));
}

/** Same shape as `sha256sum`, so the list can be checked by hand: `cd <dir> && sha256sum -c …/jars.sha256`. */
export function formatJarList(hashes) {
  return [...hashes].map(([jar, hash]) => `${hash}  ${jar}\n`).join('');
}

export function parseJarList(text) {
  const hashes = new Map();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const match = /^([0-9a-f]{64}) {2}(\S+\.jar)$/.exec(line);
    if (match === null) throw new Error(`jars.sha256 has a line that is not "<sha256>  <name>.jar": ${line}`);
    hashes.set(match[2], match[1]);
  }
  return hashes;
}

/** What is wrong with the jars found, as sentences; empty when they are exactly the expected ones. */
export function compareJars(expected, found) {
  const problems = [];
  for (const [jar, hash] of expected) {
    if (!found.has(jar)) problems.push(`${jar} is missing`);
    else if (found.get(jar) !== hash) problems.push(`${jar} has another sha256`);
  }
  for (const jar of found.keys()) if (!expected.has(jar)) problems.push(`${jar} is not on the list`);
  return problems;
}

function hashJars(dir) {
  const jars = readdirSync(dir).filter((name) => name.endsWith('.jar'));
  return new Map(jars.sort().map((jar) => [jar, sha256(readFileSync(join(dir, jar)))]));
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
