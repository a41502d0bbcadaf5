import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { waitFor } from '@reprise/platform/testing';
import { TestGateway, tokenOf } from './start-gateway.js';
import { ids, market, offer, product, seller, stock } from './shop.js';

const shopUrl = 'https://shop.example/{market}/{locale}/p/{slug}';
const gateway = new TestGateway({ storefrontUrl: shopUrl });

const [example] = product().variants;
const small = { ...example, mpns: ['MLPF3'], gtins: ['0194252707371'] } as NonNullable<typeof example>;
const picture = (name: string, alt?: Record<string, string>) => ({
  url: `https://img.shop.example/${name}.jpg?w=1&h=2`,
  width: 1200,
  height: 1600,
  role: 'primary' as const,
  ...(alt && { alt: { en: 'Front', ...alt } }),
});
const large = {
  ...small,
  variantId: '0199d3a0-0000-5000-8000-000000000022',
  canonicalKey: '{"large":true}',
  storageGb: 1_024,
  colour: { code: 'red', names: { en: 'Red', fr: 'Rouge' } },
  mpns: [],
  gtins: [],
};
const good = { offerId: '0199d3a0-0000-7000-8000-000000000012', grade: 'GOOD' as const };
const ofLarge = { offerId: '0199d3a0-0000-7000-8000-000000000013', variantId: large.variantId };
const hostile = {
  productId: '0199d3a0-0000-5000-8000-000000000099',
  slug: 'hostile',
  names: { en: '</script><script>alert(1)</script> & "quotes" \u0007 ]]>', fr: '</title>&\u0000' },
};
const hostileVariant = {
  ...small,
  variantId: '0199d3a0-0000-5000-8000-000000000098',
  canonicalKey: '{"h":1}',
  gtins: [],
  mpns: [],
};
const hostileOffer = {
  offerId: '0199d3a0-0000-7000-8000-000000000014',
  productId: hostile.productId,
  variantId: hostileVariant.variantId,
};
const unsold = { productId: '0199d3a0-0000-5000-8000-000000000097', slug: 'unsold' };

beforeAll(async () => {
  await gateway.createTopics();
  await gateway.say(
    { kind: 'market', state: market('fr') },
    { kind: 'market', state: market('es', { status: 'preview' }) },
    { kind: 'market', state: market('us', {}, { region: 'us' }) },
    { kind: 'seller', state: seller() },
    {
      kind: 'product',
      state: product({ variants: [small, large], images: [picture('front', { fr: 'Face avant' }), picture('back')] }),
    },
    { kind: 'product', state: product({ ...hostile, variants: [hostileVariant] }) },
    {
      kind: 'product',
      state: product({
        ...unsold,
        variants: [{ ...hostileVariant, variantId: '0199d3a0-0000-5000-8000-000000000096' }],
      }),
    },
    {
      kind: 'offer',
      state: offer('399.00', {
        prices: [
          {
            market: 'fr',
            price: { amount: '399.00', currency: 'EUR' },
            priorPrice: { amount: '433.00', currency: 'EUR' },
          },
        ],
      }),
    },
    { kind: 'stock', state: stock(2) },
    { kind: 'offer', state: offer('299.00', { ...good, leadTimeDays: 3 }) },
    { kind: 'stock', state: stock(20, good) },
    { kind: 'offer', state: offer('899.00', ofLarge) },
    { kind: 'stock', state: stock(5, { offerId: ofLarge.offerId }) },
    { kind: 'offer', state: offer('99.00', hostileOffer) },
    { kind: 'stock', state: stock(5, { offerId: hostileOffer.offerId }) },
  );
  await gateway.start();
}, 60_000);

afterAll(async () => {
  await gateway.stop();
  gateway.remove();
});

type Json = Record<string, unknown>;
const page = '/v1/markets/fr/products/apple-iphone-13';
const feed = '/v1/markets/fr/feeds/google-merchant';

/** Everything in a document that has a type, wherever it stands. */
function nodes(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodes);
  return '@type' in value ? [value as Json, ...inner] : inner;
}

