// `npm run reset`: forgets all data, keys and logs of this clone. The broker's jars stay; they are not state.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findSupervisor, claimState } from './platform/claim-state.ts';

const stateDir = fileURLToPath(new URL('../.local', import.meta.url));

const running = findSupervisor(stateDir);
if (running !== undefined) {
  console.error(`Reprise is running (pid ${running.pid}). Stop it first, then reset.`);
  process.exit(1);
}

(await claimState(stateDir)).release(); // Ends what a killed run left behind, which still writes to what is removed here.
const kept = (name: string): boolean => name.startsWith('jars-') || name === 'prepare.lock';
const removed = readdirSync(stateDir).filter((name) => !kept(name));
for (const name of removed) rmSync(join(stateDir, name), { recursive: true, force: true });
console.log('All data, keys and logs of this clone are gone; the next npm start begins anew.');
