import type { ProblemCode } from '@reprise/contracts/http';
import type { CurationRejection } from '../../domain/curation-rejection.js';
import type { MarketRejection } from '../../domain/market.js';
import type { NotTheWriter } from '../../domain/writer-region.js';

type CatalogRejection = MarketRejection | CurationRejection | NotTheWriter;

/** How each refusal of a command is answered. A rejection without a line here does not compile. */
export const catalogProblemOf: { readonly [Code in CatalogRejection['code']]: ProblemCode } = {
  'catalog.market_not_found': 'MarketNotFound',
  'catalog.market_version_not_found': 'MarketVersionNotFound',
  'catalog.market_changed_meanwhile': 'ConcurrentModification',
  'catalog.market_code_differs': 'ValidationFailed',
  'catalog.market_retired': 'ValidationFailed',
  'catalog.market_field_fixed': 'ValidationFailed',
  'catalog.country_has_market': 'ValidationFailed',
  'catalog.market_transition_not_allowed': 'MarketTransitionNotAllowed',
  'catalog.not_the_writer_region': 'NotTheWriterRegion',
  'catalog.product_not_found': 'ProductNotFound',
  'catalog.product_merged': 'ProductMerged',
  'catalog.merge_into_itself': 'MergeRejected',
  'catalog.merge_into_archived': 'MergeRejected',
  'catalog.variant_not_of_product': 'SplitRejected',
  'catalog.split_of_several_products': 'SplitRejected',
  'catalog.split_leaves_nothing': 'SplitRejected',
  'catalog.split_needs_a_name': 'SplitRejected',
  'catalog.slug_taken': 'SplitRejected',
  'catalog.publication_ends_before_it_begins': 'ValidationFailed',
  'catalog.publication_names_a_market_twice': 'ValidationFailed',
  'catalog.locale_not_offered': 'ValidationFailed',
  'catalog.translation_too_long': 'ValidationFailed',
  'catalog.slug_malformed': 'ValidationFailed',
  'catalog.phrase_forbidden': 'ContentForbidden',
  'catalog.colour_not_found': 'ValidationFailed',
};
