import type { Schema } from '@reprise/sdk';
import { renderSellerQuality, renderSellers } from './render-sellers.js';

const few = { events: 1, of: 12, rate: null, low: null, high: null };
const some = { events: 20, of: 100, rate: '0.200000', low: '0.133366', high: '0.288830' };

test('sellers are a line each, and one with few sales has no rate', () => {
  const seller = {
    ...{ sellerId: '0199d3a0-0000-7000-8000-000000000001', version: 3, name: 'Atelier', establishedIn: 'FR' },
    ...{ status: 'active' as const, demo: false, markets: null, handlingDays: 1, shipped: 1_200, gates: 0 },
  };
  const text = renderSellers({
    items: [
      { ...seller, failureRate: '0.024000', gates: 2 },
      { ...seller, failureRate: null, shipped: 3 },
    ],
    nextCursor: 'abc',
  });
  expect(text.split('\n')).toEqual([
    'seller                                name     status  from   sent  defects  gates',
    '0199d3a0-0000-7000-8000-000000000001  Atelier  active  FR    1,200   2.40 %      2',
    '0199d3a0-0000-7000-8000-000000000001  Atelier  active  FR        3  too few',
    '',
    'More: --cursor abc',
  ]);
});

test('quality says counts, bounds, months that may still get worse, and the way back', () => {
  const quality: Schema<'SellerQuality'> = {
    ...{ sellerId: '0199d3a0-0000-7000-8000-000000000001', asOf: '2026-11-23', shipped: 112, response: null },
    rule: { version: 1, minimumVolume: 30, observedDays: 365, confidence: '0.95' },
    failure: [{ windowDays: 90, ...some }],
    ...{ deadOnArrival: few, wrongGrade: few, cancel: few, lateShip: few, kinds: [], variants: [], overrides: [] },
    cohorts: [{ month: '2026-11', shipped: 12, late: 1, failures: [{ windowDays: 90, mature: false, ...few }] }],
    gates: [
      {
        ...{ market: 'fr', category: 'smartphone', grade: 'GOOD', reason: 'Too many.', wayBack: 'In a month.' },
        ...{ since: '2026-11-24T10:00:00.000Z', reviewFrom: '2026-12-24T10:00:00.000Z' },
        closedBy: { failures: 20, shipped: 100, low: '0.133366' },
        now: { failures: 20, shipped: 100, low: '0.133366' },
        mustHold: { windowDays: 90, evidenceDays: 180, lowerBoundMax: '0.080000', shippedMin: 50 },
      },
    ],
    ranking: null,
  };
  const text = renderSellerQuality(quality);
  expect(text).toContain('defects within 90 days   20 of 100  20.00 %  13.34 % to 28.88 %');
  expect(text).toContain('dead on arrival            1 of 12  too few');
  expect(text).toContain('2026-11    12     1       1+');
  expect(text).toContain('Taken down in fr, smartphone, GOOD: Too many.\nIn a month.');
});
