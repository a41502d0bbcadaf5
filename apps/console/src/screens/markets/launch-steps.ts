import type { Schema } from '@reprise/sdk';

type Check = Schema<'Readiness'>['checks'][number];

/** `next` is what only waits for a person; `waiting` is what another step comes before. */
export type StepState = 'done' | 'warns' | 'blocked' | 'next' | 'waiting';

/** The way to an open market, each step with the checks that say whether it is done. Every check is in one step, and in one only. */
export const launchSteps = [
  {
    id: 'definition',
    checks: [
      'gradeWording',
      'translations',
      'legalTexts',
      'withdrawalFunction',
      'guaranteeNotice',
      'priorPrice',
      'unverifiedValues',
    ],
  },
  { id: 'tax', checks: ['taxRates', 'feeTables', 'examples'] },
  { id: 'delivery', checks: ['shipping', 'payments'] },
  { id: 'supply', checks: ['sellers', 'stock'] },
  { id: 'prices', checks: ['fxFreshness', 'charmRule', 'prices', 'offerTerms'] },
] as const satisfies readonly { readonly id: string; readonly checks: readonly Check['check'][] }[] as readonly {
  readonly id: string;
  readonly checks: readonly Check['check'][];
}[];

/** A step is as good as the worst of its checks. */
export function stateOfStep(checks: readonly Pick<Check, 'outcome'>[]): StepState {
  if (checks.some(({ outcome }) => outcome === 'block')) return 'blocked';
  return checks.some(({ outcome }) => outcome === 'warn') ? 'warns' : 'done';
}
