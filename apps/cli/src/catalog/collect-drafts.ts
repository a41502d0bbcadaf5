import type { Sources } from './datasets.js';
import type { ProductDraft } from './product-draft.js';
import type { DetectorModel } from './read-detector-models.js';
import type { RejectReport } from './reject-report.js';
import { joinPlayDevices } from './join-play-devices.js';
import { appleNamer } from './name-apple-generation.js';
import { DraftBook } from './product-draft.js';
import { readAppleVariants } from './read-apple-variants.js';
import { readDetectorModels } from './read-detector-models.js';
import { joinKeyOf, slugOf } from './spelling.js';

/** Joins the sources by brand and name: the detector's models, Apple's variants, Google Play's model codes. One draft a product. */
export function collectDrafts(sources: Sources, rejects: RejectReport): Iterable<ProductDraft> {
  const drafts = new DraftBook();
  const templates = addDetectorModels(drafts, sources, rejects);
  addAppleVariants(drafts, sources, rejects);
  joinPlayDevices(drafts, templates, sources, rejects);
  return drafts;
}

function addDetectorModels(drafts: DraftBook, sources: Sources, rejects: RejectReport): DetectorModel[] {
  const dataset = sources.datasets.detector.dataset;
  const appleName = appleNamer(sources.apple.map((entry) => appleModelOf(entry.Generation)));
  const templates: DetectorModel[] = [];
  for (const named of sources.patterns.flatMap((patterns) => [...readDetectorModels(patterns)])) {
    const { brand, model, deviceType } = named;
    const row = `${brand} ${model} (${deviceType})`;
    if (brand === 'Unknown') {
      rejects.add({ reason: 'empty_brand', dataset, row });
    } else if (named.isTemplate) {
      rejects.add({ reason: 'template_model', dataset, row });
      templates.push(named);
    } else if (slugOf(model) === '' || slugOf(brand) === '') {
      rejects.add({ reason: 'no_latin_name', dataset, row });
    } else {
      const apple = brand === 'Apple' ? appleName(model) : undefined;
      const draft = drafts.open(brand, apple?.generation ?? model, deviceType);
      if (draft.detectorNames.has(model)) rejects.add({ reason: 'repeated_model', dataset, row });
      draft.detectorNames.add(model);
      draft.datasets.add('detector');
      if (joinKeyOf(model) !== joinKeyOf(draft.model)) draft.aliases.add(model);
      if (apple?.caseMm !== undefined) draft.caseSizesMm.add(apple.caseMm);
      if (apple?.withoutModem) draft.modemIsAChoice = true;
    }
  }
  return templates;
}

function addAppleVariants(drafts: DraftBook, sources: Sources, rejects: RejectReport): void {
  const draftOf = (generation: string) => {
    const model = appleModelOf(generation);
    const draft = drafts.open('Apple', model, appleTypeOf(model));
    draft.datasets.add('apple');
    return draft;
  };
  // Also a generation whose rows are missing is a device.
  for (const entry of sources.apple) draftOf(entry.Generation);
  for (const variant of readAppleVariants(sources.apple, sources.datasets.apple.dataset, rejects)) {
    const draft = draftOf(variant.generation);
    const known = draft.datasets.has('detector') ? 'alsoInDetector' : 'onlyHere';
    rejects.joins.add('appleVariants', known, `${variant.generation} ${variant.colour ?? ''}`);
    draft.appleVariants.push(variant);
    for (const code of [...variant.aNumbers, ...variant.identifiers]) draft.modelCodes.add(code);
  }
}

/** ios-device-list says "Apple Watch Series 8"; the brand is said once. */
function appleModelOf(generation: string): string {
  return generation.replace(/^Apple /, '');
}

function appleTypeOf(model: string): string {
  if (model.startsWith('iPhone')) return 'smartphone';
  if (model.startsWith('iPad')) return 'tablet';
  if (model.startsWith('Watch')) return 'wearable';
  return model.startsWith('iPod') ? 'portable media player' : 'headphones';
}
