import { fixedClock, isRejection, mustBeInstant, plusMs } from '@reprise/kernel';
import type { FixedClock } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import { ImportTaxRates } from '../src/application/import-tax-rates.js';
import type { RateFileUpload } from '../src/application/import-tax-rates.js';
import type { RateFileFormat } from '../src/domain/rate-file.js';
import { CsvRecords } from '@reprise/platform/http';
import { pricingMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresLocalRates } from '../src/outbound/postgres/postgres-local-rates.js';
import { PostgresTaxRateFiles } from '../src/outbound/postgres/postgres-tax-rate-files.js';
import { realTables } from './real-markets.js';

let database: Database;
let drop: () => Promise<void>;
let clock: FixedClock;
let files: PostgresTaxRateFiles;
let importRates: ImportTaxRates;
let rates: PostgresLocalRates;

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: pricingMigrations });
  database = test.database;
  drop = () => test.drop();
  files = new PostgresTaxRateFiles(database);
  rates = new PostgresLocalRates(database);
});
beforeEach(async () => {
  await database.query('TRUNCATE tax_rate_import, tax_area, tax_jurisdiction_rate');
  clock = fixedClock(mustBeInstant('2026-11-24T10:00:00Z'));
  importRates = new ImportTaxRates({ current: async () => realTables }, files, new CsvRecords(), clock);
});
afterAll(() => drop());

const header =
  'State,ZipCode,TaxRegionName,StateRate,EstimatedCombinedRate,EstimatedCountyRate,EstimatedCityRate,EstimatedSpecialRate,RiskLevel\n';
const newYork = `${header}NY,10001,"NEW YORK CITY",0.040000,0.088750,0,0.045000,0.003750,3\nNY,00501,"SUFFOLK COUNTY",0.040000,0.086250,0.042500,0,0.003750,1\n`;

/** A body that arrives in pieces and ends, or breaks as a socket does. */
async function* arriving(text: string, cutAfter?: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  const end = cutAfter ?? bytes.length;
  for (let at = 0; at < end; at += 7_001) yield bytes.subarray(at, Math.min(end, at + 7_001));
  if (cutAfter !== undefined) throw new Error('aborted');
}

const upload = (text: string, change: Partial<RateFileUpload> = {}): RateFileUpload => ({
  ...{ format: 'avalara-zip5', state: 'NY', period: '2026-11', fileName: undefined, importedBy: 'ops-1' },
  bytes: arriving(text),
  ...change,
});
const take = async (text: string, change: Partial<RateFileUpload> = {}) => {
  const taken = await importRates.run(upload(text, change));
  if (isRejection(taken)) throw new Error(`${taken.code}: ${taken.message}`);
  return taken;
};
const areaOf = (state: string, zip5: string, change: { plus4?: string; day?: string } = {}) =>
  rates.find({ country: 'US', state, zip5, plus4: change.plus4, day: change.day ?? '2026-11-24' }, clock.now());
const combined = async (...asked: Parameters<typeof areaOf>) =>
  (await areaOf(...asked))?.rates.reduce((sum, { ratePpm }) => sum + ratePpm, 0);
const stagedRows = async () =>
  (await database.query<{ count: number }>('SELECT count(*)::int AS count FROM tax_area'))[0]?.count;

