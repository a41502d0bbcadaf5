import { z } from 'zod';
import { localeSchema } from '../market/index.js';
import { localeQuery, marketParams } from './markets.js';
import { operation } from './operation.js';
import { getProduct } from './products.js';

const xml = (description: string) => z.any().meta({ description, contentType: 'application/xml' });

export const getStructuredData = operation({
  id: 'getStructuredData',
  method: 'GET',
  path: '/v1/markets/{market}/products/{idOrSlug}/structured-data',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'What a search engine reads of a product page',
  description:
    'schema.org as JSON-LD, for the page to carry as it is: a `ProductGroup` with a `Product` a variant and an `Offer` a buy box, or the one `Product` where there is one variant.',
  params: getProduct.params,
  query: z.object({ ...localeQuery }),
  responses: {
    200: z.record(z.string(), z.unknown()).meta({ contentType: 'application/ld+json', id: 'StructuredData' }),
  },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion', 'ProductNotFound'],
});

export const getSitemapIndex = operation({
  id: 'getSitemapIndex',
  method: 'GET',
  path: '/v1/markets/{market}/sitemaps',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'The sitemaps of a market: one or more a locale',
  params: marketParams,
  responses: { 200: xml('A sitemap index (sitemaps.org).') },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion'],
});

export const getSitemap = operation({
  id: 'getSitemap',
  method: 'GET',
  path: '/v1/markets/{market}/sitemaps/{locale}/{part}',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'The pages of products that can be bought, in one locale, with their other languages',
  params: marketParams.extend({ locale: localeSchema, part: z.coerce.number().int().min(1).max(10_000) }),
  responses: { 200: xml('A sitemap (sitemaps.org) with `xhtml:link` alternates.') },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion', 'SitemapNotFound'],
});

export const getMerchantFeed = operation({
  id: 'getMerchantFeed',
  method: 'GET',
  path: '/v1/markets/{market}/feeds/google-merchant',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'Everything that can be bought, as Google Merchant Center reads it',
  description:
    'RSS 2.0 with the `g:` namespace: one item for each variant and grade that can be bought, priced as its page shows it, in the order of product ids. Streamed.',
  params: marketParams,
  query: z.object({ ...localeQuery }),
  responses: { 200: xml('RSS 2.0.') },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion'],
});
