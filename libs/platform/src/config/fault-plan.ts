import { z } from 'zod';
import { setting } from './setting.js';

/** Where a test wants a process to die, and at which passage (the first is 1). */
export interface FaultPlan {
  readonly point: string;
  readonly passage: number;
}

/** Places in messaging, and so in every service, where dying must lose nothing and double nothing. */
export const messagingFaultPoints = [
  'relay.before-publish',
  'relay.before-mark',
  'relay.after-mark',
  'consumer.before-commit',
  'consumer.before-offset',
] as const;

/** The setting `<prefix>_FAULT_POINT`: a place of messaging, or one of the service's own `points`, and the passage: `relay.before-mark@3`. */
export function faultPlanSetting(prefix: string, points: readonly string[] = []) {
  const known = [...messagingFaultPoints, ...points];
  const schema = z
    .string()
    .transform((text, context): FaultPlan => {
      const [, point = '', passage = ''] = /^([a-z.-]+)@([1-9]\d{0,5})$/.exec(text) ?? [];
      if (!known.includes(point)) context.addIssue(`must be <point>@<passage>, the point one of ${known.join(', ')}`);
      return { point, passage: Number(passage) };
    })
    .optional();
  return setting(`${prefix}_FAULT_POINT`, schema, {
    description: 'Kills the process at a named point, to test recovery. Unset in production.',
    example: 'relay.before-mark@3',
  });
}
