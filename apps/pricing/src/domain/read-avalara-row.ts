import type { LocalRate, LocalTaxLevel } from './local-tax-area.js';
import type { RateFile, RateFileRow, ReadRateRow, RowError } from './rate-file.js';
import { endless, readRate, readZipOf, refused } from './rate-file.js';

const needed = [
  'State',
  'ZipCode',
  'TaxRegionName',
  'EstimatedCombinedRate',
  'StateRate',
  'EstimatedCountyRate',
  'EstimatedCityRate',
  'EstimatedSpecialRate',
] as const;

type Column = (typeof needed)[number];

const parts: readonly (readonly [Column, LocalTaxLevel])[] = [
  ['StateRate', 'state'],
  ['EstimatedCountyRate', 'county'],
  ['EstimatedCityRate', 'city'],
  ['EstimatedSpecialRate', 'special'],
];

/**
 * Reads `TAXRATES_ZIP5_<state><year><month>.csv`: one row a ZIP code. The order of the columns varies between releases, so the header is
 * read. Every rate holds from the first of the month until the file of a later month.
 */
export function avalaraReader(file: RateFile): ReadRateRow {
  let columns: ReadonlyMap<Column, number> | undefined;
  const seen = new Set<string>();
  return (record) => {
    if (columns !== undefined) return readRow(file, (column) => record[columns?.get(column) ?? -1] ?? '', seen);
    const header = record.map((name) => name.trim().toLowerCase());
    const missing = needed.filter((name) => !header.includes(name.toLowerCase()));
    columns = new Map(needed.map((name) => [name, header.indexOf(name.toLowerCase())]));
    if (missing.length === 0) return { kind: 'header' };
    return refused(
      ...missing.map((field) => ({ field, code: 'columnMissing', message: 'the first line names no such column' })),
    );
  };
}

function readRow(file: RateFile, cell: (column: Column) => string, seen: Set<string>): RateFileRow {
  const errors: RowError[] = [];
  if (cell('State').toUpperCase() !== file.state)
    errors.push({
      field: 'State',
      code: 'otherState',
      message: `a row of "${cell('State')}" in a file of ${file.state}`,
    });
  const zip = readZipOf(file, 'ZipCode', cell('ZipCode'));
  if (typeof zip !== 'string') errors.push(zip);
  else if (seen.has(zip)) errors.push({ field: 'ZipCode', code: 'repeated', message: `${zip} stands here twice` });
  else seen.add(zip);
  const rates = readParts(file, cell, errors);
  if (errors.length > 0 || typeof zip !== 'string') return refused(...errors);
  return {
    kind: 'areas',
    areas: [{ kind: 'area', zip5: zip, validFrom: file.effectiveFrom, validTo: endless, taxedBy: rates }],
  };
}

/** The rates of a row, which must sum to its combined rate: otherwise nobody knows which of them is wrong. */
function readParts(file: RateFile, cell: (column: Column) => string, errors: RowError[]): LocalRate[] {
  const region = cell('TaxRegionName');
  const rates: LocalRate[] = [];
  const before = errors.length;
  for (const [column, level] of parts) {
    const ratePpm = readRate(column, cell(column));
    if (typeof ratePpm !== 'number') errors.push(ratePpm);
    else if (level === 'state' || ratePpm > 0) rates.push({ level, ratePpm, ...namesOf(file, level, region) });
  }
  const combined = readRate('EstimatedCombinedRate', cell('EstimatedCombinedRate'));
  if (typeof combined !== 'number') errors.push(combined);
  else if (errors.length === before) {
    const sum = rates.reduce((total, { ratePpm }) => total + ratePpm, 0);
    if (sum !== combined)
      errors.push({
        field: 'EstimatedCombinedRate',
        code: 'partsDiffer',
        message: `is ${combined} ppm, and its parts sum to ${sum} ppm`,
      });
  }
  return rates;
}

/** The file names a region, not a jurisdiction; its county, city and districts are told apart by their level. */
function namesOf(file: RateFile, level: LocalTaxLevel, region: string): Pick<LocalRate, 'code' | 'name'> {
  if (level === 'state') return { code: `${file.country}-${file.state}`, name: file.stateName };
  const slug = region
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const name = titleCase(region);
  return {
    code: `${file.country}-${file.state}-${level.toUpperCase()}-${slug}`,
    name: level === 'special' ? `${name}, special districts` : name,
  };
}

function titleCase(text: string): string {
  return text.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (first) => first.toUpperCase());
}
