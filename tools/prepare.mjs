// What `npm start` and `npm test` need before they can run anything: the packages of package-lock.json and the broker's jars.
// Runs on a fresh clone, so it uses nothing but Node. Does nothing, in a few milliseconds, when all is there.
//   node tools/prepare.mjs            installs what is missing
//   node tools/prepare.mjs --write    fetches the jars of infra/kafka/pom.xml anew and rewrites infra/kafka/jars.sha256
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { javaMajor, oldestJava } from '../infra/kafka/java.mjs';
import { jarsDir, jarsReady, pomFile, verifyJars, writeJarList } from '../infra/kafka/jars.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const oldestNode = [20, 19];
const waysOut =
  'or run `docker compose up`, or point KAFKA_BROKERS_EU, KAFKA_BROKERS_US, DATABASE_URL_EU and DATABASE_URL_US at your own';

/** What a person can mend: printed as one line, without a stack. */
class Missing extends Error {}

try {
  prepare(process.argv.includes('--write'));
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(error.message);
  process.exit(1);
}

function prepare(rewriteList) {
  requireNode();
  const embeddedBroker = !process.env.KAFKA_BROKERS_EU || !process.env.KAFKA_BROKERS_US;
  const fetchJars = rewriteList || (embeddedBroker && !jarsReady());
  // All that can be missing is named before minutes are spent on installing.
  if (embeddedBroker || rewriteList) requireJava();
  if (fetchJars) requireMaven();

  if (!packagesAreFresh() || fetchJars) {
    withLock(() => {
      if (!packagesAreFresh()) installPackages();
      if (rewriteList || (embeddedBroker && !jarsReady())) copyJars(rewriteList);
    });
  }
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Missing(
    `Node ${oldestNode.join('.')} or newer is needed, this is ${process.versions.node}: install it, ${waysOut}.`,
  );
}

function requireJava() {
  const major = javaMajor();
  if (major !== undefined && major >= oldestJava) return;
  const found = major === undefined ? 'and none was found' : `and this is ${major}`;
  throw new Missing(
    `Java ${oldestJava} or newer is needed for the embedded Kafka broker ${found}: install it (a JRE is enough), ${waysOut}.`,
  );
}

function requireMaven() {
  if (spawnSync('mvn', ['-v'], { stdio: 'ignore' }).status === 0) return;
  throw new Missing(
    `Maven (mvn) is needed once, to fetch the embedded Kafka broker, and was not found: install it, ${waysOut}.`,
  );
}

/**
 * node_modules is fresh when it was installed from this very lock file, or, for one that somebody installed by hand, when npm's
 * own note of what is in it agrees with the lock file.
 */
function packagesAreFresh() {
  const marker = join(root, 'node_modules', '.reprise-lock');
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(marker)) return readFileSync(marker, 'utf8') === hash;
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (
    !existsSync(installed) ||
    !agree(JSON.parse(lock).packages, JSON.parse(readFileSync(installed, 'utf8')).packages)
  ) {
    return false;
  }
  writeFileSync(marker, hash);
  return true;
}

/** Optional packages may be absent: most are builds for other machines. */
function agree(wanted, installed) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || !path.startsWith('node_modules/') || entry.link) return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true || entry.peer === true : found.version === entry.version;
  });
}

function installPackages() {
  const done = announce('Installing packages (npm ci)');
  // npm tells its scripts where it is; run by hand, the one on the PATH has to do.
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const ran = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (ran.status !== 0) throw new Missing('npm ci failed (its output is above): mend that and start again.');
  const lock = readFileSync(join(root, 'package-lock.json'));
  writeFileSync(join(root, 'node_modules', '.reprise-lock'), createHash('sha256').update(lock).digest('hex'));
  done();
}

function copyJars(rewriteList) {
  const dir = jarsDir();
  const done = announce('Fetching the Kafka broker (Maven)');
  rmSync(dir, { recursive: true, force: true });
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${dir}`];
  const ran = spawnSync('mvn', ['-q', '-B', '-f', pomFile, ...goal], { encoding: 'utf8' });
  if (ran.status !== 0) {
    const reason = /\[ERROR\] (.*)/.exec(ran.stdout + ran.stderr)?.[1] ?? `mvn ended with ${ran.status}`;
    throw new Missing(
      `Maven could not fetch the embedded Kafka broker (${reason.slice(0, 200)}): mend that, ${waysOut}.`,
    );
  }
  if (rewriteList) writeJarList(dir);
  try {
    verifyJars(dir);
  } catch (error) {
    throw new Missing(
      `${error.message}. If infra/kafka/pom.xml changed on purpose, run \`node tools/prepare.mjs --write\` and review the list.`,
    );
  }
  done();
}

function announce(what) {
  const startedAt = Date.now();
  console.log(`${what} …`);
  return () => console.log(`${what}: done in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
}

/** `npm start` and `npm test` may be run at once on a fresh clone; the second waits for the first. */
function withLock(work) {
  const lock = join(root, '.local', 'prepare.lock');
  mkdirSync(join(root, '.local'), { recursive: true });
  for (let told = false; !take(lock); told = true) {
    if (!told) console.log('Waiting for another preparation of this clone …');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** True when the lock is ours now. A lock whose owner is gone is removed, for the next try to take. */
function take(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!ownerLives(lock)) rmSync(lock, { recursive: true, force: true });
  return false;
}

/** The pid file comes a moment after the folder; a folder without one for ten seconds was left by a crash. */
function ownerLives(lock) {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error.code === 'EPERM') return true;
    if (error.code === 'ESRCH') return false;
    return existsSync(lock) && Date.now() - statSync(lock).mtimeMs < 10_000;
  }
}
