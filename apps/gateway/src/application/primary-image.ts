import type { ProductImage } from '@reprise/contracts/events';

/** The picture that stands for the product: the first said to be primary, else the first. */
export function primaryImage(images: readonly ProductImage[] | undefined): ProductImage | undefined {
  return images?.find(({ role }) => role === 'primary') ?? images?.[0];
}
