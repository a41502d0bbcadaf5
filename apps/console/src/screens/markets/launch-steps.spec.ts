import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchSteps, stateOfStep } from './launch-steps.js';

const api = fileURLToPath(new URL('../../../../../libs/contracts/generated/openapi.json', import.meta.url));

test('every check of the readiness report is in one step of the launch', () => {
  const { components } = JSON.parse(readFileSync(api, 'utf8')) as {
    components: { schemas: { ReadinessCheck: { properties: { check: { enum: string[] } } } } };
  };
  const stated = components.schemas.ReadinessCheck.properties.check.enum;
  expect(stated.length).toBeGreaterThan(10);
  expect(launchSteps.flatMap(({ checks }) => checks).sort()).toEqual(stated.sort());
});

test.each([
  [[], 'done'],
  [['pass', 'pass'], 'done'],
  [['pass', 'warn'], 'warns'],
  [['warn', 'block', 'pass'], 'blocked'],
] as const)('a step with %j is %s', (outcomes, state) => {
  expect(stateOfStep(outcomes.map((outcome) => ({ outcome })))).toBe(state);
});
