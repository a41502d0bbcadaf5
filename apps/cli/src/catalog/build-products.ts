import type { ProductRecord } from '@reprise/contracts/events';
import { categoryPathOf } from '@reprise/contracts/events';
import type { Sources } from './datasets.js';
import type { Spec } from './parse-spec.js';
import type { ProductDraft } from './product-draft.js';
import type { SpecBook } from './read-specs.js';
import type { RejectReport } from './reject-report.js';
import { appleGenerations } from './apple-generations.js';
import { buildVariants } from './build-variants.js';
import { categorize } from './categorize.js';
import { collectDrafts } from './collect-drafts.js';
import { productIdOf } from './identify.js';
import { readSpecs } from './read-specs.js';
import { joinKeyOf, slugOf } from './spelling.js';

/** No device in the current releases of the data sets came out later; a later year is a typing error. */
const latestReleaseYear = 2026;

/**
 * The products of the device data sets, one at a time and always in the same order. Ids come from names, so two runs agree.
 * What cannot be used is counted in `rejects`, which is complete once the generator has ended.
 */
export async function* buildProducts(
  sources: Sources,
  rejects: RejectReport,
): AsyncGenerator<ProductRecord, void, undefined> {
  const specs = readSpecs(sources.specs, sources.datasets.detector.dataset, latestReleaseYear, rejects);
  const slugs = new Set<string>();
  for (const draft of collectDrafts(sources, rejects)) {
    const product = productOf(draft, sources, specs, rejects);
    if (slugs.has(product.slug)) {
      rejects.add({
        reason: 'slug_taken',
        dataset: sources.datasets.detector.dataset,
        row: `${draft.brand} / ${draft.model}`,
      });
      product.slug = `${product.slug}-${product.productId.slice(0, 4)}`;
    }
    slugs.add(product.slug);
    yield product;
  }
}

function productOf(draft: ProductDraft, sources: Sources, specs: SpecBook, rejects: RejectReport): ProductRecord {
  const { brand, model } = draft;
  const category = categorize(draft.deviceType, model);
  const title = titleOf(brand, model);
  const { codes, names } = spellingsOf(draft, specs);
  return {
    productId: productIdOf(brand, model),
    status: 'published',
    brand,
    model,
    category,
    categoryPath: [...categoryPathOf[category]],
    slug: slugOf(title),
    names: { en: title },
    attributes: attributesOf(draft, specs, rejects),
    modelCodes: codes,
    aliases: names,
    variants: buildVariants(draft, category, sources.datasets.apple.dataset, rejects),
    sources: [...draft.datasets].sort().map((name) => sources.datasets[name]),
  };
}

function attributesOf(draft: ProductDraft, specs: SpecBook, rejects: RejectReport): ProductRecord['attributes'] {
  const { releaseYear, screenInches } = draft.brand === 'Apple' ? (appleGenerations[draft.model] ?? {}) : {};
  const spec = specOf(draft, specs, rejects);
  const screen = spec.screenInches ?? screenInches ?? screenInName([draft.model, ...draft.detectorNames]);
  return {
    ...spec,
    ...(screen === undefined ? {} : { screenInches: screen }),
    ...(releaseYear === undefined ? {} : { releaseYear }),
    deviceType: draft.deviceType,
  };
}

/** The specification under the first of the device's names that has one, as it is spelled or otherwise; else under one of its codes. */
function specOf(draft: ProductDraft, specs: SpecBook, rejects: RejectReport): Spec {
  const brand = draft.brand.toLowerCase();
  const names = [draft.model, ...draft.detectorNames];
  for (const [outcome, spec] of [
    ['ownName', specs.of(brand, draft.model.toLowerCase())],
    ['otherName', firstKnown(names, (name) => specs.of(brand, name.toLowerCase()))],
    ['otherSpelling', firstKnown(names, (name) => specs.ofSpelling(brand, joinKeyOf(name)))],
    ['modelCode', firstKnown([...draft.modelCodes].sort(), (code) => specs.ofSpelling(brand, joinKeyOf(code)))],
  ] as const) {
    if (spec === undefined) continue;
    rejects.joins.add('specs', outcome, `${draft.brand} / ${draft.model}`);
    return spec;
  }
  rejects.joins.add('specs', 'noRow', `${draft.brand} / ${draft.model}`);
  return {};
}

function firstKnown(keys: Iterable<string>, find: (key: string) => Spec | undefined): Spec | undefined {
  for (const key of keys) {
    const spec = find(key);
    if (spec !== undefined) return spec;
  }
  return undefined;
}

/** `Galaxy Tab S9 Ultra 14.6" 5G`, `iPad Pro (12.9-inch)`: many names carry the diagonal. */
function screenInName(names: readonly string[]): string | undefined {
  for (const name of names) {
    const inches = /(?<![\d.])(\d{1,2}(?:\.\d{1,2})?)(?:"|-inch)/.exec(name)?.[1];
    if (inches !== undefined && Number(inches) > 0) return String(Number(inches));
  }
  return undefined;
}

/** Codes have a digit and no space ("sm-g950f"); everything else another spelling of the name. */
function spellingsOf(draft: ProductDraft, specs: SpecBook): { codes: string[]; names: string[] } {
  const codes = new Set(draft.modelCodes);
  const names = new Set(draft.aliases);
  for (const name of [draft.model, ...draft.detectorNames])
    for (const alias of specs.aliasesOf(draft.brand.toLowerCase(), name.toLowerCase())) {
      // Some aliases are pieces of a user agent: "iphone ios/16.6".
      if (joinKeyOf(alias) === joinKeyOf(draft.model) || alias.includes('/')) continue;
      if (/^\S*\d\S*$/.test(alias)) codes.add(alias.toUpperCase());
      else names.add(alias);
    }
  return { codes: [...codes].sort(), names: [...names].sort() };
}

/** Brand and model, the brand once. */
function titleOf(brand: string, model: string): string {
  const startsWithBrand = slugOf(model) === slugOf(brand) || slugOf(model).startsWith(`${slugOf(brand)}-`);
  return startsWithBrand ? model : `${brand} ${model}`;
}
