import type { ProductState } from '@reprise/contracts/events';
import type { ProductInIndex } from '../../application/ports.js';
import { searchTextOf } from './search-text-of.js';

/** A published product as a search index is told of it. */
export function inIndex(product: ProductState): ProductInIndex {
  const { productId, names, brand, category, categoryPath, attributes } = product;
  return {
    productId,
    name: names.en,
    brand,
    category,
    categoryPath,
    releaseYear: attributes.releaseYear,
    text: searchTextOf(product),
  };
}
