import type { DevicePatterns } from './datasets.js';
import { joinKeyOf } from './spelling.js';

/**
 * Says which model a maker's code is of, by the patterns the detector finds it with in user agents (`SM-S911` is a Galaxy S23). The first
 * pattern that fits decides, as in the detector; where that is a template, the code alone tells no model.
 */
export function codeMatcher(patterns: readonly DevicePatterns[]): (maker: string, code: string) => string | undefined {
  const byMaker = new Map<string, { readonly pattern: RegExp; readonly model: string }[]>();
  for (const brands of patterns)
    for (const [brand, { models = [] }] of Object.entries(brands)) {
      const own = models.flatMap(({ regex, model }) =>
        regex === undefined || model === undefined ? [] : [{ pattern: anchored(regex), model }],
      );
      const maker = joinKeyOf(brand);
      byMaker.set(maker, [...(byMaker.get(maker) ?? []), ...own]);
    }
  return (maker, code) => {
    const model = byMaker.get(maker)?.find(({ pattern }) => pattern.test(code))?.model;
    return model === undefined || model.includes('$') ? undefined : model;
  };
}

/** A pattern means whole words: the detector puts this in front of each of them. */
function anchored(regex: string): RegExp {
  return new RegExp(`(?:^|[^A-Z0-9_-]|[^A-Z0-9-]_|sprd-)(?:${regex})`, 'i');
}
