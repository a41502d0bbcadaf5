import type { Rejection } from '@reprise/kernel';
import { reject } from '@reprise/kernel';

interface Pictured {
  readonly images?: readonly { readonly url: string }[] | undefined;
}

/** A product and its variants, as far as they have pictures. */
export interface PicturedProduct extends Pictured {
  readonly variants: readonly Pictured[];
}

/**
 * Pages show pictures as they are referred to, so one on a host nobody vouches for would let its owner change, count or follow what our
 * shoppers see. Refuses the first such picture by its place.
 */
export function checkImages(
  product: PicturedProduct,
  hosts: readonly string[],
): Rejection<'ImageHostNotAllowed'> | undefined {
  const places: [string, Pictured][] = [
    ['', product],
    ...product.variants.map((variant, at): [string, Pictured] => [`variants[${at}].`, variant]),
  ];
  for (const [place, { images = [] }] of places)
    for (const [at, { url }] of images.entries()) {
      const host = URL.parse(url)?.host ?? '';
      if (hosts.includes(host)) continue;
      const allowed = hosts.length === 0 ? 'no host is' : `these are: ${hosts.join(', ')}`;
      return reject('ImageHostNotAllowed', `${host} is not a host of pictures; ${allowed}.`, {
        field: `${place}images[${at}].url`,
      });
    }
  return undefined;
}
