import { supplierKinds } from '@reprise/contracts';
import { isRejection, mustBeLocalDay } from '@reprise/kernel';
import type { UnitStatement } from './read-unit-statement.js';
import { readUnitStatement, schemeOfPurchase } from './read-unit-statement.js';
import { refuseStatus } from './unit-gates.js';
import { identitiesOf } from './unit.js';

const today = mustBeLocalDay('2026-11-24');
const good: UnitStatement = {
  sku: 'IP13-128-MID-A',
  imei: '49-015420-323751-8',
  grade: 'EXCELLENT',
  unitCost: { amount: '220.00', currency: 'EUR' },
  acquisition: { supplierKind: 'private', documentRef: 'PO-1', acquiredAt: '2026-10-03', country: 'FR' },
  status: 'received',
};

test('an IMEI is kept in its one spelling, and the scheme follows from the supplier', () => {
  const read = readUnitStatement(good, today);
  expect(read).toMatchObject({
    names: { imei: '490154203237518' },
    identities: [{ kind: 'imei', value: '490154203237518' }],
    acquisition: { vatScheme: 'MARGINAL' },
  });
});

test('both IMEIs of a dual SIM device identify it; a software version is dropped', () => {
  const read = readUnitStatement({ ...good, imei2: '2605317931138301' }, today);
  expect(read).toMatchObject({ identities: [{ value: '490154203237518' }, { value: '260531793113837' }] });
});

test.each<[string, Partial<UnitStatement>, string]>([
  ['a mistyped IMEI', { imei: '490154203237517' }, 'imei'],
  ['a mistyped second IMEI', { imei2: '260531793113838' }, 'imei2'],
  ['the same IMEI twice', { imei2: '490154203237518' }, 'imei2'],
  ['a second IMEI without a first', { imei: undefined, imei2: '490154203237518' }, 'imei'],
  ['a device without a name', { imei: undefined }, 'imei'],
  ['a serial number of no brand', { imei: undefined, serial: 'C02XK0' }, 'brand'],
  ['a negative cost', { unitCost: { amount: '-1.00', currency: 'EUR' } }, 'unitCost.amount'],
  ['a cost with too many decimals', { unitCost: { amount: '1.005', currency: 'EUR' } }, 'unitCost'],
  ['a cost in no currency', { unitCost: { amount: '1.00', currency: 'ZZZ' } }, 'unitCost'],
  ['a purchase tomorrow', { acquisition: { ...good.acquisition, acquiredAt: '2026-11-25' } }, 'acquisition.acquiredAt'],
  [
    'a day that never was',
    { acquisition: { ...good.acquisition, acquiredAt: '2026-02-30' } },
    'acquisition.acquiredAt',
  ],
  ['a country that is none', { acquisition: { ...good.acquisition, country: 'F1' } }, 'acquisition.country'],
  [
    'a private person who charged VAT',
    { acquisition: { ...good.acquisition, vatScheme: 'REGULAR' } },
    'acquisition.vatScheme',
  ],
])('%s is refused: %j names %s', (_what, change, field) => {
  const read = readUnitStatement({ ...good, ...change }, today);
  expect(read).toMatchObject({ kind: 'rejection', code: 'UnitRejected', field });
});

test('serial numbers are one per brand, however they are spelled', () => {
  const spelled = (serial: string, brand: string) => identitiesOf({ serial, brand })[0]?.value;
  expect(spelled('c02 xk-0', 'APPLE')).toBe(spelled('C02XK0', 'Apple'));
  expect(spelled('C02XK0', 'Dell')).not.toBe(spelled('C02XK0', 'Apple'));
});

test('VAT was deductible on what a business sold, and on nothing else', () => {
  expect(supplierKinds.filter((kind) => schemeOfPurchase(kind) === 'REGULAR')).toEqual(['business']);
});

describe('the gates', () => {
  const checks = {
    wipeCertificateRef: 'W-1',
    blacklist: 'clear',
    accountLock: 'off',
    deviceManagement: 'off',
  } as const;
  const read = readUnitStatement({ ...good, checks }, today);
  if (isRejection(read)) throw new Error(read.message);
  const offer = { grade: 'EXCELLENT', vatScheme: 'MARGINAL' } as const;

  test('let a wiped, free unit under a fitting offer through', () => {
    expect(refuseStatus('tested', read, undefined)).toBeUndefined();
    expect(refuseStatus('listed', read, offer)).toBeUndefined();
  });

  test.each(['wipeCertificateRef', 'blacklist', 'accountLock', 'deviceManagement'] as const)(
    'hold a unit whose %s was never looked at',
    (name) => {
      const { [name]: _left, ...rest } = checks;
      expect(refuseStatus('tested', { ...read, checks: rest }, undefined)).toMatchObject({ field: `checks.${name}` });
    },
  );

  test.each([{ blacklist: 'listed' }, { accountLock: 'on' }, { deviceManagement: 'on' }] as const)(
    'hold a unit that fails: %o',
    (failed) => {
      expect(refuseStatus('listed', { ...read, checks: { ...checks, ...failed } }, offer)).toMatchObject({
        code: 'UnitNotSellable',
      });
    },
  );

  test('hold a unit of another grade, of no offer, and one bought with VAT under the margin scheme', () => {
    expect(refuseStatus('listed', { ...read, grade: 'GOOD' }, offer)).toMatchObject({ field: 'grade' });
    expect(refuseStatus('listed', read, undefined)).toMatchObject({ field: 'sku' });
    const deductible = { ...read, acquisition: { ...read.acquisition, vatScheme: 'REGULAR' as const } };
    expect(refuseStatus('listed', deductible, offer)).toMatchObject({ field: 'acquisition.vatScheme' });
    expect(refuseStatus('listed', deductible, { ...offer, vatScheme: 'REGULAR' })).toBeUndefined();
  });
});
