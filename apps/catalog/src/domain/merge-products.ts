import type { Outcome } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { CurationRejection } from './curation-rejection.js';
import { productNotFound } from './curation-rejection.js';
import type { ShelvedProduct, StatedProduct } from './stated-product.js';

/** A family of products by id, as it is after a decision: what differs from before is to be kept. */
export type Family<P extends StatedProduct> = ReadonlyMap<string, ShelvedProduct<P>>;

/**
 * Declares one product a duplicate of another. Its ids, addresses, codes and variants lead to the other from then on; nothing is thrown away,
 * so that a split can undo it. Merging it there again changes nothing.
 */
export function mergeProducts<P extends StatedProduct>(
  productId: string,
  into: string,
  family: Family<P>,
): Outcome<Family<P>, CurationRejection> {
  const duplicate = family.get(productId);
  const target = family.get(into);
  if (duplicate === undefined) return productNotFound(productId, 'path.productId');
  if (target === undefined) return productNotFound(into, 'into');
  if (productId === into)
    return reject('catalog.merge_into_itself', 'A product is no duplicate of itself.', { field: 'into' });
  if (duplicate.decisions.mergedInto === into) return family;
  if (duplicate.decisions.mergedInto !== undefined) return alreadyMerged(duplicate, 'path.productId');
  if (target.decisions.mergedInto !== undefined) return alreadyMerged(target, 'into');
  if (target.stated.status !== 'published')
    return reject(
      'catalog.merge_into_archived',
      `The product ${into} is archived: nobody would see what is merged into it.`,
      {
        field: 'into',
      },
    );
  return new Map(family).set(productId, { ...duplicate, decisions: { ...duplicate.decisions, mergedInto: into } });
}

/** Says where it went, so that the caller can ask again with that. */
function alreadyMerged({ stated, decisions }: ShelvedProduct, field: string): CurationRejection {
  return reject(
    'catalog.product_merged',
    `The product ${stated.productId} was merged into ${decisions.mergedInto}: use that one, or split it off first.`,
    { field, details: { mergedInto: decisions.mergedInto } },
  );
}
