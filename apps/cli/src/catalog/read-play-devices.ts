import type { PlayDevice } from './datasets.js';
import type { RejectReport } from './reject-report.js';
import { isMojibake, tidy } from './spelling.js';

/** A model code and the name it is sold under. */
export interface ModelCode {
  readonly brand: string;
  readonly name: string;
  readonly code: string;
}

/** The usable rows of Google Play's device list: named, readable, and each brand and code once a name. */
export function* readPlayDevices(
  rows: readonly PlayDevice[],
  dataset: string,
  rejects: RejectReport,
): Generator<ModelCode> {
  const seen = new Set<string>();
  for (const row of rows) {
    const brand = tidy(row.brand);
    const name = tidy(row.name);
    const code = tidy(row.model);
    if (brand === '') {
      rejects.add({ reason: 'empty_brand', dataset, row });
    } else if (name === '') {
      rejects.add({ reason: 'empty_name', dataset, row });
    } else if (isMojibake(brand + name + code)) {
      rejects.add({ reason: 'mojibake', dataset, row });
    } else if (seen.has(`${row.brand}\0${row.model}`)) {
      // One code under a second internal device name; the first row already said what we keep.
      rejects.add({ reason: 'repeated_row', dataset, row });
    } else {
      seen.add(`${row.brand}\0${row.model}`);
      yield { brand, name, code };
    }
  }
}
