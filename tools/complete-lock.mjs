// Adds to package-lock.json the optional builds for other machines that the registry it was made against did not serve.
// `npm ci` refuses a lock file in which an optional dependency of an installed package has no entry at all; with an entry it
// skips the build on machines it is not for. Run after every change of dependencies: node tools/complete-lock.mjs [lock file]
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = completeLock(lock.packages);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} optional builds added to ${file}`);

function completeLock(packages) {
  const added = [];
  for (const [parent, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const target = targetOf(name);
      if (resolves(packages, parent, name) || target === undefined || !/^\d+\.\d+\.\d+/.test(version)) continue;
      packages[`node_modules/${name}`] = { version, ...target, ...(entry.dev && { dev: true }), optional: true };
      added.push(name);
    }
  }
  return added;
}

/** As Node looks packages up: in the parent's own node_modules, then in each folder above. */
function resolves(packages, parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

/** Platform builds say in their name what they are for: `@swc/core-darwin-arm64`, `…-linux-arm-gnueabihf`. */
function targetOf(name) {
  const match =
    /-(darwin|win32|linux|freebsd|android|openharmony)-(arm64|arm|x64|ia32|ppc64|s390x|riscv64|loong64)(-|$)/.exec(
      name,
    );
  return match === null ? undefined : { cpu: [match[2]], os: [match[1]] };
}
