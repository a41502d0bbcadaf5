import { loadSources } from './datasets.js';
import { codeMatcher } from './match-detector-codes.js';

test('the first pattern that fits decides, whole words only, and a template tells no model', () => {
  const modelOf = codeMatcher([
    {
      Acme: {
        models: [
          { regex: 'AC-1[0-9]0(?:[);/ ]|$)', model: 'Ten' },
          { regex: 'AC-110', model: 'Never reached' },
          { regex: 'AC-([A-Z]+)', model: 'Model $1' },
          { model: 'No pattern' },
        ],
      },
    },
    { Acme: { models: [{ regex: 'PAD', model: 'Pad' }] } },
  ]);
  expect(modelOf('acme', 'AC-110')).toBe('Ten');
  expect(modelOf('acme', 'ac-110')).toBe('Ten');
  expect(modelOf('acme', 'AC-110X')).toBe('Never reached');
  expect(modelOf('acme', 'XAC-110')).toBeUndefined();
  expect(modelOf('acme', 'AC-PRO')).toBeUndefined();
  expect(modelOf('acme', 'PAD')).toBe('Pad');
  expect(modelOf('other', 'AC-110')).toBeUndefined();
});

test.each([
  ['samsung', 'SM-S911B', 'Galaxy S23'],
  ['vivo', 'V1950A', 'Nex 3S'],
  ['lg', 'LM-F100', 'WING'],
])('%s %s is the %s by the real patterns', (maker, code, model) => {
  expect(codeMatcher(loadSources().patterns)(maker, code)).toBe(model);
});
