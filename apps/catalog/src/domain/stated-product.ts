import type { PublicationWindow } from '@reprise/kernel';
import type { Product } from './product.js';

/** Texts by language. */
export type Texts = Readonly<Record<string, string>>;

/** A variant as far as merging and translating read it. */
export interface StatedVariant {
  readonly variantId: string;
  readonly canonicalKey: string;
  readonly mpns: readonly string[];
  readonly gtins: readonly string[];
  readonly colour?: { readonly code: string; readonly names: Texts } | undefined;
  /** Variants of merged products that are this very device. */
  readonly formerIds?: readonly string[] | undefined;
}

/** A product as its importer stated it, as far as what operators decide touches it. */
export interface StatedProduct extends Product {
  readonly status: 'published' | 'archived';
  readonly names: Texts;
  readonly descriptions?: Texts | undefined;
  readonly modelCodes: readonly string[];
  readonly aliases: readonly string[];
  readonly variants: readonly StatedVariant[];
}

/** What operators decided of one product. Kept apart from what was stated, so that importing it again undoes none of it. */
export interface Decisions {
  readonly mergedInto?: string;
  /** Addresses it had, oldest first. */
  readonly formerSlugs?: readonly string[];
  /** Variants it is stated with that were split off: they are another product's. */
  readonly splitOff?: readonly string[];
  readonly publication?: readonly PublicationWindow[];
  readonly names?: Texts;
  readonly descriptions?: Texts;
  readonly slugs?: Texts;
}

/** A product with all that was decided: what the platform is told. */
export type Standing<P extends StatedProduct> = P & {
  readonly mergedInto?: string;
  readonly formerIds?: readonly string[];
  readonly formerSlugs?: readonly string[];
  readonly slugs?: Texts;
  readonly publication?: readonly PublicationWindow[];
};

/** A product as it is kept. */
export interface ShelvedProduct<P extends StatedProduct = StatedProduct> {
  readonly stated: P;
  readonly decisions: Decisions;
  /** Of what was last said; 0 before anything was. */
  readonly version: number;
  readonly stands: Standing<P> | undefined;
}
