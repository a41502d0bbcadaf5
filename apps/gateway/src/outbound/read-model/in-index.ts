import type { ProductState } from '@reprise/contracts/events';
import type { ProductInIndex } from '../../application/ports.js';
import { searchTextOf } from './search-text-of.js';

/** A published product as a search index is told of it. */
export function inIndex(product: ProductState): ProductInIndex {
  const { productId, names, brand, category, categoryPath, attributes, variants } = product;
  return {
    productId,
    name: names.en,
    brand,
    category,
    categoryPath,
    releaseYear: attributes.releaseYear,
    screenInches: attributes.screenInches === undefined ? undefined : Number(attributes.screenInches),
    variants: variants.map(({ storageGb, colour, ramMb = attributes.ramMb }) => ({
      storageGb,
      colour: colour?.code,
      ramGb: ramMb === undefined || ramMb < 1_024 ? undefined : Math.round(ramMb / 1_024),
    })),
    text: searchTextOf(product),
  };
}
