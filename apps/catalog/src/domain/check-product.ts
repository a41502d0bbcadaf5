import type { Product, ProductRejection } from './product.js';
import { canonicalJson, reject } from '@reprise/kernel';

/** What is wrong with a product by itself, before others are looked at. */
export function checkProduct(product: Product): ProductRejection | undefined {
  if (product.categoryPath.at(-1) !== product.category)
    return reject(
      'CategoryPathBroken',
      `The path ends in ${product.categoryPath.at(-1)}, not in ${product.category}.`,
      {
        field: 'categoryPath',
      },
    );
  const seen = new Set<string>();
  for (const [at, { variantId, canonicalKey }] of product.variants.entries()) {
    if (!isCanonical(canonicalKey))
      return reject('CanonicalKeyBroken', 'The key is not canonical JSON: keys in order, no spaces.', {
        field: `variants[${at}].canonicalKey`,
      });
    if (seen.has(variantId) || seen.has(canonicalKey))
      return reject('VariantRepeated', 'Another variant of the product has the same id or key.', {
        field: `variants[${at}]`,
      });
    seen.add(variantId).add(canonicalKey);
  }
  return undefined;
}

/** One device has one text: otherwise the same device could come twice under keys that only look different. */
function isCanonical(key: string): boolean {
  try {
    return canonicalJson(JSON.parse(key)) === key;
  } catch {
    return false;
  }
}
