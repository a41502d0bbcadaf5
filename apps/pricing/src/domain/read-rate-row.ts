import type { RateFile, RateFileFormat, ReadRateRow } from './rate-file.js';
import { avalaraReader } from './read-avalara-row.js';
import { sstBoundaryReader } from './read-sst-boundary-row.js';
import { sstRateReader } from './read-sst-rate-row.js';

const readers: { readonly [format in RateFileFormat]: (file: RateFile) => ReadRateRow } = {
  'avalara-zip5': avalaraReader,
  'sst-rates': sstRateReader,
  'sst-boundaries': sstBoundaryReader,
};

/** A reader of one file's records, in order. */
export function rateRowReader(file: RateFile): ReadRateRow {
  return readers[file.format](file);
}
