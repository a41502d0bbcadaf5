import { categoryPathOf } from '@reprise/contracts/events';
import type { ProductVariant } from '@reprise/contracts/events';
import type { productPageSchema } from '@reprise/contracts/http';
import type { z } from 'zod';
import type { Market, Row, Shelf } from '../../application/ports.js';
import { Voice } from '../../application/voice.js';
import type { Texts } from '../../application/voice.js';
import { gradeWords, moneyJson, presentOffer, soldOut } from './present-offer.js';
import { categoryTrail } from './present-categories.js';
import { presentImage } from './present-image.js';
import { presentSpecs } from './present-specs.js';
import { variantTitle } from './variant-title.js';

export type ProductPageJson = z.input<typeof productPageSchema>;
/** A page as one market alone knows it. */
export type PageInMarket = Omit<ProductPageJson, 'alternates'>;
type VariantJson = ProductPageJson['variants'][number];
type GradeJson = VariantJson['grades'][number];

/** Everything a product page shows in one answer: every variant, and per grade the market sells the offer in the buy box. */
export function presentProductPage(
  shelf: Shelf,
  row: Row,
  market: Market,
  locale: string,
  asked: string = shelf.card(row).slug,
): PageInMarket {
  const product = shelf.product(row);
  const { definition } = market;
  const voice = new Voice(definition, locale);
  const title = voice.say(product.names, 'title');
  const slug = voice.slugOf(product);
  const variants = product.variants.map((variant) => presentVariant(shelf, variant, title, market.code, voice));
  return {
    id: product.productId,
    slug,
    ...(asked !== slug && asked !== product.productId && { redirectedFrom: asked }),
    title,
    brand: product.brand,
    model: product.model,
    category: {
      code: product.category,
      name: voice.words.categories[product.category],
      path: [...(categoryPathOf[product.category] ?? product.categoryPath)],
      trail: categoryTrail(product.category, voice),
    },
    attributes: Object.fromEntries(
      Object.entries(product.attributes).filter(([, value]) => value !== undefined),
    ) as ProductPageJson['attributes'],
    ...describe(product.descriptions, voice),
    specs: presentSpecs(product.attributes, voice),
    modelCodes: product.modelCodes,
    images: (product.images ?? []).map((image) => presentImage(image, title, voice, 'images.alt')),
    market: market.code,
    currency: definition.currency,
    taxInclusive: definition.taxInclusive,
    locale,
    servedLocales: voice.servedLocales,
    offers: presentOffers(variants),
    variants,
    legal: {
      withdrawalDays: definition.consumerLaw.withdrawalDays,
      guaranteeMonths: definition.consumerLaw.legalGuaranteeMonths,
    },
  };
}

/** A description in a language of the reader's chain. One in another language says more than none. */
function describe(texts: Texts | undefined, voice: Voice): Pick<ProductPageJson, 'description'> {
  if (texts === undefined || Object.keys(texts).length === 0) return {};
  const description = voice.say(texts, 'description');
  return description === '' ? {} : { description };
}

function presentVariant(
  shelf: Shelf,
  variant: ProductVariant,
  title: string,
  market: string,
  voice: Voice,
): VariantJson {
  const row = shelf.variantRow(variant.variantId);
  const colour = variant.colour && {
    code: variant.colour.code,
    name: voice.say(variant.colour.names, 'variants.colour.name'),
  };
  return {
    id: variant.variantId,
    title: variantTitle(title, variant, colour?.name, voice.locale),
    ...(variant.storageGb !== undefined && { storageGb: variant.storageGb }),
    ...(variant.ramMb !== undefined && { ramMb: variant.ramMb }),
    ...(colour !== undefined && { colour }),
    mpns: variant.mpns,
    gtins: variant.gtins,
    assumed: variant.assumed,
    images: (variant.images ?? []).map((image) =>
      presentImage(image, variantTitle(title, variant, colour?.name, voice.locale), voice, 'variants.images.alt'),
    ),
    grades: presentGrades(shelf, row, market, voice),
  };
}

/** Each grade the market sells, best first, with the offer in its buy box and the step up to the next better one on sale. */
function presentGrades(shelf: Shelf, row: Row | undefined, market: string, voice: Voice): GradeJson[] {
  const sold = voice.market.grades.map(({ grade }) => {
    const terms = shelf.terms(market, grade);
    const winner = row === undefined || terms === undefined ? undefined : shelf.winner(row, grade, market);
    const offer = winner === undefined || terms === undefined ? null : presentOffer(winner, voice, terms);
    return { grade, words: gradeWords(grade, voice), priceMinor: winner?.priceMinor ?? null, offer };
  });
  return sold.map(({ grade, words, priceMinor, offer }, i) => {
    const better = sold.slice(0, i).findLast((each) => each.offer !== null);
    return {
      grade,
      label: words.label,
      definition: words.definition,
      buyBox: offer,
      price: offer?.price ?? null,
      priorPrice: offer?.priorPrice ?? null,
      availability: offer?.availability ?? soldOut,
      offerCount: row === undefined ? 0 : shelf.buyableCount(row, grade, market),
      nextGradeUp:
        better === undefined || better.priceMinor === null || priceMinor === null
          ? null
          : {
              grade: better.grade,
              label: better.words.label,
              price: moneyJson(better.priceMinor, voice.market.currency),
              difference: moneyJson(better.priceMinor - priceMinor, voice.market.currency),
            },
    };
  });
}

/** How many offers of all variants and grades can be bought, and the lowest price among their buy boxes. */
function presentOffers(variants: readonly VariantJson[]): ProductPageJson['offers'] {
  const sold = variants.flatMap((variant) => variant.grades);
  const prices = sold.flatMap(({ price }) => price ?? []);
  const [first, ...others] = prices;
  return {
    count: sold.reduce((sum, { offerCount }) => sum + offerCount, 0),
    from:
      first === undefined
        ? null
        : others.reduce((low, price) => (Number(price.amount) < Number(low.amount) ? price : low), first),
  };
}
