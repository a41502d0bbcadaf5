import { z } from 'zod';

/** A text by BCP 47 language. English is always there, so a reader always has something to show. */
export const namesSchema = z.object({ en: z.string().min(1).max(200) }).catchall(z.string().min(1).max(200));
export type Names = z.infer<typeof namesSchema>;
