import type { AppleGeneration } from './datasets.js';
import type { RejectReport } from './reject-report.js';
import { tidy } from './spelling.js';

/** One colour and storage of one hardware build (an A-number, an identifier) of an Apple device. */
export interface AppleVariant {
  readonly generation: string;
  readonly aNumbers: readonly string[];
  readonly identifiers: readonly string[];
  readonly colour?: string;
  readonly storageGb?: number;
  readonly caseMaterial?: string;
  readonly caseMm?: number;
  readonly orderNumbers: readonly string[];
}

/** The rows of ios-device-list. A generation without rows is rejected; a storage that lost a letter is mended and reported. */
export function* readAppleVariants(
  generations: readonly AppleGeneration[],
  dataset: string,
  rejects: RejectReport,
): Generator<AppleVariant> {
  for (const entry of generations) {
    const generation = tidy(entry.Generation);
    const identifiers = listOf(entry.Identifier);
    if (!entry.Models?.length) rejects.add({ reason: 'no_models', dataset, row: { generation, identifiers } });
    for (const model of entry.Models ?? []) {
      const storageGb = model.Storage === undefined ? undefined : readStorageGb(model.Storage, dataset, rejects);
      const caseMm = model.Size === undefined ? undefined : Number.parseInt(model.Size, 10);
      yield {
        generation,
        aNumbers: listOf(entry.ANumber),
        identifiers,
        ...(model.Color?.trim() ? { colour: tidy(model.Color) } : {}),
        ...(storageGb === undefined ? {} : { storageGb }),
        ...(model.CaseMaterial?.trim() ? { caseMaterial: tidy(model.CaseMaterial) } : {}),
        ...(caseMm === undefined || Number.isNaN(caseMm) ? {} : { caseMm }),
        orderNumbers: listOf(model.Model),
      };
    }
  }
}

function readStorageGb(text: string, dataset: string, rejects: RejectReport): number | undefined {
  const match = /^(\d+) ?(GB|TB?)$/.exec(tidy(text));
  if (match === null) {
    rejects.add({ reason: 'storage_unreadable', dataset, row: text });
    return undefined;
  }
  if (match[2] === 'T') rejects.add({ reason: 'storage_mended', dataset, row: text });
  return Number(match[1]) * (match[2] === 'GB' ? 1 : 1024);
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return (typeof value === 'string' ? [value] : (value ?? [])).map(tidy).filter((text) => text !== '');
}
