/** What a specification row says, in our units. */
export interface Spec {
  readonly screenInches?: string;
  readonly resolution?: string;
  readonly ramMb?: number;
  readonly weightGrams?: number;
  readonly releaseYear?: number;
  readonly simCount?: number;
  readonly os?: string;
}

export type SpecDefect = 'spec_field_malformed' | 'release_implausible';

/** Reads `KEY=value` fields. A defective field is refused and the others are kept; a key nothing of ours reads is passed over. */
export function parseSpec(
  fields: readonly string[],
  latestYear: number,
  refuse: (defect: SpecDefect, field: string) => void,
): Spec {
  let spec: Spec = {};
  for (const field of fields) {
    const [key = '', value, ...more] = field.split('=').map((part) => part.trim());
    if (field.trim() === '' || value === '') continue; // `RM=` says that nobody knows: as good as no field.
    const read = value === undefined || more.length > 0 ? 'spec_field_malformed' : readField(key, value, latestYear);
    if (typeof read === 'string') refuse(read, field);
    else spec = { ...spec, ...read };
  }
  return spec;
}

/** The first mobile phone on sale (DynaTAC); an earlier year is a clock that was never set. */
const earliestYear = 1983;

function readField(key: string, value: string, latestYear: number): Spec | SpecDefect {
  switch (key) {
    case 'DS':
      return /^\d{1,3}(\.\d{1,2})?$/.test(value) && Number(value) > 0
        ? { screenInches: String(Number(value)) }
        : 'spec_field_malformed';
    case 'RS':
      return /^\d+x\d+$/.test(value) ? { resolution: value } : 'spec_field_malformed';
    case 'RM':
      return Number(value) >= 1 ? { ramMb: Math.round(Number(value)) } : 'spec_field_malformed';
    case 'WT':
      return Number(value) >= 1 ? { weightGrams: Math.round(Number(value)) } : 'spec_field_malformed';
    case 'SM':
      return /^[0-4]$/.test(value) ? { simCount: Number(value) } : 'spec_field_malformed';
    case 'OS':
      // "iO" is a cut-off "iOS".
      return value.length > 2 ? { os: value } : 'spec_field_malformed';
    case 'RE': {
      const year = Number(/^(\d{4})([.-]\d{1,2})*$/.exec(value)?.[1]);
      if (Number.isNaN(year)) return 'spec_field_malformed';
      return year >= earliestYear && year <= latestYear ? { releaseYear: year } : 'release_implausible';
    }
    default:
      // Processor, graphics, benchmarks, dots per inch.
      return {};
  }
}
