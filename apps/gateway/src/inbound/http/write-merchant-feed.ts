import type { Grade } from '@reprise/contracts';
import type { ProductState, ProductVariant } from '@reprise/contracts/events';
import type { PageAddress } from '../../application/page-address.js';
import type { Market, OfferInMarket, Row, Shelf } from '../../application/ports.js';
import { Voice } from '../../application/voice.js';
import { gradeWords, moneyJson } from './present-offer.js';
import { cheapestDelivery, describe } from './present-structured-data.js';
import { variantTitle } from './variant-title.js';
import { xmlText } from './xml-text.js';

/** Longest title and description the format takes. */
const TITLE_MAX = 150;
const DESCRIPTION_MAX = 5_000;
/** More pictures than this are refused with the item. */
const MORE_PICTURES = 10;

/**
 * The Google Merchant feed of a market: an item for every variant and grade that somebody can be sold now, at its buy box price. Written
 * product by product, so that it takes the memory of one, and read as it is written: a product that changes meanwhile is in it as it was
 * or as it is.
 */
export function* merchantFeed(
  shelf: Shelf,
  market: Market,
  locale: string,
  products: readonly Row[],
  address: PageAddress,
): Generator<string> {
  const voice = new Voice(market.definition, locale);
  const shop = voice.say(market.definition.name, 'name');
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">\n<channel>\n`;
  yield element('title', shop) + element('link', address.ofShop(market.code, locale)) + element('description', shop);
  for (const row of products) {
    if (shelf.cardIfPublished(row) === undefined) continue;
    const items = itemsOf(shelf, shelf.product(row), { market, voice, address });
    if (items !== '') yield items;
  }
  yield '</channel>\n</rss>\n';
}

interface Feed {
  readonly market: Market;
  readonly voice: Voice;
  readonly address: PageAddress;
}

function itemsOf(shelf: Shelf, product: ProductState, feed: Feed): string {
  const { code, definition } = feed.market;
  return product.variants
    .flatMap((variant) => {
      const row = shelf.variantRow(variant.variantId);
      if (row === undefined) return [];
      return definition.grades.flatMap(({ grade }) => {
        const winner = shelf.winner(row, grade, code);
        return winner === undefined ? [] : item(product, variant, grade, winner, feed);
      });
    })
    .join('');
}

function item(
  product: ProductState,
  variant: ProductVariant,
  grade: Grade,
  winner: OfferInMarket,
  { market, voice, address }: Feed,
): string {
  const title = voice.say(product.names, 'title');
  const colour = variant.colour && voice.say(variant.colour.names, 'colour');
  const label = gradeWords(grade, voice).label;
  const named = variantTitle(title, variant, colour, voice.locale);
  const category = { code: product.category, name: voice.words.categories[product.category], path: [], trail: [] };
  const gtin = variant.gtins[0];
  const mpn = variant.mpns[0];
  const fields = [
    // A buy box changes hands; what it sells stays: statistics of an item live as long as its id.
    element('g:id', `${variant.variantId.replaceAll('-', '')}-${grade}`),
    element('g:item_group_id', product.productId),
    element('g:title', shorten(`${named} – ${label}`, TITLE_MAX)),
    element(
      'g:description',
      shorten(
        `${describe(named, { category, attributes: product.attributes as Attributes })}. ${label}: ${gradeWords(grade, voice).definition}`,
        DESCRIPTION_MAX,
      ),
    ),
    element('g:link', address.ofOffer(market.code, voice.locale, voice.slugOf(product), variant.variantId, grade)),
    pictures(product, variant),
    element('g:availability', 'in_stock'),
    prices(winner, market.definition.currency),
    element('g:condition', 'refurbished'),
    element('g:brand', product.brand),
    ...(gtin === undefined ? [] : [element('g:gtin', gtin)]),
    ...(mpn === undefined ? [] : [element('g:mpn', mpn)]),
    // Without a GTIN, a brand and a part number identify a product; without those two it says that it has none.
    ...(gtin === undefined && mpn === undefined ? [element('g:identifier_exists', 'no')] : []),
    ...(colour === undefined ? [] : [element('g:color', colour)]),
    element('g:product_type', category.name),
    delivery(winner, market),
  ];
  return `<item>${fields.join('')}</item>\n`;
}

type Attributes = Parameters<typeof describe>[1]['attributes'];

/** The price announced before the reduction is the price, and today's the sale price; without one, today's is the price. */
function prices({ priceMinor, priorPriceMinor }: OfferInMarket, currency: string): string {
  const money = (minor: number) => `${moneyJson(minor, currency).amount} ${currency}`;
  const now = priceMinor ?? 0;
  if (priorPriceMinor === null || priorPriceMinor <= now) return element('g:price', money(now));
  return element('g:price', money(priorPriceMinor)) + element('g:sale_price', money(now));
}

function pictures(product: ProductState, variant: ProductVariant): string {
  const [first, ...more] = variant.images?.length ? variant.images : (product.images ?? []);
  if (first === undefined) return '';
  return (
    element('g:image_link', first.url) +
    more
      .slice(0, MORE_PICTURES)
      .map(({ url }) => element('g:additional_image_link', url))
      .join('')
  );
}

function delivery({ leadTimeDays }: OfferInMarket, { definition }: Market): string {
  const { method, transit } = cheapestDelivery(definition);
  return definition.countries
    .filter((country) => method.countries.includes(country))
    .map(
      (country) =>
        `<g:shipping>${element('g:country', country)}${element('g:price', `${method.price} ${definition.currency}`)}` +
        element('g:min_handling_time', String(leadTimeDays)) +
        element('g:max_handling_time', String(leadTimeDays)) +
        element('g:min_transit_time', String(transit.min)) +
        `${element('g:max_transit_time', String(transit.max))}</g:shipping>`,
    )
    .join('');
}

function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
