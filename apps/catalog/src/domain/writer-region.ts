import type { Rejection } from '@reprise/kernel';
import { reject } from '@reprise/kernel';

export type NotTheWriter = Rejection<'catalog.not_the_writer_region'>;

/**
 * Products and markets are one truth for all regions, so one region writes them and the others hold copies. Refuses a write
 * anywhere else and says where it belongs.
 */
export function refuseUnlessWriter(region: string, writerRegion: string): NotTheWriter | undefined {
  if (region === writerRegion) return undefined;
  return reject(
    'catalog.not_the_writer_region',
    `Products and markets are written in the region ${writerRegion}; this is ${region}.`,
    { details: { writerRegion } },
  );
}
