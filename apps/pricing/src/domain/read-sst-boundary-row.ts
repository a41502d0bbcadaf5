import type { AreaRow, RateFile, ReadRateRow, RowError } from './rate-file.js';
import { readWindow, readZipOf, refused } from './rate-file.js';
import { jurisdictionCode } from './read-sst-rate-row.js';

/** Positions of the columns that matter, counted from 0 (Technology Guide, chapter 5). Up to 20 districts follow, three columns each. */
const at = {
  recordType: 0,
  begins: 1,
  ends: 2,
  zipLow: 17,
  extensionLow: 18,
  zipHigh: 19,
  extensionHigh: 20,
  state: 22,
  stateIndicator: 23,
  county: 24,
  place: 25,
  districts: 29,
} as const;

const districtsMax = 20;

/** A row that stands for more ZIP codes than a state has is a slip. */
const zipsMax = 1_000;

/**
 * Reads a boundary file of the Streamlined Sales Tax project, `NEB2026Q4NOV01.csv`: no header; `Z` rows say who taxes a ZIP code, `4` rows who
 * taxes a range of ZIP+4 codes. `A` rows go down to street numbers, which a basket does not have; they are skipped and counted.
 */
export function sstBoundaryReader(file: RateFile): ReadRateRow {
  return (record) => {
    const type = cell(record, at.recordType).toUpperCase();
    if (type === 'A') return { kind: 'skipped' };
    if (type !== 'Z' && type !== '4')
      return refused({ field: 'RecordType', code: 'unknownType', message: `"${type}" is neither Z, 4 nor A` });
    const errors: RowError[] = [];
    checkState(file, record, errors);
    const window = readWindow(['BeginDate', 'EndDate'], [cell(record, at.begins), cell(record, at.ends)]);
    if (Array.isArray(window)) errors.push(...window);
    const zips = readZips(file, record, errors);
    const plus4 = type === '4' ? readExtensions(record, zips, errors) : undefined;
    if (errors.length > 0 || Array.isArray(window)) return refused(...errors);
    const taxedBy = jurisdictionsOf(file, record);
    return {
      kind: 'areas',
      areas: zips.map((zip5): AreaRow => ({
        kind: 'area',
        zip5,
        ...(plus4 === undefined ? {} : { plus4 }),
        ...window,
        taxedBy,
      })),
    };
  };
}

function checkState(file: RateFile, record: readonly string[], errors: RowError[]): void {
  const state = cell(record, at.state);
  if (state.padStart(2, '0') !== file.fips)
    errors.push({
      field: 'FIPSStateCode',
      code: 'otherState',
      message: `a row of state "${state}" in a file of ${file.fips}`,
    });
  const indicator = cell(record, at.stateIndicator).padStart(2, '0');
  if (indicator !== file.fips && indicator !== '00')
    errors.push({
      field: 'FIPSStateIndicator',
      code: 'otherState',
      message: `is ${indicator}: ${file.fips} where the state taxes, 00 where it does not`,
    });
}

function readZips(file: RateFile, record: readonly string[], errors: RowError[]): string[] {
  const low = readZipOf(file, 'ZipCodeLow', cell(record, at.zipLow));
  const high = readZipOf(file, 'ZipCodeHigh', cell(record, at.zipHigh) || cell(record, at.zipLow));
  for (const end of [low, high]) if (typeof end !== 'string') errors.push(end);
  if (typeof low !== 'string' || typeof high !== 'string') return [];
  const count = Number(high) - Number(low) + 1;
  if (count < 1 || count > zipsMax) {
    errors.push({ field: 'ZipCodeHigh', code: 'badRange', message: `${low} to ${high} is not a range of ZIP codes` });
    return [];
  }
  return Array.from({ length: count }, (_, i) => String(Number(low) + i).padStart(5, '0'));
}

function readExtensions(record: readonly string[], zips: readonly string[], errors: RowError[]): AreaRow['plus4'] {
  const texts = [cell(record, at.extensionLow), cell(record, at.extensionHigh) || cell(record, at.extensionLow)];
  const fields = ['ZipExtensionLow', 'ZipExtensionHigh'];
  texts.forEach((text, i) => {
    if (!/^\d{1,4}$/.test(text))
      errors.push({ field: fields[i] ?? '', code: 'notAZip', message: `"${text}" is not four digits` });
  });
  const [from = 0, to = 0] = texts.map(Number);
  if (to < from)
    errors.push({ field: 'ZipExtensionHigh', code: 'badRange', message: `${texts[1]} is below ${texts[0]}` });
  if (zips.length > 1)
    errors.push({ field: 'ZipCodeHigh', code: 'badRange', message: 'a row of ZIP+4 codes is of one ZIP code' });
  return { from, to };
}

/** Keys of everyone who taxes there, as the rate file has them: state, county, city, districts. */
function jurisdictionsOf(file: RateFile, record: readonly string[]): string[] {
  const keys: string[] = [];
  if (cell(record, at.stateIndicator).padStart(2, '0') !== '00') keys.push(`state:${file.fips}`);
  const county = cell(record, at.county);
  if (/[1-9]/.test(county)) keys.push(`county:${jurisdictionCode('county', county)}`);
  const place = cell(record, at.place);
  if (/[1-9]/.test(place)) keys.push(`city:${jurisdictionCode('city', place)}`);
  for (let i = 0; i < districtsMax; i += 1) {
    const district = cell(record, at.districts + 3 * i + 1);
    if (district !== '') keys.push(`special:${jurisdictionCode('special', district)}`);
  }
  return keys;
}

function cell(record: readonly string[], position: number): string {
  return (record[position] ?? '').trim();
}
