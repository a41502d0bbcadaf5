import type { MarketDefinition } from '@reprise/contracts/market';
import { Money, mustBeCurrency } from '@reprise/kernel';
import type { PageAddress } from '../../application/page-address.js';
import type { OfferJson } from './present-offer.js';
import type { PageInMarket, ProductPageJson } from './present-product-page.js';

type Json = Readonly<Record<string, unknown>>;
type VariantJson = ProductPageJson['variants'][number];

/** What is said of every offer of a market alike, and where its pages are. */
interface Shop {
  readonly page: PageInMarket;
  readonly definition: MarketDefinition;
  readonly address: PageAddress;
  readonly shared: Json;
}

/**
 * A product page in the words of schema.org, as search engines want it (Google's "merchant listing" and "product variants"): a group with its
 * variants, each with one offer for every grade somebody sells. It says what the page shows, from the same facts, or nothing: a price, a
 * stock or a return policy of its own would be a false statement to whoever reads only this.
 */
export function presentStructuredData(page: PageInMarket, definition: MarketDefinition, address: PageAddress): Json {
  const shop: Shop = { page, definition, address, shared: termsOf(definition) };
  const url = address.ofProduct(page.market, page.locale, page.slug);
  const variants = page.variants.map((variant) => presentVariant(variant, shop));
  const [only] = variants;
  if (variants.length === 1) return { '@context': CONTEXT, ...only, url, ...picturesOf(page.images) };
  return {
    '@context': CONTEXT,
    '@type': 'ProductGroup',
    '@id': `${url}#group`,
    productGroupID: page.id,
    name: page.title,
    description: page.description ?? describe(page.title, page),
    url,
    inLanguage: page.locale,
    category: page.category.name,
    brand: { '@type': 'Brand', name: page.brand },
    model: page.model,
    ...picturesOf(page.images),
    variesBy: variesBy(page.variants),
    hasVariant: variants,
  };
}

const CONTEXT = 'https://schema.org';

function presentVariant(variant: VariantJson, shop: Shop): Json {
  const { page, address } = shop;
  const offers = variant.grades.flatMap(({ buyBox }) => (buyBox === null ? [] : presentOffer(variant, buyBox, shop)));
  const gtin = variant.gtins[0];
  return {
    '@type': 'Product',
    '@id': `${address.ofProduct(page.market, page.locale, page.slug)}#${variant.id}`,
    inProductGroupWithID: page.id,
    sku: variant.id,
    name: variant.title,
    description: describe(variant.title, page),
    brand: { '@type': 'Brand', name: page.brand },
    model: page.model,
    category: page.category.name,
    itemCondition: REFURBISHED,
    ...(variant.colour !== undefined && { color: variant.colour.name }),
    ...(variant.storageGb !== undefined && { size: sizeOf(variant) }),
    ...(gtin !== undefined && { gtin }),
    ...(variant.mpns[0] !== undefined && { mpn: variant.mpns[0] }),
    ...picturesOf(variant.images.length > 0 ? variant.images : page.images),
    // A variant nobody sells has no offer: an invented price would be worse than none.
    ...(offers.length > 0 && { offers }),
  };
}

const REFURBISHED = 'https://schema.org/RefurbishedCondition';

function presentOffer(variant: VariantJson, offer: OfferJson, { page, definition, address, shared }: Shop): Json {
  const { price, priorPrice, availability, delivery } = offer;
  return {
    '@type': 'Offer',
    '@id': `urn:uuid:${offer.offerId}`,
    url: address.ofOffer(page.market, page.locale, page.slug, variant.id, offer.grade),
    name: offer.gradeLabel,
    sku: offer.offerId,
    price: price.amount,
    priceCurrency: price.currency,
    itemCondition: REFURBISHED,
    availability: availabilityOf(availability.status),
    seller: { '@type': 'Organization', name: offer.seller.name },
    priceSpecification: [
      priceSpecification(price, definition),
      ...(priorPrice === undefined
        ? []
        : [{ ...priceSpecification(priorPrice, definition), priceType: 'https://schema.org/StrikethroughPrice' }]),
    ],
    ...(offer.warrantyMonths > 0 && {
      warranty: {
        '@type': 'WarrantyPromise',
        durationOfWarranty: { '@type': 'QuantitativeValue', value: offer.warrantyMonths, unitCode: 'MON' },
      },
    }),
    ...shared,
    shippingDetails: shippingOf(definition, delivery.minDays, delivery.maxDays),
  };
}

