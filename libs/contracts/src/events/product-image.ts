import { z } from 'zod';
import { namesSchema } from './names.js';

/** What a picture is for: the one a list shows, one more of the device, or a part of it close by. */
export const imageRoles = ['primary', 'gallery', 'detail'] as const;

const imageShape = {
  url: z
    .url({ protocol: /^https$/ })
    .max(1_000)
    .refine((url) => !hasUserInfo(url), 'a URL without user or password'),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  role: z.enum(imageRoles),
  /** What it shows, for those who do not see it, by language. Absent: the product's name. */
  alt: namesSchema.optional(),
};

/**
 * Where a picture of a product lies; the bytes are elsewhere. Size in pixels, so that a page keeps its place while it loads. Lists of
 * pictures are in the order they are shown.
 */
export const productImageSchema = z.object(imageShape);
/** As an importer states it: a field nobody knows is a typo. */
export const productImageRecordSchema = z.strictObject(imageShape);
export type ProductImage = z.infer<typeof productImageSchema>;

function hasUserInfo(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && (parsed.username !== '' || parsed.password !== '');
}
