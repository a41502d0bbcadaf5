import type { Names } from '@reprise/contracts/events';
import { primaryImage } from '../../application/primary-image.js';
import type { ProductCard, States } from '../../application/ports.js';
import { grown } from './columns.js';
import { Rows } from './rows.js';

/** Published products as lists show them, their slugs, and which product each variant is of. */
export class ProductTable {
  readonly rows = new Rows();
  readonly variants = new Rows();
  private readonly cards: (ProductCard | undefined)[] = [];
  private readonly bySlug = new Map<string, number>();
  private versions = new Uint32Array(0);
  private revisions = new Uint32Array(0);
  private productOfVariant = new Int32Array(0);

  private readonly colours = new Map<string, Names>();

  version(row: number): number {
    return this.versions[row] ?? 0;
  }

  card(row: number): ProductCard | undefined {
    return this.cards[row];
  }

  /** Rows of published products, by product id. */
  published(): number[] {
    const rows = this.cards.flatMap((card, row) => (card === undefined ? [] : [row]));
    return rows.sort((a, b) => (this.rows.id(a) < this.rows.id(b) ? -1 : 1));
  }

  find(idOrSlug: string): number | undefined {
    const row = this.rows.find(idOrSlug) ?? this.bySlug.get(idOrSlug);
    return row !== undefined && this.cards[row] !== undefined ? row : undefined;
  }

  /** What a colour was called by the product stated last that has it. */
  colourNames(code: string): Names | undefined {
    return this.colours.get(code);
  }

  /** The published product a variant is of, or -1. */
  productOf(variant: number): number {
    return this.productOfVariant[variant] ?? -1;
  }

  revision(row: number): number {
    return this.revisions[row] ?? 0;
  }

  touch(row: number): void {
    this.revisions = grown(this.revisions, this.rows.size);
    this.revisions[row] = (this.revisions[row] as number) + 1;
  }

  /** States a product, or that it is gone. Answers the variants that belong to it now or did until now. */
  put(row: number, version: number, product: States['product'] | undefined): number[] {
    this.versions = grown(this.versions, this.rows.size);
    this.versions[row] = version;
    const before = this.cards[row];
    if (before !== undefined && this.bySlug.get(before.slug) === row) this.bySlug.delete(before.slug);
    for (const variant of before?.variants ?? [])
      if (this.productOf(variant) === row) this.productOfVariant[variant] = -1;

    const card = product?.status === 'published' ? this.cardOf(product) : undefined;
    this.cards[row] = card;
    for (const { colour } of product?.variants ?? [])
      if (colour !== undefined) this.colours.set(colour.code, colour.names);
    if (card !== undefined) {
      this.bySlug.set(card.slug, row);
      this.productOfVariant = grown(this.productOfVariant, this.variants.size, -1);
      for (const variant of card.variants) this.productOfVariant[variant] = row;
    }
    return [...new Set([...(before?.variants ?? []), ...(card?.variants ?? [])])];
  }

  private cardOf(product: States['product']): ProductCard {
    const { productId, version, slug, brand, category, names, images, changedAt } = product;
    return {
      productId,
      version,
      slug,
      brand,
      category,
      names,
      image: primaryImage(images),
      changedAt,
      variants: product.variants.map((variant) => this.variants.of(variant.variantId)),
    };
  }
}
