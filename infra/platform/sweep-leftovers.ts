// Run by the guard of `guardChildren` when its supervisor has vanished: ends the children noted in the folder given.
import { sweepLeftovers } from './pid-files.ts';

const dir = process.argv[2];
if (dir === undefined) throw new Error('usage: node sweep-leftovers.ts <folder of pid files>');
await sweepLeftovers(dir);
