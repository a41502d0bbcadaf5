import type { PhraseRule, Rejection } from '@reprise/kernel';
import { explainForbidden, findForbidden, reject } from '@reprise/kernel';
import type { Texts } from './stated-product.js';

interface Pictured {
  readonly images?: readonly { readonly alt?: Texts | undefined }[] | undefined;
}

/** The texts of a product that pages show. */
export interface WordedProduct extends Pictured {
  readonly names?: Texts;
  readonly descriptions?: Texts | undefined;
  readonly variants: readonly (Pictured & { readonly colour?: { readonly names: Texts } | undefined })[];
}

/** Refuses the first text of a product that says what a market's law forbids in its language. */
export function checkTexts(
  product: WordedProduct,
  rules: readonly PhraseRule[],
): Rejection<'ContentForbidden'> | undefined {
  if (rules.length === 0) return undefined;
  for (const [field, locale, text] of textsOf(product)) {
    const found = findForbidden(text, locale, rules);
    if (found !== undefined) return reject('ContentForbidden', explainForbidden(found), { field });
  }
  return undefined;
}

function* textsOf(product: WordedProduct): Generator<readonly [field: string, locale: string, text: string]> {
  yield* inEach('names', product.names);
  yield* inEach('descriptions', product.descriptions);
  yield* altsOf('', product);
  for (const [at, variant] of product.variants.entries()) {
    yield* inEach(`variants[${at}].colour.names`, variant.colour?.names);
    yield* altsOf(`variants[${at}].`, variant);
  }
}

function* altsOf(place: string, { images = [] }: Pictured): ReturnType<typeof textsOf> {
  for (const [at, { alt }] of images.entries()) yield* inEach(`${place}images[${at}].alt`, alt);
}

function* inEach(field: string, texts: Texts = {}): ReturnType<typeof textsOf> {
  for (const [locale, text] of Object.entries(texts)) yield [`${field}.${locale}`, locale, text];
}
