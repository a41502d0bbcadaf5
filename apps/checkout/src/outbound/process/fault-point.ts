import type { FaultPoint, FaultPointName } from '../../application/ports.js';

/** Where a test wants this process to die, and at which passage (the first is 1). */
export interface FaultPlan {
  readonly point: FaultPointName;
  readonly passage: number;
}

/** Kills this process, as a power cut would, when the planned point is passed the planned number of times. */
export function faultPointOf(plan: FaultPlan | undefined): FaultPoint {
  if (!plan) return () => undefined;
  let passages = 0;
  return (name) => {
    if (name !== plan.point) return;
    passages += 1;
    if (passages === plan.passage) process.kill(process.pid, 'SIGKILL');
  };
}
