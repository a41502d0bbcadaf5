import { Money, mustBeInstant } from '@reprise/kernel';
import type { PriorPriceRule, ShownPrice } from './prior-price.js';
import { lowestAppliedIn, priorPrice } from './prior-price.js';

const at = (text: string) => mustBeInstant(text.length > 10 ? text : `${text}T10:00:00Z`);
const shown = (amount: string | null, day: string, announced = false): ShownPrice => ({
  price: amount === null ? null : Money.of(amount, 'EUR'),
  at: at(day),
  announced,
});
const sale = (amount: string, day: string): ShownPrice => shown(amount, day, true);
const single: PriorPriceRule = { windowDays: 30, progressiveReduction: false, timeZone: 'Europe/Paris' };
const progressive: PriorPriceRule = { ...single, progressiveReduction: true };

const autumn = [
  shown('399.00', '2026-09-01'),
  shown('379.00', '2026-10-20'),
  shown('389.00', '2026-10-25'),
  sale('349.00', '2026-11-01'),
  sale('329.00', '2026-11-08'),
];

const answer = (history: readonly ShownPrice[], rule: PriorPriceRule, day: string) => {
  const found = priorPrice(history, rule, at(day));
  return found && [found.price.toDecimalString(), found.reduction.toDecimalString(), found.percent];
};

test('the sale of 1 November is compared with the lowest of the 30 days before it, and 7.9 % is shown as 7', () => {
  expect(answer(autumn, single, '2026-11-02')).toEqual(['379.00', '30.00', 7]);
  expect(answer(autumn, progressive, '2026-11-02')).toEqual(['379.00', '30.00', 7]);
});

test('the second cut is compared as the country allows', () => {
  expect(answer(autumn, single, '2026-11-09')).toEqual(['349.00', '20.00', 5]);
  expect(answer(autumn, progressive, '2026-11-09')).toEqual(['379.00', '50.00', 13]);
});

test('raising the price the day before does not make the reduction larger', () => {
  const raised = [...autumn.slice(0, 3), shown('399.00', '2026-10-31'), sale('349.00', '2026-11-01')];
  expect(answer(raised, progressive, '2026-11-02')).toEqual(['379.00', '30.00', 7]);
});

test('a cut to a price that was lower before is no reduction', () => {
  expect(
    answer(
      [shown('300.00', '2026-10-20'), shown('400.00', '2026-10-25'), sale('350.00', '2026-11-01')],
      single,
      '2026-11-02',
    ),
  ).toBeUndefined();
});

test('a rise ends the reduction', () => {
  expect(answer([...autumn, sale('359.00', '2026-11-10')], progressive, '2026-11-11')).toBeUndefined();
});

test('the price that held when the window opened counts, older ones do not', () => {
  const history = [shown('300.00', '2026-08-01'), shown('400.00', '2026-10-01'), sale('350.00', '2026-11-01')];
  // 1 October is 31 days before: 400.00 was carried into the window, 300.00 had ended.
  expect(answer(history, single, '2026-11-02')).toEqual(['400.00', '50.00', 12]);
});

test('the window opens at midnight of the market, not of UTC', () => {
  // The window of 1 November opens at 2026-10-02T00:00 in Paris, 2026-10-01T22:00Z.
  const until = (moment: string) => [
    shown('300.00', '2026-09-01'),
    shown('400.00', moment),
    sale('350.00', '2026-11-01'),
  ];
  expect(answer(until('2026-10-01T21:59:59Z'), single, '2026-11-02')).toEqual(['400.00', '50.00', 12]);
  expect(answer(until('2026-10-01T22:00:01Z'), single, '2026-11-02')).toBeUndefined();
});

test('while an offer is away its last price still counts', () => {
  const away = [shown('399.00', '2026-09-01'), shown(null, '2026-10-10'), sale('349.00', '2026-11-01')];
  expect(answer(away, single, '2026-11-02')).toEqual(['399.00', '50.00', 12]);
});

test('an offer that is new has no prior price', () => {
  expect(answer([sale('399.00', '2026-11-01')], single, '2026-11-02')).toBeUndefined();
  expect(answer([], single, '2026-11-02')).toBeUndefined();
});

test('what is shown later does not change what was shown then', () => {
  expect(answer([...autumn].reverse(), single, '2026-11-02')).toEqual(['379.00', '30.00', 7]);
});

test('a price that just falls announces nothing, and the sale that follows is compared with what it fell to', () => {
  const fell = [shown('399.00', '2026-09-01'), shown('359.00', '2026-10-20')];
  expect(answer(fell, progressive, '2026-10-21')).toBeUndefined();
  expect(answer([...fell, sale('349.00', '2026-11-01')], progressive, '2026-11-02')).toEqual(['359.00', '10.00', 2]);
});

test('when the sale is over nothing is announced, and one that comes back is compared with the sale itself', () => {
  const over = [shown('399.00', '2026-09-01'), sale('349.00', '2026-10-20'), shown('399.00', '2026-10-25')];
  expect(answer(over, progressive, '2026-10-26')).toBeUndefined();
  expect(answer([...over, sale('349.00', '2026-11-01')], progressive, '2026-11-02')).toBeUndefined();
});

test('the same goods cheaper under another number of the same seller are the prior price, unless that offer had gone', () => {
  const own = [shown('399.00', '2026-09-01'), sale('349.00', '2026-11-01')];
  const prior = (sibling: readonly ShownPrice[]) =>
    priorPrice(own, single, at('2026-11-02'), lowestAppliedIn([sibling]))?.price.toDecimalString();
  expect(prior([shown('369.00', '2026-08-01')])).toBe('369.00');
  expect(prior([shown('369.00', '2026-08-01'), shown(null, '2026-09-15')])).toBe('399.00');
  expect(prior([shown('369.00', '2026-08-01'), shown(null, '2026-10-15')])).toBe('369.00');
});