/** What search engines refuse a node without, and what the value has to look like. */
const required: Record<string, Record<string, RegExp>> = {
  ProductGroup: { name: /./, productGroupID: /^[0-9a-f-]{36}$/, url: /^https:/ },
  Product: { name: /./, description: /./, sku: /./, itemCondition: /^https:\/\/schema\.org\/RefurbishedCondition$/ },
  Offer: {
    url: /^https:/,
    price: /^\d+\.\d{2}$/,
    priceCurrency: /^[A-Z]{3}$/,
    availability: /^https:\/\/schema\.org\/(InStock|LimitedAvailability|OutOfStock)$/,
    itemCondition: /RefurbishedCondition$/,
  },
  Brand: { name: /./ },
  Organization: { name: /./ },
  MerchantReturnPolicy: { returnPolicyCategory: /^https:\/\/schema\.org\/Merchant/ },
  MonetaryAmount: { value: /^\d+\.\d{2}$/, currency: /^[A-Z]{3}$/ },
  DefinedRegion: { addressCountry: /^[A-Z]{2}$/ },
  ImageObject: { url: /^https:/ },
  UnitPriceSpecification: { price: /^\d+\.\d{2}$/, priceCurrency: /^[A-Z]{3}$/ },
};

describe('structured data', () => {
  test('every node has what search engines require of its type', async () => {
    const data = await gateway.json(`${page}/structured-data`);
    const found = nodes(data);
    for (const node of found)
      for (const [property, form] of Object.entries(required[String(node['@type'])] ?? {}))
        expect([node['@type'], property, String(node[property])]).toEqual([
          node['@type'],
          property,
          expect.stringMatching(form),
        ]);
    const types = new Set(found.map((node) => node['@type']));
    for (const type of Object.keys(required)) expect(types).toContain(type);
  });

  test('a product with variants is a group that says in what they differ, each with an offer a grade', async () => {
    const answered = await gateway.get(`${page}/structured-data?locale=fr-FR`);
    expect(answered.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    expect(answered.headers.get('content-language')).toBe('fr-FR');
    const data = (await answered.json()) as { hasVariant: { offers: Json[] }[] };
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ProductGroup',
      variesBy: ['https://schema.org/color', 'https://schema.org/size'],
      image: [
        { url: 'https://img.shop.example/front.jpg?w=1&h=2', caption: 'Face avant' },
        { caption: 'Apple iPhone 13' },
      ],
      hasVariant: [
        {
          color: 'Minuit',
          size: '128 GB',
          gtin: '0194252707371',
          mpn: 'MLPF3',
          offers: [
            {
              price: '399.00',
              priceCurrency: 'EUR',
              availability: 'https://schema.org/LimitedAvailability',
              priceSpecification: [
                { price: '399.00', valueAddedTaxIncluded: true },
                { price: '433.00', priceType: 'https://schema.org/StrikethroughPrice' },
              ],
              hasMerchantReturnPolicy: { applicableCountry: ['FR'], merchantReturnDays: 14 },
              warranty: { durationOfWarranty: { value: 24, unitCode: 'MON' } },
              shippingDetails: { shippingDestination: [{ addressCountry: 'FR' }] },
            },
            {
              price: '299.00',
              availability: 'https://schema.org/InStock',
              shippingDetails: { deliveryTime: { handlingTime: { minValue: 3, maxValue: 3 } } },
            },
          ],
        },
        { color: 'Rouge', size: '1 TB' },
      ],
    });
    expect(data.hasVariant[0]?.offers[0]).toMatchObject({
      url: `https://shop.example/fr/fr-FR/p/apple-iphone-13?variant=${small.variantId}&grade=EXCELLENT`,
    });
  });

  test('it says what the page says: a variant nobody sells has no offer, one variant alone is a plain product', async () => {
    expect(await gateway.json('/v1/markets/fr/products/unsold/structured-data')).toMatchObject({ '@type': 'Product' });
    expect(await gateway.json('/v1/markets/fr/products/unsold/structured-data')).not.toHaveProperty('offers');
  });

  test('no name can end the script a page carries it in', async () => {
    const text = await (await gateway.get('/v1/markets/fr/products/hostile/structured-data?locale=en')).text();
    expect(text).not.toContain('<');
    expect((JSON.parse(text) as Json)['name']).toContain('</script>');
  });

  test('who has it is told so, and a price change shows in it', async () => {
    const path = `${page}/structured-data`;
    const etag = (await gateway.get(path)).headers.get('etag') as string;
    expect((await gateway.get(path, { 'if-none-match': etag })).status).toBe(304);
    await gateway.say({ kind: 'offer', state: offer('289.00', { ...good, version: 2, leadTimeDays: 3 }) });
    await waitFor(async () => (await (await gateway.get(path)).text()).includes('"289.00"'), { what: 'the new price' });
    expect((await gateway.get(path, { 'if-none-match': etag })).status).toBe(200);
  });
});

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['item', 'url', 'sitemap', 'g:shipping'].includes(name),
  parseTagValue: false,
});
const read = async (path: string) => {
  const text = await (await gateway.get(path)).text();
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text);
};

