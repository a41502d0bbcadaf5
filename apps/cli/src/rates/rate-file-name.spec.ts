import { readRateFileName } from './rate-file-name.js';

test.each([
  ['TAXRATES_ZIP5_NY202611.csv', { format: 'avalara-zip5', state: 'NY', period: '2026-11' }],
  ['NER2026Q4NOV01.csv', { format: 'sst-rates', state: 'NE', period: '2026Q4' }],
  ['ARB2013Q2MAY26.txt', { format: 'sst-boundaries', state: 'AR', period: '2013Q2' }],
  ['rates.csv', undefined],
  ['TAXRATES_ZIP5_NY.csv', undefined],
])('%s is %j', (name, expected) => {
  expect(readRateFileName(name)).toEqual(expected);
});