function availabilityOf(status: OfferJson['availability']['status']): string {
  const words = { inStock: 'InStock', lowStock: 'LimitedAvailability', outOfStock: 'OutOfStock' } as const;
  return `https://schema.org/${words[status]}`;
}

function priceSpecification(price: OfferJson['price'], { taxInclusive }: MarketDefinition): Json {
  return {
    '@type': 'UnitPriceSpecification',
    price: price.amount,
    priceCurrency: price.currency,
    valueAddedTaxIncluded: taxInclusive,
  };
}

/** How long the right to send it back without a reason lasts. Who pays for the way back is no market data, so it is not said. */
function termsOf({ countries, consumerLaw: { withdrawalDays } }: MarketDefinition): Json {
  return {
    hasMerchantReturnPolicy: {
      '@type': 'MerchantReturnPolicy',
      applicableCountry: countries,
      returnPolicyCountry: countries,
      returnPolicyCategory: `https://schema.org/${withdrawalDays > 0 ? 'MerchantReturnFiniteReturnWindow' : 'MerchantReturnNotPermitted'}`,
      ...(withdrawalDays > 0 && {
        merchantReturnDays: withdrawalDays,
        returnMethod: 'https://schema.org/ReturnByMail',
      }),
    },
  };
}

/** The market's cheapest delivery to its own countries, which the page's days are of. */
function shippingOf(definition: MarketDefinition, minDays: number, maxDays: number): Json {
  const { method, transit } = cheapestDelivery(definition);
  return {
    '@type': 'OfferShippingDetails',
    shippingRate: { '@type': 'MonetaryAmount', value: method.price, currency: definition.currency },
    shippingDestination: definition.countries
      .filter((country) => method.countries.includes(country))
      .map((country) => ({ '@type': 'DefinedRegion', addressCountry: country })),
    deliveryTime: {
      '@type': 'ShippingDeliveryTime',
      handlingTime: days(Math.max(0, minDays - transit.min), Math.max(0, maxDays - transit.max)),
      transitTime: days(transit.min, transit.max),
    },
  };
}

const days = (minValue: number, maxValue: number): Json => ({
  '@type': 'QuantitativeValue',
  minValue,
  maxValue,
  unitCode: 'DAY',
});

/** The delivery method with the lowest price, the first of several. */
export function cheapestDelivery({ shipping, currency }: MarketDefinition): {
  readonly method: MarketDefinition['shipping'][number];
  readonly transit: { readonly min: number; readonly max: number };
} {
  const minor = (amount: string) => Money.of(amount, mustBeCurrency(currency)).minor;
  const method = shipping.reduce((best, each) => (minor(each.price) < minor(best.price) ? each : best));
  return { method, transit: method.deliveryDays };
}

function picturesOf(images: ProductPageJson['images']): Json {
  if (images.length === 0) return {};
  return {
    image: images.map(({ url, width, height, alt }) => ({
      '@type': 'ImageObject',
      url,
      width: { '@type': 'QuantitativeValue', value: width, unitCode: 'E37' },
      height: { '@type': 'QuantitativeValue', value: height, unitCode: 'E37' },
      caption: alt,
    })),
  };
}

/** What tells the variants apart, of what schema.org has a property for. */
function variesBy(variants: readonly VariantJson[]): string[] {
  const differ = (read: (variant: VariantJson) => unknown) => new Set(variants.map(read)).size > 1;
  return [
    ...(differ(({ colour }) => colour?.code) ? ['https://schema.org/color'] : []),
    ...(differ(({ storageGb }) => storageGb) ? ['https://schema.org/size'] : []),
  ];
}

/** Plain facts, in the page's own words. */
export function describe(title: string, page: Pick<ProductPageJson, 'category' | 'attributes'>): string {
  const { releaseYear, screenInches } = page.attributes;
  const facts = [page.category.name, releaseYear, screenInches === undefined ? undefined : `${String(screenInches)}″`];
  return [title, ...facts.filter((fact) => fact !== undefined)].join(' · ');
}

function sizeOf({ storageGb = 0 }: VariantJson): string {
  return storageGb >= 1_024 && storageGb % 1_024 === 0 ? `${storageGb / 1_024} TB` : `${storageGb} GB`;
}
