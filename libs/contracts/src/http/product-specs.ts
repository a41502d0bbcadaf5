import { z } from 'zod';

/** Specifications a page tells, in its order, each with the unit its value is in. */
export const attributeUnits = {
  deviceType: null,
  screenInches: 'inch',
  resolution: 'pixel',
  ramMb: 'megabyte',
  releaseYear: null,
  os: null,
  simCount: null,
  weightGrams: 'gram',
} as const;

/** One specification: the value for programs, the text and its label for readers. */
export const productSpecSchema = z
  .object({
    code: z.enum(Object.keys(attributeUnits) as [keyof typeof attributeUnits, ...(keyof typeof attributeUnits)[]]),
    label: z.string(),
    value: z.union([z.string(), z.number()]),
    /** Unit of `value`; left out where it is a word or a count. */
    unit: z.enum(['inch', 'pixel', 'megabyte', 'gram']).optional(),
    text: z.string(),
  })
  .meta({ id: 'ProductSpec' });

const stepSchema = z.object({ code: z.string(), name: z.string() });

/** Steps of the category tree from its root to a category. Every code is a value of `?category=`: a step stands for all below it. */
export const categoryTrailSchema = z.array(stepSchema);
