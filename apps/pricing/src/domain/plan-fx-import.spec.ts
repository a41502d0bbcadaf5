import { mustBeCurrency, mustBeLocalDay } from '@reprise/kernel';
import fc from 'fast-check';
import { parseFxQuote } from './fx-rate.js';
import type { FxRate } from './fx-rate.js';
import { planFxImport } from './plan-fx-import.js';
import type { StatedRate } from './plan-fx-import.js';

const stated = (date: string, text: string, currency = 'USD'): StatedRate => {
  const quote = parseFxQuote(text);
  if (quote === undefined) throw new Error(text);
  return { date: mustBeLocalDay(date), currency: mustBeCurrency(currency), quote };
};
const known = (date: string, text: string, version = 1): FxRate => ({
  ...stated(date, text),
  version,
  changePpm: undefined,
  jump: false,
});

test('new days are stored, known quotes change nothing, a different one is the next version', () => {
  const plan = planFxImport(
    [stated('2026-10-28', '1.1100'), stated('2026-10-29', '1.1131'), stated('2026-10-30', '1.1172')],
    [known('2026-10-28', '1.11'), known('2026-10-29', '1.1130', 2)],
    50_000,
  );
  expect(plan).toMatchObject({ unchanged: 1, corrected: 1 });
  expect(plan.stored.map(({ date, version }) => [date, version])).toEqual([
    ['2026-10-29', 3],
    ['2026-10-30', 1],
  ]);
});

test('a quote is held against the day published before it, in the file or known, and flagged past the limit', () => {
  const plan = planFxImport(
    [
      stated('2015-01-16', '1.0128', 'CHF'),
      stated('2015-01-15', '1.0280', 'CHF'),
      stated('2015-01-14', '1.2010', 'CHF'),
    ],
    [],
    50_000,
  );
  expect(plan.stored.map(({ date, changePpm, jump }) => [date, changePpm, jump])).toEqual([
    ['2015-01-14', undefined, false],
    ['2015-01-15', -144_046, true],
    ['2015-01-16', -14_785, false],
  ]);
  const later = planFxImport([stated('2026-11-02', '1.2000')], [known('2026-10-30', '1.1172')], 50_000);
  expect(later.stored).toMatchObject([{ changePpm: 74_113, jump: true }]);
});

test('property: importing what an import stored stores nothing', () => {
  const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}`);
  const quotes = fc.integer({ min: 1, max: 99_999 }).map((digits) => `1.${digits}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(days, quotes), { maxLength: 30 }), (cells) => {
      const file = cells.map(([date, text]) => stated(date, text));
      const first = planFxImport(file, [], 50_000);
      const again = planFxImport(file, first.stored, 50_000);
      expect(again).toEqual({ stored: [], corrected: 0, unchanged: first.stored.length });
    }),
  );
});
