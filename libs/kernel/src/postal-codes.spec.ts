import { compilePostalIndex, normalizePostalCode, plainPlaceName } from './postal-codes.js';

const areaOf = compilePostalIndex([
  { patterns: ['35*', '38*'], value: 'islands' },
  { patterns: ['35001'], value: 'town' },
  { patterns: ['0900-0902'], value: 'range' },
]);

test.each([
  ['35002', 'islands'],
  ['35001', 'town'],
  ['09019', 'range'],
  ['0903', undefined],
  ['28013', undefined],
  ['', undefined],
])('%s lies in %s: the longest pattern that fits wins', (code, area) => {
  expect(areaOf(code)).toBe(area);
});

test.each([
  ['f-97110', '97110'],
  ['AT-6691', '6691'],
  ['BT1 1AA', 'BT11AA'],
  ['1017 AB', '1017AB'],
])('%s is written %s in tables', (written, code) => {
  expect(normalizePostalCode(written)).toBe(code);
});

test.each([
  ['LIVIGNO (SO)', 'Livigno'],
  ['Campione d’Italia', "Campione d'Italia"],
  ['Büsingen am Hochrhein', 'BUSINGEN AM HOCHRHEIN'],
])('%s and %s are one town', (one, other) => {
  expect(plainPlaceName(one)).toBe(plainPlaceName(other));
});
