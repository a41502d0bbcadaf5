import type { Outcome } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { CurationRejection } from './curation-rejection.js';
import { productNotFound } from './curation-rejection.js';
import type { Family } from './merge-products.js';
import { mergedInto, ownVariants } from './stand-product.js';
import type { ShelvedProduct, StatedProduct } from './stated-product.js';

/** A product that comes into being by a split. */
export interface NewProduct {
  readonly productId: string;
  readonly model: string;
  readonly slug: string;
  readonly names: { readonly en: string } & Readonly<Record<string, string>>;
}

/**
 * Takes variants out of a product. All variants of a product that was merged into it: that product is there again, as it was. Others become
 * a product of their own, which needs a name. Answers the family after it, and which product has the variants now.
 */
export function splitProduct<P extends StatedProduct & { readonly model: string }>(
  productId: string,
  variantIds: readonly string[],
  fresh: NewProduct | undefined,
  family: Family<P>,
): Outcome<{ readonly family: Family<P>; readonly productId: string }, CurationRejection> {
  const product = family.get(productId);
  if (product === undefined) return productNotFound(productId, 'path.productId');
  const merged = mergedInto(productId, family);
  const wanted = new Set(variantIds);
  const owners = [...wanted].map((variantId) => ownerOf(variantId, [product, ...merged]));
  const missing = owners.findIndex((owner) => owner === undefined);
  if (missing >= 0)
    return reject('catalog.variant_not_of_product', `The product has no variant ${[...wanted][missing]}.`, {
      field: `variantIds[${missing}]`,
    });
  const whole = merged.find((one) => isAllOf(wanted, one, family));
  if (whole !== undefined) {
    const { mergedInto: _undone, ...decisions } = whole.decisions;
    const back = { ...whole, decisions };
    return { family: new Map(family).set(whole.stated.productId, back), productId: whole.stated.productId };
  }
  const owner = owners[0] as ShelvedProduct<P>;
  if (owners.some((other) => other !== owner))
    return reject(
      'catalog.split_of_several_products',
      'These variants come from several products that were merged: split off those of one at a time.',
      { field: 'variantIds' },
    );
  if (ownVariants(owner).every(({ variantId }) => wanted.has(variantId)))
    return reject('catalog.split_leaves_nothing', 'A product keeps at least one variant.', { field: 'variantIds' });
  if (fresh === undefined)
    return reject('catalog.split_needs_a_name', 'These variants were no product of their own: say what it is called.', {
      field: 'product',
    });
  return { family: splitOff(owner, wanted, fresh, family), productId: fresh.productId };
}

function splitOff<P extends StatedProduct & { readonly model: string }>(
  owner: ShelvedProduct<P>,
  wanted: ReadonlySet<string>,
  { productId, model, slug, names }: NewProduct,
  family: Family<P>,
): Family<P> {
  const { stated, decisions } = owner;
  const variants = stated.variants.filter(({ variantId }) => wanted.has(variantId));
  const splitOffIds = [...new Set([...(decisions.splitOff ?? []), ...wanted])].sort();
  return new Map(family)
    .set(stated.productId, { ...owner, decisions: { ...decisions, splitOff: splitOffIds } })
    .set(productId, {
      stated: { ...stated, productId, model, slug, names, aliases: [], modelCodes: [], variants },
      decisions: {},
      version: 0,
      stands: undefined,
    });
}

function ownerOf<P extends StatedProduct>(
  variantId: string,
  products: readonly ShelvedProduct<P>[],
): ShelvedProduct<P> | undefined {
  return products.find((one) => ownVariants(one).some((variant) => variant.variantId === variantId));
}

/** Whether the variants are all that a merged product brought: its own and those of products merged into it before. */
function isAllOf<P extends StatedProduct>(
  wanted: ReadonlySet<string>,
  one: ShelvedProduct<P>,
  family: Family<P>,
): boolean {
  const brought = [one, ...mergedInto(one.stated.productId, family)].flatMap(ownVariants);
  return brought.length === wanted.size && brought.every(({ variantId }) => wanted.has(variantId));
}
