import { CheckDigits } from './check-digits.js';

const read = (text: string) => new CheckDigits().read(text);

test.each([
  ['DE136695976', 'DE136695976'],
  ['de 136 695 976', 'DE136695976'],
  ['DE-136.695.976', 'DE136695976'],
  ['GR094259216', 'EL094259216'],
  ['EL094259216', 'EL094259216'],
  ['FR40303265045', 'FR40303265045'],
  ['XI110305878', 'XI110305878'],
  ['IT00743110157', 'IT00743110157'],
  ['ESB58378431', 'ESB58378431'],
  ['NL004495445B01', 'NL004495445B01'],
])('%s is %s, and its check digits are right', (text, vatId) => {
  expect(read(text)).toEqual({ vatId, checkDigitsRight: true });
});

test.each(['DE123456789', 'XI123456789', 'ATU12345678'])('%s has the right form and wrong check digits', (vatId) => {
  expect(read(vatId)).toEqual({ vatId, checkDigitsRight: false });
});

test.each(['', 'DE', 'DE12', 'DE1366959760', '136695976', 'ZZ123456789', 'not a number'])(
  '%j is no VAT number',
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

test.each(['GB110305878', 'CHE116281710', 'NO123456785', 'RU7805145876'])('%s is of no member state', (text) => {
  expect(read(text)).toBeUndefined();
});
