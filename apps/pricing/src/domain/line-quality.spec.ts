import type { Instant } from '@reprise/kernel';
import { mustBeInstant, plusMs } from '@reprise/kernel';
import fc from 'fast-check';
import { countLine, emptyLine, noCounts, qualityCounters, withParcel, withReturn, withSale } from './line-quality.js';
import type { LineParcel, LineReturn, LineSale, QualityCounts, QualityLine } from './line-quality.js';

const soldAt = mustBeInstant('2026-03-02T10:00:00Z');
const hours = (count: number): Instant => plusMs(soldAt, count * 3_600_000);
const days = (count: number): Instant => hours(count * 24);

const sale: LineSale = {
  market: 'fr',
  sellerId: 's1',
  variantId: 'v1',
  grade: 'GOOD',
  quantity: 2,
  soldAt,
  dispatchBy: days(2),
};
const parcel = (more: Partial<LineParcel> = {}): LineParcel => ({
  shipmentId: 'p1',
  version: 1,
  shippedAt: days(1),
  quantity: 2,
  ...more,
});
const claim = (more: Partial<LineReturn> = {}): LineReturn => ({
  returnId: 'r1',
  version: 1,
  kind: 'warrantyClaim',
  reason: 'defect',
  status: 'requested',
  requestedAt: days(11),
  shippedAt: days(1),
  answeredAt: undefined,
  quantity: 1,
  ...more,
});
const lineOf = (...parts: (LineParcel | LineReturn)[]): QualityLine =>
  parts.reduce(
    (line, part) => ('shipmentId' in part ? withParcel(line, part) : withReturn(line, part)),
    withSale(emptyLine('l1'), sale),
  );
const counted = (line: QualityLine): Partial<QualityCounts> => {
  const all = [...countLine(line).values()];
  const totals = qualityCounters.map((name) => [name, all.reduce((sum, counts) => sum + counts[name], 0)] as const);
  return Object.fromEntries(totals.filter(([, count]) => count !== 0));
};

test('what nobody paid for counts nothing, and counts once it is known to be paid for', () => {
  const early = withReturn(withParcel(emptyLine('l1'), parcel()), claim());
  expect(countLine(early).size).toBe(0);
  expect(counted(withSale(early, sale))).toEqual({ ordered: 2, shipped: 2, failed30: 1, failed90: 1, failed365: 1 });
});

test('a claim belongs to the day its device was sent, an order to its own', () => {
  expect(Object.fromEntries(countLine(lineOf(parcel(), claim())))).toEqual({
    '2026-03-02': { ...noCounts, ordered: 2 },
    '2026-03-03': { ...noCounts, shipped: 2, failed30: 1, failed90: 1, failed365: 1 },
  });
});

test.each([
  ['30 days after dispatch', 31, { failed30: 1, failed90: 1, failed365: 1 }],
  ['31 days after', 32, { failed90: 1, failed365: 1 }],
  ['90 days after', 91, { failed90: 1, failed365: 1 }],
  ['91 days after', 92, { failed365: 1 }],
  ['365 days after', 366, { failed365: 1 }],
  ['366 days after', 367, {}],
])('a defect claimed %s counts in the windows it is within', (_when, day, windows) => {
  expect(counted(lineOf(parcel(), claim({ requestedAt: days(day) })))).toEqual({ ordered: 2, shipped: 2, ...windows });
});

test.each<[string, Partial<LineReturn>, Partial<QualityCounts>]>([
  ['what the buyer changed their mind about', { kind: 'withdrawal', reason: 'changedMind' }, {}],
  ['what was lost on its way', { kind: 'return', reason: 'lost' }, {}],
  ['a wrong grade', { kind: 'return', reason: 'wrongGrade' }, { wrongGrade: 1 }],
  ['a claim the seller rejected', { status: 'rejected' }, {}],
  ['what the buyer called off', { kind: 'cancellation', reason: 'changedMind' }, {}],
  ['what the seller could not send', { kind: 'cancellation', reason: 'cannotSupply' }, { cancelled: 1 }],
  ['a defect given back by withdrawal', { kind: 'withdrawal' }, { failed30: 1, failed90: 1, failed365: 1 }],
  [
    'a device that never worked',
    { kind: 'return', reason: 'deadOnArrival' },
    { failed30: 1, failed90: 1, failed365: 1, deadOnArrival: 1 },
  ],
])('%s', (_what, told, expected) => {
  expect(counted(lineOf(parcel(), claim(told)))).toEqual({ ordered: 2, shipped: 2, ...expected });
});

