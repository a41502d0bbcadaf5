import { canonicalJson } from '@reprise/kernel';
import type { ShelvedProduct, StatedProduct } from './stated-product.js';
import type { ColourNames } from './stand-product.js';
import { mergedInto, standProduct } from './stand-product.js';

/**
 * The products of a family that no longer stand as was last said, each with what is to be said now. Where variants move from one product to
 * another, all get one version above all of theirs: whoever keeps things by variant then keeps the newer statement.
 */
export function restateProducts<P extends StatedProduct>(
  family: ReadonlyMap<string, ShelvedProduct<P>>,
  colours: ColourNames,
  { variantsMove = false } = {},
): (ShelvedProduct<P> & { readonly stands: NonNullable<ShelvedProduct<P>['stands']> })[] {
  // An import is hundreds of products of which hardly any is merged: looking for each one's among all would be work for nothing.
  const merged = new Map([...family].filter(([, { decisions }]) => decisions.mergedInto !== undefined));
  const changed = [...family.values()].flatMap((shelved) => {
    const stands = standProduct(shelved, mergedInto(shelved.stated.productId, merged), colours);
    const same = shelved.stands !== undefined && canonicalJson(shelved.stands) === canonicalJson(stands);
    return same ? [] : [{ ...shelved, stands }];
  });
  const newest = Math.max(0, ...changed.map(({ version }) => version));
  return changed.map((shelved) => ({ ...shelved, version: (variantsMove ? newest : shelved.version) + 1 }));
}
