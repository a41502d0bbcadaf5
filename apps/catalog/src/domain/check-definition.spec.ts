import { UNTRANSLATED } from '@reprise/kernel';
import type { CheckedDefinition } from './check-definition.js';
import { checkDefinition } from './check-definition.js';

const words = { grades: { good: {} }, legal: { withdrawHere: 'Withdraw here' } };
const market = (change: Partial<CheckedDefinition> = {}): CheckedDefinition => ({
  name: { en: 'Hungary', hu: 'Magyarország' },
  countries: ['HU'],
  locales: [
    { locale: 'hu-HU', fallback: ['hu', 'en'] },
    { locale: 'en', fallback: [] },
  ],
  tax: { regime: 'eu-vat' },
  shipping: [{ id: 'standard', name: { en: 'Standard', hu: 'Normál' }, countries: ['HU'] }],
  payments: [{ method: 'card', name: { en: 'Card', hu: 'Kártya' } }],
  grades: [{ grade: 'GOOD', wordingKey: 'good' }],
  consumerLaw: {
    withdrawalFunction: { since: '2026-06-19' },
    guaranteeNotice: { since: '2026-09-27' },
    priorPrice: { windowDays: 30 },
  },
  wording: { en: words, hu: words },
  ...change,
});
const day = '2026-11-24';
const failing = (change: Partial<CheckedDefinition>, date = day) =>
  Object.fromEntries(
    Object.entries(checkDefinition(market(change), date))
      .filter(([, { findings }]) => findings.length > 0)
      .map(([check, { severity, findings }]) => [check, [severity, ...findings.map(({ subject }) => subject)]]),
  );

test('a whole definition fails nothing', () => {
  expect(failing({})).toEqual({});
});

test.each<[string, Partial<CheckedDefinition>, Record<string, string[]>]>([
  ['a language without a file of its own', { wording: { en: words } }, { legalTexts: ['block', 'wording.hu'] }],
  [
    'a sentence still to be translated',
    { wording: { en: words, hu: { ...words, legal: { withdrawHere: `${UNTRANSLATED} Withdraw here` } } } },
    { legalTexts: ['block', 'wording.hu.legal.withdrawHere'] },
  ],
  [
    'a grade without words',
    { wording: { en: words, hu: { ...words, grades: {} } } },
    { gradeWording: ['block', 'grades[GOOD] hu-HU'] },
  ],
  [
    'names in another language only',
    { payments: [{ method: 'card', name: { en: 'Card' } }] },
    { translations: ['warn', 'payments[card].name.hu'] },
  ],
  ['a country no parcel reaches', { countries: ['HU', 'SK'] }, { shipping: ['block', 'SK'] }],
  ['no way to pay', { payments: [] }, { payments: ['block', 'payments'] }],
  ['a doubtful value', { flags: { 'tax.regime': ['unverified'] } }, { unverifiedValues: ['warn', 'tax.regime'] }],
  [
    'a shop of the Union without what its law wants',
    { consumerLaw: { withdrawalFunction: null, guaranteeNotice: null, priorPrice: null } },
    {
      withdrawalFunction: ['block', 'consumerLaw.withdrawalFunction'],
      guaranteeNotice: ['block', 'consumerLaw.guaranteeNotice'],
      priorPrice: ['block', 'consumerLaw.priorPrice'],
    },
  ],
])('%s is found', (_, change, expected) => {
  expect(failing(change)).toEqual(expected);
});

test('outside the Union its law asks nothing', () => {
  const consumerLaw = { withdrawalFunction: null, guaranteeNotice: null, priorPrice: null };
  expect(failing({ tax: { regime: 'us-sales-tax' }, consumerLaw })).toEqual({});
});

test('a function to withdraw that begins after the launch is not there at the launch', () => {
  expect(failing({}, '2026-06-18')).toEqual({ withdrawalFunction: ['block', 'consumerLaw.withdrawalFunction'] });
});
