import type { Names, Publication } from '@reprise/contracts/events';
import { isPublishedIn, publicationChangesMs } from '@reprise/kernel';
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
  /** Variants of merged products, to the variant that is the same device; and back. Few, so they have no column. */
  private readonly canonicals = new Map<number, number>();
  private readonly formers = new Map<number, readonly number[]>();
  private readonly everGrouped = new Set<number>();
  /** Only of products with dates: most are always shown. */
  private readonly publications = new Map<
    number,
    { readonly windows: Publication; readonly changesMs: readonly number[] }
  >();

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
    const own = this.rows.find(idOrSlug);
    if (own !== undefined && this.cards[own] !== undefined) return own;
    // Also the id of a product that was merged, and every address a product had.
    const row = this.bySlug.get(idOrSlug);
    return row !== undefined && this.cards[row] !== undefined ? row : undefined;
  }

  /** The variant that a variant is now: itself, unless its product was merged into one that has the same device. */
  canonical(variant: number): number {
    return this.canonicals.get(variant) ?? variant;
  }

  /** Variants of merged products that are this one. */
  formersOf(variant: number): readonly number[] {
    return this.formers.get(variant) ?? none;
  }

  /** Whether a variant is, or was, one of several that are the same device. */
  wasGrouped(variant: number): boolean {
    return this.everGrouped.has(variant);
  }

  isPublishedIn(row: number, market: string, atMs: number): boolean {
    return isPublishedIn(this.publications.get(row)?.windows, market, atMs);
  }

  /** Products that appear or disappear somewhere between two instants, the first left out. */
  *changingBetween(afterMs: number, untilMs: number): Generator<number> {
    for (const [row, { changesMs }] of this.publications)
      if (changesMs.some((changeMs) => changeMs > afterMs && changeMs <= untilMs)) yield row;
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
    for (const address of before === undefined ? [] : addressesOf(before))
      if (this.bySlug.get(address) === row) this.bySlug.delete(address);
    for (const variant of before?.variants ?? [])
      if (this.productOf(variant) === row) this.productOfVariant[variant] = -1;

    const card = product?.status === 'published' ? this.cardOf(product) : undefined;
    this.cards[row] = card;
    const regrouped = this.group(before, product?.status === 'published' ? product : undefined);
    if (product?.publication === undefined) this.publications.delete(row);
    else {
      const windows = product.publication;
      this.publications.set(row, { windows, changesMs: publicationChangesMs(windows) });
    }
    for (const { colour } of product?.variants ?? [])
      if (colour !== undefined) this.colours.set(colour.code, colour.names);
    if (card !== undefined) {
      for (const address of addressesOf(card)) this.bySlug.set(address, row);
      this.productOfVariant = grown(this.productOfVariant, this.variants.size, -1);
      for (const variant of card.variants) this.productOfVariant[variant] = row;
    }
    return [...new Set([...(before?.variants ?? []), ...(card?.variants ?? []), ...regrouped])];
  }

  /** Notes which variants are one device now, and answers those that are or were. */
  private group(before: ProductCard | undefined, product: States['product'] | undefined): number[] {
    const touched: number[] = [];
    for (const canonical of before?.variants ?? [])
      for (const former of this.formersOf(canonical)) {
        if (this.canonicals.get(former) === canonical) this.canonicals.delete(former);
        touched.push(canonical, former);
      }
    for (const canonical of before?.variants ?? []) this.formers.delete(canonical);
    for (const { variantId, formerIds = [] } of product?.variants ?? []) {
      if (formerIds.length === 0) continue;
      const canonical = this.variants.of(variantId);
      const rows = formerIds.map((id) => this.variants.of(id));
      this.formers.set(canonical, rows);
      for (const former of rows) this.canonicals.set(former, canonical);
      touched.push(canonical, ...rows);
      for (const variant of [canonical, ...rows]) this.everGrouped.add(variant);
    }
    return touched;
  }

  private cardOf(product: States['product']): ProductCard {
    const { productId, version, slug, slugs, formerSlugs = [], formerIds = [] } = product;
    const { brand, category, names, images, changedAt } = product;
    const others = [...formerSlugs, ...formerIds, ...Object.values(slugs ?? {})];
    return {
      productId,
      version,
      slug,
      ...(slugs !== undefined && { slugs }),
      ...(others.length > 0 && { leadsHere: others }),
      brand,
      category,
      names,
      image: primaryImage(images),
      changedAt,
      variants: product.variants.map((variant) => this.variants.of(variant.variantId)),
    };
  }
}

const none: readonly number[] = [];

function addressesOf({ slug, leadsHere = [] }: ProductCard): string[] {
  return [...leadsHere, slug];
}
