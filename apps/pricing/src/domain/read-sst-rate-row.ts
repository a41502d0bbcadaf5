import type { LocalTaxLevel } from './local-tax-area.js';
import type { RateFile, ReadRateRow, RowError } from './rate-file.js';
import { numberedRate, readRate, readWindow, refused } from './rate-file.js';

/**
 * Reads a rate file of the Streamlined Sales Tax project (Technology Guide, chapter 5), `NER2026Q4NOV01.csv`: no header, nine columns, one
 * row a jurisdiction and window. The interstate rate is the one taken: a marketplace's goods come from anywhere.
 */
export function sstRateReader(file: RateFile): ReadRateRow {
  return (record) => {
    if (record.length < 9)
      return refused({ field: 'row', code: 'columnMissing', message: `has ${record.length} columns, not 9` });
    const [state = '', type = '', fips = '', , general = '', , , begins = '', ends = ''] = record;
    const errors: RowError[] = [];
    if (state.padStart(2, '0') !== file.fips)
      errors.push({
        field: 'State',
        code: 'otherState',
        message: `a row of state "${state}" in a file of ${file.fips}`,
      });
    const level = levelOf(type);
    if (level === undefined)
      errors.push({
        field: 'JurisdictionType',
        code: 'unknownType',
        message: `"${type}" is not a type of jurisdiction`,
      });
    if (!/^[0-9A-Z]{1,5}$/i.test(fips))
      errors.push({ field: 'JurisdictionFIPSCode', code: 'notACode', message: `"${fips}" is not a code` });
    const ratePpm = readRate('GeneralTaxRateInterstate', general);
    if (typeof ratePpm !== 'number') errors.push(ratePpm);
    const window = readWindow(['EffectiveBeginDate', 'EffectiveEndDate'], [begins, ends]);
    if (Array.isArray(window)) errors.push(...window);
    if (errors.length > 0 || level === undefined || typeof ratePpm !== 'number' || Array.isArray(window))
      return refused(...errors);
    const code = jurisdictionCode(level, fips);
    return {
      kind: 'rate',
      jurisdiction: `${level}:${code}`,
      rate: numberedRate(file, level, code, ratePpm),
      ...window,
    };
  };
}

/** Types of the guide: 45 the state, 00 a county, 01 to 09 cities, towns, villages and townships, every other a district. */
function levelOf(type: string): LocalTaxLevel | undefined {
  if (!/^\d{1,2}$/.test(type)) return undefined;
  const number = Number(type);
  if (number === 45) return 'state';
  if (number === 0) return 'county';
  return number <= 9 ? 'city' : 'special';
}

/** A code as rates and boundaries agree on it, though one writes leading zeros and the other does not. */
export function jurisdictionCode(level: LocalTaxLevel, fips: string): string {
  const code = fips.toUpperCase();
  if (level === 'county') return code.slice(-3).padStart(3, '0');
  return level === 'state' ? code.padStart(2, '0') : code.padStart(5, '0');
}