describe('a file of ZIP codes', () => {
  test('holds as a whole once it is in, and says which file it was', async () => {
    expect(await take(newYork)).toMatchObject({ status: 'active', version: 1, rows: 2, accepted: 2, rejected: 0 });
    expect(await areaOf('NY', '10001')).toMatchObject({
      reference: 'avalara-zip5/US-NY/2026-11@1',
      precision: 'zip5',
      rates: [{ ratePpm: 40_000 }, { ratePpm: 45_000 }, { ratePpm: 3_750 }],
    });
    expect(await areaOf('NY', '10999')).toBeUndefined();
  });

  test('the same file again changes nothing; a changed one is a new version and the old is kept', async () => {
    const first = await take(newYork);
    expect(await take(newYork)).toMatchObject({ status: 'unchanged', version: undefined });
    expect(await stagedRows()).toBe(2);
    const before = clock.now();
    clock.advance(60_000);
    const changed = await take(newYork.replaceAll('0.088750', '0.089750').replace('0.045000', '0.046000'));
    expect(changed).toMatchObject({ status: 'active', version: 2 });
    expect((await files.mustFind(first.importId)).status).toBe('superseded');
    expect(await combined('NY', '10001')).toBe(89_750);
    // What a buyer was told a minute ago can still be worked out.
    const then = await rates.find(
      { country: 'US', state: 'NY', zip5: '10001', plus4: undefined, day: '2026-11-24' },
      before,
    );
    expect(then?.reference).toBe('avalara-zip5/US-NY/2026-11@1');
  });

  test('the newest period that has begun holds, and an older one before that', async () => {
    await take(newYork);
    await take(newYork.replaceAll('0.088750', '0.089750').replace('0.045000', '0.046000'), { period: '2026-12' });
    expect(await combined('NY', '10001', { day: '2026-11-30' })).toBe(88_750);
    expect(await combined('NY', '10001', { day: '2026-12-01' })).toBe(89_750);
  });

  test('one wrong row among thousands and nothing of the file holds', async () => {
    await take(newYork);
    const rows = Array.from(
      { length: 12_000 },
      (_, i) => `NY,${String(10_000 + (i % 4_000)).padStart(5, '0')},X,0.04,0.04,0,0,0,1`,
    );
    const unique = [...new Set(rows)].concat('NY,10500,X,2.0,2.0,0,0,0,1');
    const refused = await take(`${header}${unique.join('\n')}\n`);
    expect(refused).toMatchObject({ status: 'rejected', version: undefined });
    expect(refused.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ line: unique.length + 1, field: 'StateRate', code: 'rateTooHigh' }),
      ]),
    );
    expect(await stagedRows()).toBe(2);
    expect(await combined('NY', '10001')).toBe(88_750);
  });

  test.each<[string, string, string]>([
    ['a quote that is never closed', `${header}NY,10001,"NEW YORK,0.04,0.04,0,0,0,1\n`, 'malformedCsv'],
    ['an empty file', header, 'incomplete'],
    ['no header', 'NY,10001,X,0.04,0.04,0,0,0,1\n', 'columnMissing'],
    ['a file of another state', newYork.replaceAll('NY,', 'NJ,'), 'otherState'],
  ])('%s is refused', async (_claim, text, code) => {
    const { status, errors } = await take(text);
    expect([status, errors[0]?.code]).toEqual(['rejected', code]);
    expect(await areaOf('NY', '10001')).toBeUndefined();
  });

  test('an upload cut off halfway holds for nobody, and the whole file sent again does', async () => {
    const rows = Array.from({ length: 9_000 }, (_, i) => `NY,${10_000 + i},X,0.04,0.04,0,0,0,1`).filter(
      (row) => !/,(1[5-9]\d{3}),/.test(row),
    );
    const text = `${header}${rows.join('\n')}\n`;
    await expect(importRates.run(upload(text, { bytes: arriving(text, text.length / 2) }))).rejects.toThrow('aborted');
    expect(await stagedRows()).toBe(0);
    expect(await areaOf('NY', '10001')).toBeUndefined();
    const [failed] = await files.list({ state: 'NY', limit: 1 });
    expect(failed?.status).toBe('failed');
    expect(await take(text)).toMatchObject({ status: 'active', version: 1, accepted: rows.length });
    expect(await combined('NY', '10001')).toBe(40_000);
  });

  test('what a killed process staged is cleared away by the next import, and held for nobody meanwhile', async () => {
    const file = { format: 'avalara-zip5', state: 'NY', period: '2026-11' } as const;
    const begun = upload(newYork);
    // As a kill leaves it: rows staged, the import still running.
    const importId = '0199d3a0-0000-7000-8000-00000000dead';
    const known = realTables.taxes.get('us-sales-tax');
    if (known?.regime !== 'us-sales-tax') throw new Error('no table');
    await files.begin({
      importId,
      file: {
        ...file,
        ...{ country: 'US', stateName: 'New York', fips: '36', effectiveFrom: '2026-11-01' as never },
        statesOfZip: known.statesOfZip,
      },
      fileName: undefined,
      importedBy: begun.importedBy,
      now: clock.now(),
    });
    await files.stage(importId, {
      areas: [{ kind: 'area', line: 2, zip5: '10001', validFrom: '2026-11-01', validTo: '9999-12-31', taxedBy: [] }],
      rates: [],
      tally: { rows: 1, accepted: 1, skipped: 0, rejected: 0, errors: [] },
      now: clock.now(),
    });
    expect(await areaOf('NY', '10001')).toBeUndefined();
    clock.set(plusMs(clock.now(), 120_000));
    await take(newYork);
    expect((await files.mustFind(importId)).status).toBe('failed');
    expect(await stagedRows()).toBe(2);
  });

  test('two of one file at once leave one active version', async () => {
    const taken = await Promise.all([take(newYork), take(newYork), take(newYork)]);
    expect(taken.map(({ status }) => status).sort()).toEqual(['active', 'unchanged', 'unchanged']);
  });

  test.each<[string, Partial<RateFileUpload>, string]>([
    ['a state that does not exist', { state: 'ZZ' }, 'query.state'],
    ['a period of another format', { period: '2026Q4' }, 'query.period'],
    ['boundaries before rates', { format: 'sst-boundaries', state: 'NE', period: '2026Q4' }, 'query.format'],
  ])('%s is refused before anything is read', async (_claim, change, field) => {
    expect(await importRates.run(upload(newYork, change))).toMatchObject({ code: 'TaxRatesRejected', field });
    expect(await files.list({ state: undefined, limit: 1 })).toEqual([]);
  });
});