describe('sitemaps', () => {
  test('the index names a part for each locale where this gateway answers it', async () => {
    const { sitemapindex } = await read('/v1/markets/fr/sitemaps');
    expect(sitemapindex.sitemap.map(({ loc }: { loc: string }) => loc)).toEqual([
      'http://eu.test/v1/markets/fr/sitemaps/fr-FR/1',
      'http://eu.test/v1/markets/fr/sitemaps/en/1',
    ]);
  });

  test('a part lists what can be bought, by product id, with its languages and when it last changed', async () => {
    const { urlset } = await read('/v1/markets/fr/sitemaps/en/1');
    expect(urlset.url.map(({ loc }: { loc: string }) => loc)).toEqual([
      'https://shop.example/fr/en/p/apple-iphone-13',
      'https://shop.example/fr/en/p/hostile',
    ]);
    const [first] = urlset.url;
    expect(first['xhtml:link'].map((link: Json) => [link['@_hreflang'], link['@_href']])).toEqual([
      ['fr-FR', 'https://shop.example/fr/fr-FR/p/apple-iphone-13'],
      ['en-FR', 'https://shop.example/fr/en/p/apple-iphone-13'],
      ['en-US', 'https://shop.example/us/en/p/apple-iphone-13'],
      ['x-default', 'https://shop.example/fr/fr-FR/p/apple-iphone-13'],
    ]);
    expect(Math.abs(Date.now() - Date.parse(first.lastmod))).toBeLessThan(120_000);
  });

  test('a page tells the same alternates as the sitemap, and each of them tells them too', async () => {
    const { urlset } = await read('/v1/markets/fr/sitemaps/en/1');
    const told = (urlset.url[0]['xhtml:link'] as Json[]).map((link) => [link['@_hreflang'], link['@_href']]);
    for (const locale of ['en', 'fr-FR']) {
      const shown = (await (await gateway.get(`${page}?locale=${locale}`)).json()) as { alternates: Json[] };
      expect(shown.alternates.map(({ hreflang, href }) => [hreflang, href])).toEqual(told);
    }
    const list = (await (await gateway.get('/v1/markets/fr/products?locale=en')).json()) as { alternates: Json[] };
    expect(list.alternates.map(({ hreflang }) => hreflang)).toEqual(told.map(([hreflang]) => hreflang));
  });

  test.each([
    ['fr/sitemaps/en/2', 404, 'SitemapNotFound', 'path.part'],
    ['fr/sitemaps/de-DE/1', 404, 'SitemapNotFound', 'path.locale'],
    ['fr/sitemaps/en/0', 400, 'ValidationFailed', 'path.part'],
    ['fr/sitemaps/en/1e9', 400, 'ValidationFailed', 'path.part'],
    ['fr/sitemaps/%3Cx%3E/1', 400, 'ValidationFailed', 'path.locale'],
    ['fr/feeds/google-merchant?locale=not_a_tag!', 400, 'ValidationFailed', 'query.locale'],
    ['fr/products/nothing/structured-data', 404, 'ProductNotFound', 'path.idOrSlug'],
    ['xx/sitemaps', 404, 'MarketNotFound', 'path.market'],
    ['us/feeds/google-merchant', 421, 'MarketInOtherRegion', 'path.market'],
  ])('%s answers %i %s and names %s', async (path, status, code, field) => {
    const answered = await gateway.get(`/v1/markets/${path}`);
    expect(answered.status).toBe(status);
    expect(await answered.json()).toMatchObject({ code, errors: [{ field }] });
  });
});

