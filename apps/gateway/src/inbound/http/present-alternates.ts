import type { PageAddress } from '../../application/page-address.js';
import { alternatesFor, pagesEverywhere } from '../../application/page-alternates.js';
import type { Market, Row, Shelf } from '../../application/ports.js';
import { slugIn } from '../../application/voice.js';
import type { Addressed } from '../../application/voice.js';
import type { ProductPageJson } from './present-product-page.js';
import type { ProductListJson } from './present-product-list.js';

type ProductAlternate = ProductPageJson['alternates'][number];

/** A product's page in every market that shows it, with its address there. */
export function productAlternates(
  shelf: Shelf,
  row: Row,
  markets: readonly Market[],
  address: PageAddress,
): (market: string, locale: string) => ProductAlternate[] {
  const card: Addressed = shelf.card(row);
  const pages = pagesEverywhere(markets, (code) => shelf.isShown(row, code));
  return (market, locale) =>
    alternatesFor(pages, market, locale).map((page) => {
      const slug = slugIn(page.locale, card);
      return { ...page, slug, href: address.ofProduct(page.market, page.locale, slug) };
    });
}

/** A list in every market. */
export function listAlternates(
  markets: readonly Market[],
  market: string,
  locale: string,
): ProductListJson['alternates'] {
  return [
    ...alternatesFor(
      pagesEverywhere(markets, () => true),
      market,
      locale,
    ),
  ];
}
