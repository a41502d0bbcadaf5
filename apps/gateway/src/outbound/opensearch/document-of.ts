import type { ProductInIndex, ProductOnSale } from '../../application/ports.js';
import { screenRangeOf, screenRanges } from '../../domain/screen-ranges.js';
import { chunksOf, codeTokens, foldText, nameSortKey, spellingsOf } from '../search/tokenise.js';

/** A variant × grade on sale, or a variant nobody sells (without grade and price). */
export interface CellDocument {
  readonly variant: number;
  readonly grade?: string;
  readonly price?: number;
  readonly storage?: string;
  readonly colour?: string;
  readonly ram?: string;
}

const POPULARITY_STEPS = 65_536;

/** What the index holds of a product in a market. */
export function documentOf(product: ProductInIndex, market: string, onSale: ProductOnSale) {
  const { text, variants } = product;
  const screen = screenRanges[screenRangeOf(product.screenInches)];
  const sold = new Set(onSale.cells.map((cell) => cell.variant));
  const cells: CellDocument[] = onSale.cells.map(({ variant, grade, priceMinor }) => ({
    ...variantOf(product, variant),
    grade,
    price: priceMinor,
  }));
  variants.forEach((_, variant) => {
    if (!sold.has(variant)) cells.push(variantOf(product, variant));
  });
  return {
    market,
    productId: product.productId,
    name: text.names.flatMap(tokensOf).join(' '),
    words: text.words.flatMap(tokensOf).join(' '),
    codes: [...new Set(text.codes.flatMap(codeTokens))],
    nameKey: nameSortKey(product.name),
    brand: product.brand,
    brandKey: foldText(product.brand),
    category: product.category,
    categoryPath: product.categoryPath,
    ...(screen !== undefined && { screen: screen.code }),
    ...(product.releaseYear !== undefined && { year: String(product.releaseYear) }),
    newestKey: (product.releaseYear ?? 0) * POPULARITY_STEPS + Math.min(POPULARITY_STEPS - 1, onSale.offerCount),
    offerCount: onSale.offerCount,
    grades: [...new Set(onSale.cells.map((cell) => cell.grade))],
    isSold: onSale.cells.length > 0,
    cells,
  };
}

function variantOf({ variants }: ProductInIndex, variant: number): CellDocument {
  const { storageGb, colour, ramGb } = variants[variant] ?? {};
  return {
    variant,
    ...(storageGb !== undefined && { storage: String(storageGb) }),
    ...(colour !== undefined && { colour }),
    ...(ramGb !== undefined && { ram: String(ramGb) }),
  };
}

function tokensOf(text: string): string[] {
  const words = chunksOf(text).flatMap(({ whole, parts }) => (parts.length > 1 ? [whole, ...parts] : [whole]));
  return [...words, ...spellingsOf(text)];
}
