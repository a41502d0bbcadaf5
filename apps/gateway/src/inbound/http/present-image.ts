import type { ProductImage } from '@reprise/contracts/events';
import type { Voice } from '../../application/voice.js';
import type { ProductPageJson } from './present-product-page.js';

/** A picture with its text in the reader's language; one without a text is called what it is a picture of. */
export function presentImage(
  { url, width, height, role, alt }: ProductImage,
  title: string,
  voice: Voice,
  field: string,
): ProductPageJson['images'][number] {
  return { url, width, height, role, alt: alt === undefined ? title : voice.say(alt, field) };
}
