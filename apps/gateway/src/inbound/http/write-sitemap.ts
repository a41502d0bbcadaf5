import type { Market, Row, Shelf } from '../../application/ports.js';
import type { PageAddress } from '../../application/page-address.js';
import { slugIn } from '../../application/voice.js';
import { productAlternates } from './present-alternates.js';
import { xmlText } from './xml-text.js';

/** Pages a file: the format allows 50,000 and 50 MB, and with twenty alternates a page takes some 3 kB. */
export const SITEMAP_PAGES = 10_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Products of which something can be bought in a market, by product id: the same order on every gateway. */
export function productsOnSale(shelf: Shelf, market: Market): Row[] {
  return shelf.products().filter((row) => isOnSale(shelf, row, market));
}

function isOnSale(shelf: Shelf, row: Row, { code, definition }: Market): boolean {
  return shelf
    .card(row)
    .variants.some((variant) => definition.grades.some(({ grade }) => shelf.buyableCount(variant, grade, code) > 0));
}

/** The sitemaps of a market; `addressOf` says where each is read. */
export function sitemapIndex(
  market: Market,
  products: number,
  addressOf: (locale: string, part: number) => string,
): string {
  const parts = Math.max(1, Math.ceil(products / SITEMAP_PAGES));
  const entries = market.definition.locales.flatMap(({ locale }) =>
    Array.from(
      { length: parts },
      (_, part) => `<sitemap><loc>${xmlText(addressOf(locale, part + 1))}</loc></sitemap>\n`,
    ),
  );
  return `${HEAD}<sitemapindex ${NAMESPACES}>\n${entries.join('')}</sitemapindex>\n`;
}

/** One sitemap, page by page, each with its other markets and languages (itself among them, as `hreflang` is to be used). */
export function* sitemap(
  shelf: Shelf,
  {
    market,
    locale,
    markets,
  }: { readonly market: Market; readonly locale: string; readonly markets: readonly Market[] },
  products: readonly Row[],
  address: PageAddress,
): Generator<string> {
  yield `${HEAD}<urlset ${NAMESPACES} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
  for (const row of products) {
    const card = shelf.cardIfPublished(row);
    if (card === undefined) continue;
    const alternates = productAlternates(
      shelf,
      row,
      markets,
      address,
    )(market.code, locale).map(
      ({ hreflang, href }) => `<xhtml:link rel="alternate" hreflang="${xmlText(hreflang)}" href="${xmlText(href)}"/>`,
    );
    const changed = card.changedAt === undefined ? '' : `<lastmod>${xmlText(card.changedAt)}</lastmod>`;
    const loc = address.ofProduct(market.code, locale, slugIn(locale, card));
    yield `<url><loc>${xmlText(loc)}</loc>${changed}${alternates.join('')}</url>\n`;
  }
  yield '</urlset>\n';
}
