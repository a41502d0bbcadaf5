import { mustBeRegion, regionOf } from './region.js';

test.each(['eu', 'us', 'apac'])('%s can name a region: which exist is configuration', (text) => {
  expect(mustBeRegion(text)).toBe(text);
});

test.each(['', 'EU', 'e', 'eu-west', 'eu1', 'eu\n', 'northamerica'])('%j names no region', (text) => {
  expect(regionOf(text)).toBeUndefined();
  expect(() => mustBeRegion(text)).toThrow('is not a region name');
});
