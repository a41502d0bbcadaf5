import type { Decisions, ShelvedProduct } from './stated-product.js';

/** A product's decisions once it has another address: the old one goes on leading here, and one it had before is its own again. */
export function renameSlug(
  { stated, decisions }: Pick<ShelvedProduct, 'stated' | 'decisions'>,
  slug: string,
): Decisions {
  if (slug === stated.slug) return decisions;
  const former = (decisions.formerSlugs ?? []).filter((each) => each !== slug && each !== stated.slug);
  return { ...decisions, formerSlugs: [...former, stated.slug] };
}
