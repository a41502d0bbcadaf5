import type { OrderId } from '@reprise/kernel';
import { Bug } from '@reprise/kernel';
import type { ClaimState, ClaimStep, OrderEnding } from './order-claim.js';
import { stepOf } from './order-claim.js';

const orderId = 'o' as OrderId;

test.each<[OrderEnding, ClaimState | undefined, ClaimStep]>([
  ['confirmed', 'allocated', 'commit'],
  ['confirmed', 'committed', 'nothing'],
  ['cancelled', 'allocated', 'release'],
  ['cancelled', undefined, 'bar'],
  ['cancelled', 'rejected', 'nothing'],
  ['cancelled', 'released', 'nothing'],
  ['cancelled', 'barred', 'nothing'],
])('%s, while its stock is %s: %s', (ending, state, step) => {
  expect(stepOf(orderId, ending, state)).toBe(step);
});

test.each<[OrderEnding, ClaimState | undefined]>([
  ['confirmed', undefined],
  ['confirmed', 'released'],
  ['confirmed', 'rejected'],
  ['confirmed', 'barred'],
  ['cancelled', 'committed'],
])('%s, while its stock is %s, would sell what is not there or give back what is gone: a Bug', (ending, state) => {
  expect(() => stepOf(orderId, ending, state)).toThrow(Bug);
});
