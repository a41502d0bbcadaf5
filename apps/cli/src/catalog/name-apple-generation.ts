import { appleGenerations } from './apple-generations.js';
import { joinKeyOf } from './spelling.js';

/** A name of node-device-detector read as an Apple generation and what the name says beyond it. */
export interface AppleName {
  readonly generation: string;
  readonly caseMm?: number;
  readonly withoutModem?: true;
}

/** Reads detector names ("iPad 9 10.2" WiFi", "Watch Series 8 41mm") as one of Apple's generations, so that one device is one product. */
export function appleNamer(generations: Iterable<string>): (detectorName: string) => AppleName {
  const known = new Map<string, string>();
  for (const generation of generations) known.set(joinKeyOf(generation), generation);
  for (const [generation, { detectorNames = [] }] of Object.entries(appleGenerations))
    for (const name of detectorNames) known.set(joinKeyOf(name), generation);

  return (detectorName) => {
    const caseMm = /^Watch\b.* (\d\d)mm$/.exec(detectorName)?.[1];
    const withoutModem = / WiFi$/.test(detectorName);
    const base = detectorName.replace(/ (\d\dmm|WiFi)$/, '');
    return {
      generation: known.get(joinKeyOf(detectorName)) ?? known.get(joinKeyOf(base)) ?? base,
      ...(caseMm === undefined ? {} : { caseMm: Number(caseMm) }),
      ...(withoutModem ? { withoutModem } : {}),
    };
  };
}
