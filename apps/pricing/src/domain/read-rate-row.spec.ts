import { realTables } from '../../test/real-markets.js';
import { salesTaxTableOf } from './local-tax-area.js';
import type { RateFile, RateFileFormat, RateFileRow } from './rate-file.js';
import { periodStart } from './rate-file.js';
import { rateRowReader } from './read-rate-row.js';

const fileOf = (format: RateFileFormat, state: string, period: string): RateFile => {
  const table = salesTaxTableOf(realTables, state);
  const known = table?.states.get(state);
  const effectiveFrom = periodStart(format, period);
  if (table === undefined || known?.fips === undefined || effectiveFrom === undefined) throw new Error(state);
  return {
    ...{ format, state, period, effectiveFrom },
    country: table.country,
    stateName: known.name,
    fips: known.fips,
    statesOfZip: table.statesOfZip,
  };
};
const rowsOf = (file: RateFile, text: string): RateFileRow[] => {
  const read = rateRowReader(file);
  return text.split('\n').map((line) => read(line.split(',')));
};
const errorsOf = (row: RateFileRow | undefined): string[] =>
  row?.kind === 'refused' ? row.errors.map(({ field, code }) => `${field} ${code}`) : [`${row?.kind}`];

describe('Avalara ZIP5', () => {
  const newYork = fileOf('avalara-zip5', 'NY', '2026-11');
  const header =
    'State,ZipCode,TaxRegionName,EstimatedCombinedRate,StateRate,EstimatedCountyRate,EstimatedCityRate,EstimatedSpecialRate,RiskLevel';
  const second = (line: string): RateFileRow | undefined => rowsOf(newYork, `${header}\n${line}`)[1];

  test('a row is a ZIP code with the rates that are not nothing', () => {
    expect(second('NY,10001,NEW YORK CITY,0.088750,0.040000,0,0.045000,0.003750,3')).toEqual({
      kind: 'areas',
      areas: [
        {
          kind: 'area',
          zip5: '10001',
          validFrom: '2026-11-01',
          validTo: '9999-12-31',
          taxedBy: [
            { level: 'state', code: 'US-NY', name: 'New York', ratePpm: 40_000 },
            { level: 'city', code: 'US-NY-CITY-NEW-YORK-CITY', name: 'New York City', ratePpm: 45_000 },
            {
              level: 'special',
              code: 'US-NY-SPECIAL-NEW-YORK-CITY',
              name: 'New York City, special districts',
              ratePpm: 3_750,
            },
          ],
        },
      ],
    });
  });

  test('columns are found by name, wherever they stand', () => {
    const moved =
      'RiskLevel,State,ZipCode,TaxRegionName,StateRate,EstimatedCombinedRate,EstimatedCountyRate,EstimatedCityRate,EstimatedSpecialRate';
    const [, row] = rowsOf(newYork, `${moved}\n1,NY,00501,SUFFOLK COUNTY,0.040000,0.086250,0.042500,0,0.003750`);
    expect(
      row?.kind === 'areas' && row.areas[0]?.taxedBy.map((rate) => typeof rate !== 'string' && rate.ratePpm),
    ).toEqual([40_000, 42_500, 3_750]);
  });

  test.each([
    ['200 % tax', 'NY,10001,X,2.0,2.0,0,0,0,1', ['StateRate rateTooHigh', 'EstimatedCombinedRate rateTooHigh']],
    ['a file in percent', 'NY,10001,X,8.875,4,0,4.5,0.375,1', expect.arrayContaining(['StateRate rateTooHigh'])],
    ['a negative rate', 'NY,10001,X,0.04,0.05,-0.01,0,0,1', ['EstimatedCountyRate negativeRate']],
    ['no number', 'NY,10001,X,0.04,n/a,0,0,0,1', ['StateRate notARate']],
    ['an empty rate', 'NY,10001,X,0.04,,0,0,0,1', ['StateRate notARate']],
    [
      'a rate finer than a millionth',
      'NY,10001,X,0.0400001,0.0400001,0,0,0,1',
      ['StateRate tooManyDecimals', 'EstimatedCombinedRate tooManyDecimals'],
    ],
    ['parts that are not the whole', 'NY,10001,X,0.09,0.04,0,0.045,0.00375,1', ['EstimatedCombinedRate partsDiffer']],
    ['a row of another state', 'NJ,10001,X,0.04,0.04,0,0,0,1', ['State otherState']],
    ['a ZIP code of another state', 'NY,90001,X,0.04,0.04,0,0,0,1', ['ZipCode zipOfOtherState']],
    ['no ZIP code', 'NY,1001,X,0.04,0.04,0,0,0,1', ['ZipCode notAZip']],
    ['a row cut short', 'NY,10001,X,0.04', expect.arrayContaining(['StateRate notARate'])],
  ])('%s is refused by column', (_claim, line, errors) => {
    expect(errorsOf(second(line))).toEqual(errors);
  });

  test('a ZIP code twice, and a header without a column, are refused', () => {
    const line = 'NY,10001,X,0.04,0.04,0,0,0,1';
    expect(errorsOf(rowsOf(newYork, `${header}\n${line}\n${line}`)[2])).toEqual(['ZipCode repeated']);
    expect(errorsOf(rowsOf(newYork, header.replace('StateRate,', ''))[0])).toEqual(['StateRate columnMissing']);
  });
});

