import type { Rejection } from '@reprise/kernel';

/** What the catalogue's own rules read of a product; the rest is carried as it was stated. */
export interface Product {
  readonly productId: string;
  readonly slug: string;
  readonly category: string;
  /** Root first, the category last. */
  readonly categoryPath: readonly string[];
  readonly variants: readonly { readonly variantId: string; readonly canonicalKey: string }[];
}

export type ProductRejection = Rejection<
  'CategoryPathBroken' | 'CanonicalKeyBroken' | 'VariantRepeated' | 'SlugTaken' | 'VariantTaken'
>;
