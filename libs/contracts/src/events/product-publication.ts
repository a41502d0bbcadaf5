import { z } from 'zod';

const instantSchema = z.iso.datetime();

/**
 * Since when and until when a product is shown and sold, by market: `from` is the first instant, `to` the first one no more. A market that is
 * not named shows it always. Readers keep the time themselves, so nothing has to be said when a date is reached.
 */
export const publicationSchema = z
  .array(
    z.strictObject({
      market: z.string().min(2).max(20),
      from: instantSchema.optional(),
      to: instantSchema.optional(),
    }),
  )
  .max(100);
export type Publication = z.infer<typeof publicationSchema>;
