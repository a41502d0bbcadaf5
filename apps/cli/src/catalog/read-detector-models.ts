import type { DevicePatterns } from './datasets.js';
import { tidy } from './spelling.js';

/** A device model by name, with the kind of device the source calls it. */
export interface DetectorModel {
  readonly brand: string;
  readonly model: string;
  readonly deviceType: string;
  /** True for `Fairphone $1`: filled in at run time from the user agent, so by itself no device. */
  readonly isTemplate: boolean;
}

/** The distinct brand, model and kind of a pattern file. A repeat of all three is the normal case: one model, several patterns. */
export function* readDetectorModels(patterns: DevicePatterns): Generator<DetectorModel> {
  const seen = new Set<string>();
  for (const [brand, entry] of Object.entries(patterns)) {
    for (const { model, device } of entry.models ?? [entry]) {
      if (!model) continue;
      const deviceType = device ?? entry.device ?? 'unknown';
      const key = `${brand}\0${model}\0${deviceType}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { brand: tidy(brand), model: tidy(model), deviceType, isTemplate: /\$\d/.test(model) };
    }
  }
}
