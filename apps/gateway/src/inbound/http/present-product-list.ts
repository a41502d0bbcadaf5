import type { Grade } from '@reprise/contracts';
import type { ProductCategory } from '@reprise/contracts/events';
import type { productListSchema } from '@reprise/contracts/http';
import type { z } from 'zod';
import type { FacetCount, Market, SearchHit, SearchPage, Shelf } from '../../application/ports.js';
import { Voice } from '../../application/voice.js';
import { presentImage } from './present-image.js';
import { gradeWords, moneyJson } from './present-offer.js';
import { sizeLabel } from './variant-title.js';

export type ProductListJson = z.input<typeof productListSchema>;

/** A page of a list with its facets, named in the caller's language. */
export function presentProductList(
  shelf: Shelf,
  page: SearchPage,
  market: Market,
  locale: string,
  nextCursor: string | null,
): Omit<ProductListJson, 'alternates'> {
  const { definition } = market;
  const voice = new Voice(definition, locale, ['facets.grade.label', 'facets.category.label']);
  const { category, brand, grade, storage, colour, ram, screen, year, price } = page.facets;
  const money = (minor: number) => moneyJson(minor, definition.currency);
  const named = (counts: readonly FacetCount[], label: (value: string) => string) =>
    counts.map(({ value, count }) => ({ value, label: label(value), count }));
  return {
    items: page.hits.map((hit) => presentItem(shelf, hit, market, locale)),
    facets: {
      category: named(category, (value) => voice.words.categories[value as ProductCategory] ?? value),
      brand: named(brand, (value) => value),
      grade: named(grade, (value) => gradeWords(value as Grade, voice).label),
      storage: named(storage, (value) => sizeLabel(Number(value), locale)),
      colour: named(colour, (value) => voice.say(shelf.colourNames(value) ?? { en: value }, 'facets.colour.label')),
      ram: named(ram, (value) => sizeLabel(Number(value), locale)),
      screen: named(screen, screenLabel),
      year: named(year, (value) => value),
      price: price && {
        min: money(price.minMinor),
        max: money(price.maxMinor),
        ranges: price.ranges.map(({ fromMinor, toMinor, count }) => ({
          from: money(fromMinor),
          to: toMinor === null ? null : money(toMinor),
          count,
        })),
      },
    },
    total: page.total,
    nextCursor,
    locale,
    servedLocales: voice.servedLocales,
  };
}

/** `6-6.5` as `6–6.5″`, `40-` as `40″+`. */
function screenLabel(code: string): string {
  const [from = '', to = ''] = code.split('-');
  return to === '' ? `${from}″+` : `${from}–${to}″`;
}

function presentItem(shelf: Shelf, hit: SearchHit, market: Market, locale: string): ProductListJson['items'][number] {
  const card = shelf.card(hit.product);
  const voice = new Voice(market.definition, locale, []);
  const title = voice.say(card.names, 'title');
  const { image } = card;
  return {
    id: card.productId,
    slug: voice.slugOf(card),
    title,
    brand: card.brand,
    category: card.category,
    image: image === undefined ? null : presentImage(image, title, voice, 'image.alt'),
    price: hit.priceMinor === null ? null : moneyJson(hit.priceMinor, market.definition.currency),
    grade: hit.grade,
    variantId: hit.variant === null ? null : shelf.variantId(card.variants[hit.variant] as number),
    grades: [...hit.grades],
    available: hit.grades.length > 0,
    variantCount: card.variants.length,
    offerCount: hit.offerCount,
    servedLocales: voice.servedLocales,
  };
}