describe('Streamlined Sales Tax rates', () => {
  const nebraska = fileOf('sst-rates', 'NE', '2026Q4');

  test.each([
    ['31,45,31,0.0550,0.0550,0.0550,0.0550,20061001,29991231', 'state:31', 'US-NE', 55_000],
    ['31,00,043,0.0050,0.0050,0,0,20061001,29991231', 'county:043', 'US-NE-COUNTY-043', 5_000],
    ['31,01,37000,0.0175,0.0175,0,0,20261001,29991231', 'city:37000', 'US-NE-CITY-37000', 17_500],
    ['31,63,123,0.0100,0.0100,0,0,20261001,29991231', 'special:00123', 'US-NE-SPECIAL-00123', 10_000],
  ])('%s', (line, jurisdiction, code, ratePpm) => {
    expect(rowsOf(nebraska, line)).toMatchObject([{ kind: 'rate', jurisdiction, rate: { code, ratePpm } }]);
  });

  test.each([
    ['another state', '19,45,19,0.06,0.06,0,0,20061001,29991231', ['State otherState']],
    ['200 % tax', '31,45,31,2,2,0,0,20061001,29991231', ['GeneralTaxRateInterstate rateTooHigh']],
    ['a negative rate', '31,45,31,-1,-0.01,0,0,20061001,29991231', ['GeneralTaxRateInterstate negativeRate']],
    [
      'a window that ends before it starts',
      '31,45,31,0.05,0.05,0,0,20261001,20260930',
      ['EffectiveEndDate endsBeforeStart'],
    ],
    ['a day that does not exist', '31,45,31,0.05,0.05,0,0,20260231,29991231', ['EffectiveBeginDate notADay']],
    ['a type nobody knows', '31,XX,31,0.05,0.05,0,0,20261001,29991231', ['JurisdictionType unknownType']],
    ['too few columns', '31,45,31,0.05', ['row columnMissing']],
  ])('%s is refused by column', (_claim, line, errors) => {
    expect(errorsOf(rowsOf(nebraska, line)[0])).toEqual(errors);
  });
});

describe('Streamlined Sales Tax boundaries', () => {
  const nebraska = fileOf('sst-boundaries', 'NE', '2026Q4');
  const row = (change: Record<number, string> = {}): string => {
    const cells = new Array<string>(89).fill('');
    const base = {
      0: 'Z',
      1: '20261001',
      2: '29991231',
      17: '68102',
      19: '68102',
      22: '31',
      23: '31',
      24: '055',
      25: '37000',
    };
    for (const [at, value] of Object.entries({ ...base, ...change })) cells[Number(at)] = value;
    return cells.join(',');
  };
  const fine = { 0: '4', 18: '0100', 20: '0199' };

  test('a Z row says who taxes a ZIP code, a 4 row who taxes a range of ZIP+4 codes, districts included', () => {
    expect(rowsOf(nebraska, row())).toMatchObject([
      { kind: 'areas', areas: [{ zip5: '68102', taxedBy: ['state:31', 'county:055', 'city:37000'] }] },
    ]);
    expect(rowsOf(nebraska, row({ ...fine, 25: '', 30: '00123', 33: '456' }))).toMatchObject([
      {
        areas: [
          { plus4: { from: 100, to: 199 }, taxedBy: ['state:31', 'county:055', 'special:00123', 'special:00456'] },
        ],
      },
    ]);
  });

  test('a range of ZIP codes is one area each; the state does not tax where its indicator is 00', () => {
    const [range] = rowsOf(nebraska, row({ 17: '68102', 19: '68104', 23: '00' }));
    expect(range?.kind === 'areas' && range.areas.map(({ zip5, taxedBy }) => [zip5, taxedBy[0]])).toEqual([
      ['68102', 'county:055'],
      ['68103', 'county:055'],
      ['68104', 'county:055'],
    ]);
  });

  test('rows that go down to street numbers are skipped', () => {
    expect(rowsOf(nebraska, row({ 0: 'A' }))).toEqual([{ kind: 'skipped' }]);
  });

  test.each<[string, Record<number, string>, string[]]>([
    ['a row of another state', { 22: '19' }, ['FIPSStateCode otherState']],
    [
      'a ZIP code of another state',
      { 17: '10001', 19: '10001' },
      ['ZipCodeLow zipOfOtherState', 'ZipCodeHigh zipOfOtherState'],
    ],
    ['a range the wrong way round', { 17: '68104', 19: '68102' }, ['ZipCodeHigh badRange']],
    ['a range of the whole state', { 17: '68001', 19: '69367' }, ['ZipCodeHigh badRange']],
    ['ZIP+4 codes the wrong way round', { ...fine, 18: '0200' }, ['ZipExtensionHigh badRange']],
    ['no ZIP+4 code', { ...fine, 18: '', 20: '' }, ['ZipExtensionLow notAZip', 'ZipExtensionHigh notAZip']],
    ['a window that ends before it starts', { 2: '20260930' }, ['EndDate endsBeforeStart']],
    ['an unknown kind of row', { 0: 'Q' }, ['RecordType unknownType']],
  ])('%s is refused by column', (_claim, change, errors) => {
    expect(errorsOf(rowsOf(nebraska, row(change))[0])).toEqual(errors);
  });
});

test.each<[RateFileFormat, string, string | undefined]>([
  ['avalara-zip5', '2026-11', '2026-11-01'],
  ['avalara-zip5', '2026Q4', undefined],
  ['sst-rates', '2026Q4', '2026-10-01'],
  ['sst-boundaries', '2026Q1', '2026-01-01'],
  ['sst-rates', '2026-10', undefined],
])('%s of %s begins on %s', (format, period, day) => {
  expect(periodStart(format, period)).toBe(day);
});
