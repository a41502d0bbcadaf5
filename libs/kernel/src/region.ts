import type { Brand } from './brand.js';
import { Bug } from './fault.js';

/** The name of a cell that runs all services on its own data. Deliberately not an enumeration: which regions exist is configuration. */
export type Region = Brand<string, 'Region'>;

const pattern = /^[a-z]{2,8}$/;

/** The region named by `text`, or undefined. */
export function regionOf(text: string): Region | undefined {
  return pattern.test(text) ? (text as Region) : undefined;
}

/** As regionOf, for configuration and data already validated: anything else is a Bug. */
export function mustBeRegion(text: string): Region {
  const region = regionOf(text);
  if (region === undefined) throw new Bug(`${JSON.stringify(text)} is not a region name`);
  return region;
}
