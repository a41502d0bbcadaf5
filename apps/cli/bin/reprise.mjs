#!/usr/bin/env node
// Plain JavaScript that any supported Node can read: it decides which Node runs the CLI, and says what to do when nothing is built.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
const ownNode = fileURLToPath(new URL('../../../node_modules/node/bin/node', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
// commander 15 asks for 22.12; the project pins its own Node in node_modules.
const isRecent = major > 22 || (major === 22 && minor >= 12);

if (!existsSync(main)) {
  console.error('reprise: the CLI is not built yet. Run: npm run build');
  process.exitCode = 2;
} else if (isRecent) {
  await import(main.href);
} else if (existsSync(ownNode)) {
  const child = spawn(ownNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
} else {
  console.error(
    `reprise: this Node is ${process.versions.node}, the CLI needs 22.12 or newer. Run: npm ci (it brings its own)`,
  );
  process.exitCode = 2;
}
