import type { NamedUnit } from './unit-identity.js';
import { unitsOf } from './unit-identity.js';

const imei = '490154203237518';
const other = '356938035643809';

test.each<[string, NamedUnit[], number, Parameters<typeof unitsOf>[2], unknown]>([
  ['a phone by its IMEI', [{ imei }], 1, 'smartphone', [{ imei }]],
  ['two phones by two', [{ imei }, { imei: other }], 2, 'smartphone', [{ imei }, { imei: other }]],
  ['an IMEI as a label writes it', [{ imei: '49-015420-323751-8' }], 1, 'smartphone', [{ imei }]],
  ['a laptop by its serial number', [{ serial: ' c02xk0aajgh5 ' }], 1, 'laptop', [{ serial: 'C02XK0AAJGH5' }]],
  ['a console without any', [], 2, 'console', []],
  ['what nobody knows, by a serial number', [{ serial: 'SN-1' }], 1, undefined, [{ serial: 'SN-1' }]],
])('%s leaves', (_name, named, quantity, category, units) => {
  expect(unitsOf(named, quantity, category, 'lines[0].units')).toEqual(units);
});

test.each<[string, NamedUnit[], number, Parameters<typeof unitsOf>[2], string, string]>([
  ['a phone without a name', [], 1, 'smartphone', 'UnitIdentityMissing', 'lines[0].units'],
  ['two phones with one IMEI between them', [{ imei }], 2, 'smartphone', 'UnitIdentityMissing', 'lines[0].units'],
  ['one phone with two IMEIs', [{ imei }, { imei: other }], 1, 'smartphone', 'UnitIdentityMissing', 'lines[0].units'],
  ['a phone by a serial number', [{ serial: 'F2L' }], 1, 'smartphone', 'UnitIdentityMissing', 'lines[0].units[0]'],
  ['a mistyped IMEI', [{ imei: '490154203237517' }], 1, 'smartphone', 'UnitIdentityInvalid', 'lines[0].units[0].imei'],
  ['a mistyped IMEI of a console', [{ imei: '1' }], 1, 'console', 'UnitIdentityInvalid', 'lines[0].units[0].imei'],
  ['one phone named twice', [{ imei }, { imei }], 2, 'smartphone', 'UnitIdentityInvalid', 'lines[0].units[1]'],
  ['what nobody knows, without a name', [], 1, undefined, 'UnitIdentityMissing', 'lines[0].units'],
])('%s does not', (_name, named, quantity, category, code, field) => {
  expect(unitsOf(named, quantity, category, 'lines[0].units')).toMatchObject({ code, field });
});
