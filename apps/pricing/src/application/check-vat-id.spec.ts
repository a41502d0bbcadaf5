import { fixedClock, isRejection, mustBeInstant } from '@reprise/kernel';
import { CheckVatId } from './check-vat-id.js';
import type { VatIdProofRule } from './check-vat-id.js';
import type { VatIdAnswer, VatIdFormat } from './ports.js';

const now = mustBeInstant('2026-11-24T10:00:00Z');
const right = 'DE136695976';
const wrong = 'DE123456789';
/** What a reader of numbers makes of these. */
const format: VatIdFormat = {
  read: (text) =>
    ({
      [right]: { vatId: right, checkDigitsRight: true },
      [wrong]: { vatId: wrong, checkDigitsRight: false },
      'gr 094 259 216': { vatId: 'EL094259216', checkDigitsRight: true },
    })[text],
};
const registered: VatIdAnswer = { kind: 'registered', consultationNumber: 'WAPIAAAAYz' };
const unanswered: VatIdAnswer = { kind: 'unanswered', why: 'MS_UNAVAILABLE' };
const notAsked: VatIdAnswer = { kind: 'notAsked' };

async function check(text: string, answer: VatIdAnswer, rule: VatIdProofRule) {
  const registry = { ask: () => Promise.resolve(answer) };
  const checked = await new CheckVatId(format, registry, fixedClock(now)).run(text, rule);
  return isRejection(checked)
    ? `${checked.code} ${checked.field}`
    : [checked.buyer.vatIdStatus, checked.buyer.proof?.checkedBy, ...checked.notices].join(' ');
}

test.each<[string, VatIdAnswer, VatIdProofRule, string]>([
  [right, notAsked, 'checkDigits', 'valid checkDigits'],
  [right, notAsked, 'registry', 'unchecked  vatIdNotConfirmed'],
  [right, unanswered, 'checkDigits', 'valid checkDigits vatIdNotConfirmed'],
  [right, unanswered, 'registry', 'unchecked  vatIdNotConfirmed'],
  [right, registered, 'registry', 'valid registry'],
  // States do give out numbers that their published algorithm fails: the registry knows best.
  [wrong, registered, 'registry', 'valid registry'],
  [wrong, notAsked, 'checkDigits', 'unchecked  vatIdCheckDigitsWrong'],
  [wrong, unanswered, 'registry', 'unchecked  vatIdCheckDigitsWrong vatIdNotConfirmed'],
  [right, { kind: 'notRegistered' }, 'checkDigits', 'BuyerVatIdInvalid buyer.vatId'],
  ['DE12', registered, 'checkDigits', 'BuyerVatIdInvalid buyer.vatId'],
])('%s, the registry says %j, the market counts %s: %s', async (vatId, answer, rule, outcome) => {
  expect(await check(vatId, answer, rule)).toBe(outcome);
});

test('the proof holds the registry’s receipt and the moment', async () => {
  const registry = { ask: () => Promise.resolve(registered) };
  const checked = await new CheckVatId(format, registry, fixedClock(now)).run('gr 094 259 216', 'registry');
  expect(checked).toEqual({
    buyer: {
      vatId: 'EL094259216',
      vatIdStatus: 'valid',
      proof: { checkedBy: 'registry', checkedAt: now, consultationNumber: 'WAPIAAAAYz' },
    },
    notices: [],
  });
});
