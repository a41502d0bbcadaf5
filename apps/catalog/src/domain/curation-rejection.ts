import type { Rejection } from '@reprise/kernel';
import { reject } from '@reprise/kernel';

/** Why an operator's decision on a product is refused. */
export type CurationRejection = Rejection<
  | 'catalog.product_not_found'
  | 'catalog.product_merged'
  | 'catalog.merge_into_itself'
  | 'catalog.merge_into_archived'
  | 'catalog.variant_not_of_product'
  | 'catalog.split_of_several_products'
  | 'catalog.split_leaves_nothing'
  | 'catalog.split_needs_a_name'
  | 'catalog.slug_taken'
  | 'catalog.market_not_found'
  | 'catalog.publication_ends_before_it_begins'
  | 'catalog.publication_names_a_market_twice'
  | 'catalog.locale_not_offered'
  | 'catalog.translation_too_long'
  | 'catalog.slug_malformed'
  | 'catalog.phrase_forbidden'
  | 'catalog.colour_not_found'
>;

export function productNotFound(productId: string, field: string): CurationRejection {
  return reject('catalog.product_not_found', `There is no product ${productId}.`, { field });
}
