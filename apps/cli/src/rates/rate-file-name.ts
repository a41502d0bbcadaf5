/** What a rate file is, as its publisher names it. */
export interface RateFileName {
  readonly format: 'avalara-zip5' | 'sst-rates' | 'sst-boundaries';
  readonly state: string;
  readonly period: string;
}

/** Reads `TAXRATES_ZIP5_NY202611.csv` of Avalara and `NER2026Q4NOV01.csv` (rates) or `NEB…` (boundaries) of Streamlined Sales Tax. */
export function readRateFileName(name: string): RateFileName | undefined {
  const avalara = /^TAXRATES_ZIP5_([A-Z]{2})(\d{4})(\d{2})\.csv$/i.exec(name);
  if (avalara !== null) {
    const [, state = '', year, month] = avalara;
    return { format: 'avalara-zip5', state: state.toUpperCase(), period: `${year}-${month}` };
  }
  const streamlined = /^([A-Z]{2})([RB])(\d{4}Q[1-4])[A-Z]{3}\d{2}\.(?:csv|txt)$/i.exec(name);
  if (streamlined === null) return undefined;
  const [, state = '', kind = '', period = ''] = streamlined;
  return {
    format: kind.toUpperCase() === 'R' ? 'sst-rates' : 'sst-boundaries',
    state: state.toUpperCase(),
    period: period.toUpperCase(),
  };
}
