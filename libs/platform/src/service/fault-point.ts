import type { FaultPlan } from '../config/index.js';

/** Kills this process, as a power cut would, when the planned point is passed the planned number of times. */
export function faultPointOf(plan: FaultPlan | undefined): (name: string) => void {
  if (!plan) return () => undefined;
  let passages = 0;
  return (name) => {
    if (name !== plan.point) return;
    passages += 1;
    if (passages === plan.passage) process.kill(process.pid, 'SIGKILL');
  };
}
