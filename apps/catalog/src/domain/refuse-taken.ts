import type { Product, ProductRejection } from './product.js';
import { reject } from '@reprise/kernel';

/** Whose an address or a variant is: product ids by slug (also one given up) and by variant id; variant ids by canonical key. */
export interface Owners {
  readonly bySlug: ReadonlyMap<string, string>;
  readonly byVariant: ReadonlyMap<string, string>;
  readonly byKey?: ReadonlyMap<string, string>;
}

/** Products that may be stored together, and those that claim what another product has. */
export interface Claims<P extends Product> {
  readonly accepted: readonly P[];
  readonly refused: readonly { readonly product: P; readonly rejection: ProductRejection }[];
}

/**
 * Sorts products by whether their addresses and variants are theirs to claim. Within the batch the first claim counts. A variant
 * belongs to one product for ever: offers and orders point at it, and must not come to mean another device.
 */
export function refuseTaken<P extends Product>(products: readonly P[], owners: Owners): Claims<P> {
  const bySlug = new Map(owners.bySlug);
  const byVariant = new Map(owners.byVariant);
  const byKey = new Map(owners.byKey);
  const accepted: P[] = [];
  const refused: { product: P; rejection: ProductRejection }[] = [];
  for (const product of products) {
    const rejection = rejectionOf(product, bySlug, byVariant, byKey);
    if (rejection !== undefined) {
      refused.push({ product, rejection });
      continue;
    }
    accepted.push(product);
    bySlug.set(product.slug, product.productId);
    for (const { variantId, canonicalKey } of product.variants) {
      byVariant.set(variantId, product.productId);
      byKey.set(canonicalKey, variantId);
    }
  }
  return { accepted, refused };
}

function rejectionOf(
  product: Product,
  bySlug: ReadonlyMap<string, string>,
  byVariant: ReadonlyMap<string, string>,
  byKey: ReadonlyMap<string, string>,
): ProductRejection | undefined {
  const isOthers = (owner: string | undefined) => owner !== undefined && owner !== product.productId;
  const slugOwner = bySlug.get(product.slug);
  if (isOthers(slugOwner))
    return reject('SlugTaken', `The product ${slugOwner} has the address ${product.slug}.`, { field: 'slug' });
  const at = product.variants.findIndex(({ variantId }) => isOthers(byVariant.get(variantId)));
  if (at < 0) return sameDeviceTwice(product, byKey);
  const variantId = product.variants[at]?.variantId ?? '';
  return reject('VariantTaken', `The product ${byVariant.get(variantId)} has the variant ${variantId}.`, {
    field: `variants[${at}].variantId`,
  });
}

/** One device, one id: offers for it must meet in one buy box. */
function sameDeviceTwice(product: Product, byKey: ReadonlyMap<string, string>): ProductRejection | undefined {
  const at = product.variants.findIndex(
    ({ variantId, canonicalKey }) => (byKey.get(canonicalKey) ?? variantId) !== variantId,
  );
  if (at < 0) return undefined;
  const key = product.variants[at]?.canonicalKey ?? '';
  return reject('VariantTaken', `The variant ${byKey.get(key)} has this key: use its id.`, {
    field: `variants[${at}].canonicalKey`,
  });
}