test('late is what left after its deadline, not at it', () => {
  const split = [
    parcel({ quantity: 1, shippedAt: days(2) }),
    parcel({ shipmentId: 'p2', quantity: 1, shippedAt: hours(49) }),
  ];
  expect(counted(lineOf(...split))).toEqual({ ordered: 2, shipped: 2, late: 1 });
});

test('no piece fails twice, and none that was not sent', () => {
  const claims = [claim({ quantity: 2 }), claim({ returnId: 'r2', requestedAt: days(12), quantity: 2 })];
  expect(counted(lineOf(parcel({ quantity: 1 }), ...claims))).toMatchObject({ shipped: 1, failed30: 1 });
});

test('an answer counts from the question to the first version that was answered, heard in whatever order', () => {
  const asked = claim();
  const approved = claim({ version: 2, status: 'approved', answeredAt: plusMs(asked.requestedAt, 5 * 3_600_000) });
  const refunded = claim({ version: 3, status: 'refunded', answeredAt: plusMs(asked.requestedAt, 90 * 3_600_000) });
  for (const order of [
    [asked, approved, refunded],
    [refunded, approved, asked],
    [refunded, asked, approved],
  ])
    expect(counted(lineOf(parcel(), ...order))).toMatchObject({ answered: 1, answerMinutes: 300 });
});

type Told = { readonly apply: (line: QualityLine) => QualityLine };
const saleTold: Told = { apply: (line) => withSale(line, sale) };
const parcels: fc.Arbitrary<Told> = fc
  .record({
    shipmentId: fc.constantFrom('p1', 'p2'),
    version: fc.integer({ min: 1, max: 3 }),
  })
  // A version says one thing, however often it is heard.
  .map(({ shipmentId, version }) => {
    const told = parcel({
      shipmentId,
      version,
      quantity: version === 2 ? 1 : 2,
      shippedAt: days(version + shipmentId.length),
    });
    return { apply: (line) => withParcel(line, told) };
  });
const returns: fc.Arbitrary<Told> = fc
  .record({
    returnId: fc.constantFrom('r1', 'r2', 'r3'),
    version: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ returnId, version }) => {
    const place = Number(returnId.slice(1));
    const told = claim({
      ...{ returnId, version },
      kind: place === 3 ? 'cancellation' : 'return',
      reason: place === 3 ? 'cannotSupply' : place === 1 ? 'defect' : 'wrongGrade',
      requestedAt: days(20 * place),
      status: (['requested', 'approved', 'received', 'rejected'] as const)[version - 1] ?? 'requested',
      answeredAt: version === 1 ? undefined : days(20 * place + version),
    });
    return { apply: (line) => withReturn(line, told) };
  });

test('facts in any order, late and heard twice, give the same counts', () => {
  const told = fc.array(fc.oneof(fc.constant(saleTold), parcels, returns), { maxLength: 14 });
  fc.assert(
    fc.property(told, fc.func(fc.nat()), fc.array(fc.nat({ max: 13 }), { maxLength: 6 }), (facts, rank, again) => {
      const repeated = again.flatMap((place) => facts[place] ?? []);
      const shuffled = [...facts, ...repeated].map((each, i) => ({ each, at: rank(i) })).sort((a, b) => a.at - b.at);
      const inOrder = facts.reduce((line, { apply }) => apply(line), emptyLine('l1'));
      const inDisorder = shuffled.reduce((line, { each: { apply } }) => apply(line), emptyLine('l1'));
      expect(Object.fromEntries(countLine(inDisorder))).toEqual(Object.fromEntries(countLine(inOrder)));
    }),
    { numRuns: 1_000 },
  );
});