describe('the Google Merchant feed', () => {
  test('has an item a variant and grade that can be bought, with what the format requires', async () => {
    const { rss } = await read(`${feed}?locale=fr-FR`);
    const items = rss.channel.item as Record<string, string>[];
    expect(items.map((item) => item['g:id'])).toEqual([
      `${small.variantId.replaceAll('-', '')}-EXCELLENT`,
      `${small.variantId.replaceAll('-', '')}-GOOD`,
      `${large.variantId.replaceAll('-', '')}-EXCELLENT`,
      `${hostileVariant.variantId.replaceAll('-', '')}-EXCELLENT`,
    ]);
    for (const item of items) {
      for (const field of ['g:title', 'g:description', 'g:link', 'g:availability', 'g:price', 'g:condition', 'g:brand'])
        expect([field, item[field]]).toEqual([field, expect.stringMatching(/./)]);
      expect(item['g:condition']).toBe('refurbished');
      expect(item['g:id']?.length).toBeLessThanOrEqual(50);
      expect(item['g:title']?.length).toBeLessThanOrEqual(150);
      expect(item['g:price']).toMatch(/^\d+\.\d{2} EUR$/);
    }
    expect(items[0]).toMatchObject({
      'g:item_group_id': ids.product,
      'g:price': '433.00 EUR',
      'g:sale_price': '399.00 EUR',
      'g:gtin': '0194252707371',
      'g:mpn': 'MLPF3',
      'g:color': 'Minuit',
      'g:image_link': 'https://img.shop.example/front.jpg?w=1&h=2',
      'g:additional_image_link': 'https://img.shop.example/back.jpg?w=1&h=2',
      'g:link': `https://shop.example/fr/fr-FR/p/apple-iphone-13?variant=${small.variantId}&grade=EXCELLENT`,
      'g:shipping': [{ 'g:country': 'FR', 'g:price': expect.stringMatching(/^\d+\.\d{2} EUR$/) }],
    });
    expect(items[2]).toMatchObject({ 'g:identifier_exists': 'no' });
  });

  test('twice the same, unchanged for who has it, and for everybody’s cache', async () => {
    const first = await gateway.get(feed);
    const [text, etag] = [await first.text(), first.headers.get('etag') as string];
    expect(first.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=900, stale-while-revalidate=3600');
    expect(first.headers.get('vary')).toContain('Accept-Language');
    expect(await (await gateway.get(feed)).text()).toBe(text);
    expect((await gateway.get(feed, { 'if-none-match': etag })).status).toBe(304);
    await gateway.say({ kind: 'stock', state: stock(0, { offerId: ofLarge.offerId, version: 2 }) });
    await waitFor(async () => (await gateway.get(feed, { 'if-none-match': etag })).status === 200, {
      what: 'the change',
    });
    expect(await (await gateway.get(feed)).text()).not.toContain('899.00');
  });

  test('a market in preview is read by operators alone, and no cache keeps it', async () => {
    expect((await gateway.get('/v1/markets/es/feeds/google-merchant')).status).toBe(404);
    const answered = await gateway.get('/v1/markets/es/feeds/google-merchant', {
      authorization: `Bearer ${await tokenOf('ops')}`,
    });
    expect([answered.status, answered.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    await answered.text();
  });
});
