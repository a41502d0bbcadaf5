import { canonicalJson } from '@reprise/kernel';
import type { ShelvedProduct, Standing, StatedProduct, StatedVariant, Texts } from './stated-product.js';

/** What colours are called, by code, as translators say it for every product at once. */
export type ColourNames = ReadonlyMap<string, Texts>;

/**
 * A product as it stands: what was stated, what was decided, and what was merged into it. A pure function of those, so that taking a decision
 * back gives exactly what stood before it. `merged` are the products merged into this one, directly or by way of another.
 */
export function standProduct<P extends StatedProduct>(
  { stated, decisions }: ShelvedProduct<P>,
  merged: readonly ShelvedProduct<P>[],
  colours: ColourNames,
): Standing<P> {
  const { mergedInto, formerSlugs = [], publication, slugs } = decisions;
  const own = ownVariants({ stated, decisions });
  const others = merged.flatMap((one) => [one.stated.slug, ...Object.values(one.decisions.slugs ?? {})]);
  const former = distinct([...formerSlugs, ...others, ...merged.flatMap((one) => one.decisions.formerSlugs ?? [])]);
  const variants = mergedInto === undefined ? withMerged(own, merged.flatMap(ownVariants)) : own;
  const formerIds = merged.map((one) => one.stated.productId);
  return {
    ...stated,
    ...(mergedInto !== undefined && { status: 'archived' as const, mergedInto }),
    names: { ...stated.names, ...decisions.names },
    ...((stated.descriptions ?? decisions.descriptions) !== undefined && {
      descriptions: { ...stated.descriptions, ...decisions.descriptions },
    }),
    ...(slugs !== undefined && { slugs }),
    ...(publication !== undefined && publication.length > 0 && { publication }),
    ...(former.length > 0 && { formerSlugs: former }),
    ...(formerIds.length > 0 && { formerIds }),
    // Still to be found by what was printed on the duplicate, and by what it was called.
    modelCodes: distinct([...stated.modelCodes, ...merged.flatMap((one) => one.stated.modelCodes)]),
    aliases: distinct([...stated.aliases, ...merged.flatMap(namesOf)]),
    variants: variants.map((variant) => coloured(variant, colours)),
    // The spread loses that a variant is P's own kind of variant: nothing was taken from one.
  } as Standing<P>;
}

/** Everything merged into a product, directly or by way of another, in the order of ids. */
export function mergedInto<P extends StatedProduct>(
  productId: string,
  family: ReadonlyMap<string, ShelvedProduct<P>>,
): ShelvedProduct<P>[] {
  const direct = [...family.values()].filter(({ decisions }) => decisions.mergedInto === productId);
  return direct
    .flatMap((one) => [one, ...mergedInto(one.stated.productId, family)])
    .sort((a, b) => (a.stated.productId < b.stated.productId ? -1 : 1));
}

/** The variants a product was stated with and still has. */
export function ownVariants({
  stated,
  decisions,
}: Pick<ShelvedProduct, 'stated' | 'decisions'>): readonly StatedVariant[] {
  return stated.variants.filter(({ variantId }) => !decisions.splitOff?.includes(variantId));
}

/** Variants of a merged product that are the same device become that variant's other ids; the rest are added. */
function withMerged(own: readonly StatedVariant[], others: readonly StatedVariant[]): StatedVariant[] {
  const byDevice = new Map(own.map((variant) => [deviceOf(variant), variant]));
  const known = new Set(own.flatMap(({ variantId, formerIds = [] }) => [variantId, ...formerIds]));
  for (const other of others) {
    if (known.has(other.variantId)) continue;
    known.add(other.variantId);
    const device = deviceOf(other);
    const same = byDevice.get(device);
    byDevice.set(device, same === undefined ? other : joined(same, other));
  }
  return [...byDevice.values()];
}

function joined(variant: StatedVariant, other: StatedVariant): StatedVariant {
  return {
    ...variant,
    formerIds: [...(variant.formerIds ?? []), other.variantId],
    mpns: distinct([...variant.mpns, ...other.mpns]),
    gtins: distinct([...variant.gtins, ...other.gtins]),
  };
}

/** What a variant is apart from whose it is: its key without brand and model, which two spellings of one product differ in. */
function deviceOf({ canonicalKey }: StatedVariant): string {
  const { brand: _brand, model: _model, ...choices } = JSON.parse(canonicalKey) as Record<string, unknown>;
  return canonicalJson(choices);
}

function coloured(variant: StatedVariant, colours: ColourNames): StatedVariant {
  const said = variant.colour && colours.get(variant.colour.code);
  if (variant.colour === undefined || said === undefined) return variant;
  return { ...variant, colour: { ...variant.colour, names: { ...variant.colour.names, ...said } } };
}

function namesOf({ stated: { names, aliases } }: ShelvedProduct): string[] {
  return [...Object.values(names), ...aliases];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