describe('files of the Streamlined Sales Tax project', () => {
  const nebraska = { state: 'NE', period: '2026Q4' } as const;
  const rateRows = [
    '31,45,31,0.0550,0.0550,0,0,20061001,29991231',
    '31,00,055,0.0050,0.0050,0,0,20061001,29991231',
    '31,01,37000,0.0150,0.0150,0,0,20061001,20261231',
    '31,01,37000,0.0175,0.0175,0,0,20270101,29991231',
    '31,63,00123,0.0100,0.0100,0,0,20061001,29991231',
  ];
  const boundary = (change: Record<number, string>): string => {
    const cells = new Array<string>(89).fill('');
    const base = {
      0: 'Z',
      1: '20061001',
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
  const fine = (low: string, high: string, more: Record<number, string> = {}): string =>
    boundary({ 0: '4', 18: low, 20: high, ...more });
  const takeSst = (format: RateFileFormat, rows: readonly string[]) =>
    take(`${rows.join('\n')}\n`, { format, ...nebraska });

  test('rates and boundaries together give a ZIP code and, finer, a ZIP+4 code its rates on a day', async () => {
    expect(await takeSst('sst-rates', rateRows)).toMatchObject({ status: 'active', accepted: 5 });
    expect(
      await takeSst('sst-boundaries', [
        boundary({}),
        fine('0100', '0199', { 25: '', 30: '00123' }),
        boundary({ 0: 'A' }),
      ]),
    ).toMatchObject({
      status: 'active',
      accepted: 2,
      skipped: 1,
    });
    expect(await areaOf('NE', '68102')).toMatchObject({
      reference: 'sst-boundaries/US-NE/2026Q4@1',
      precision: 'zip5',
      rates: [
        { level: 'state', ratePpm: 55_000 },
        { level: 'county', ratePpm: 5_000 },
        { level: 'city', ratePpm: 15_000 },
      ],
    });
    expect(await areaOf('NE', '68102', { plus4: '0150' })).toMatchObject({
      precision: 'zip9',
      rates: [{ level: 'state' }, { level: 'county' }, { level: 'special', ratePpm: 10_000 }],
    });
    expect((await areaOf('NE', '68102', { plus4: '0200' }))?.precision).toBe('zip5');
    expect(await combined('NE', '68102', { day: '2027-01-01' })).toBe(77_500);
  });

  test('a state’s own file beats a publisher’s', async () => {
    await take(`${header}NE,68102,OMAHA,0.055,0.070,0,0.015,0,1\n`, { state: 'NE' });
    expect((await areaOf('NE', '68102'))?.reference).toContain('avalara');
    await takeSst('sst-rates', rateRows);
    await takeSst('sst-boundaries', [boundary({})]);
    expect((await areaOf('NE', '68102'))?.reference).toContain('sst-boundaries');
  });

  test.each<[string, RateFileFormat, string[], { line: number; code: string }]>([
    [
      'two rates of a city at once',
      'sst-rates',
      [...rateRows, '31,01,37000,0.02,0.02,0,0,20261201,20261231'],
      { line: 6, code: 'overlaps' },
    ],
    ['no rate of the state', 'sst-rates', rateRows.slice(1), { line: 0, code: 'incomplete' }],
    [
      'a ZIP code twice at once',
      'sst-boundaries',
      [boundary({}), boundary({ 1: '20261001', 25: '' })],
      { line: 2, code: 'overlaps' },
    ],
    [
      'ranges that overlap',
      'sst-boundaries',
      [fine('0100', '0199'), fine('0150', '0250', { 25: '' })],
      { line: 2, code: 'overlaps' },
    ],
    [
      'a range around another',
      'sst-boundaries',
      [fine('0150', '0160', { 25: '' }), fine('0100', '0199')],
      { line: 2, code: 'overlaps' },
    ],
    [
      'a district without a rate',
      'sst-boundaries',
      [boundary({}), boundary({ 17: '68103', 19: '68103', 30: '00999' })],
      { line: 2, code: 'noRate' },
    ],
  ])('%s is refused, by line, and nothing holds', async (_claim, format, rows, error) => {
    if (format === 'sst-boundaries') await takeSst('sst-rates', rateRows);
    const refused = await takeSst(format, rows);
    expect(refused).toMatchObject({ status: 'rejected', errors: [error] });
    expect(await areaOf('NE', '68102')).toBeUndefined();
    expect(await stagedRows()).toBe(0);
  });

  test('rows that repeat each other, as states publish them, are taken and count once', async () => {
    const again = '31,01,37000,0.0150,0.0150,0,0,20100401,20261231';
    expect(await takeSst('sst-rates', [...rateRows, again])).toMatchObject({ status: 'active', accepted: 6 });
    expect(await takeSst('sst-boundaries', [boundary({}), boundary({ 1: '20100401' })])).toMatchObject({
      status: 'active',
    });
    expect(await combined('NE', '68102')).toBe(75_000);
  });

  test('windows that follow each other do not overlap', async () => {
    await takeSst('sst-rates', rateRows);
    const rows = [
      boundary({ 2: '20260930' }),
      boundary({ 1: '20261001', 25: '' }),
      fine('0100', '0199'),
      fine('0200', '0299'),
    ];
    expect(await takeSst('sst-boundaries', rows)).toMatchObject({ status: 'active', accepted: 4 });
    expect(await combined('NE', '68102')).toBe(60_000);
  });
});
