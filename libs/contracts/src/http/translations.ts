import { z } from 'zod';
import { operation } from './operation.js';

/** Texts of products and colours that can be said in another language, as a file of translations names them. */
export const translationKinds = ['colour.name', 'product.name', 'product.slug', 'product.description'] as const;

const tagSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, 'a BCP 47 tag such as "fr" or "fr-BE"');

/** Several kinds in one parameter. */
const kindsOf = (kinds: readonly string[]) =>
  z
    .string()
    .max(200)
    .refine((text) => text.split(',').every((kind) => kinds.includes(kind)), `one or several of ${kinds.join(', ')}`)
    .meta({ description: `One kind, or several separated by commas: ${kinds.join(', ')}.` });

export const listMissingTranslations = operation({
  id: 'listMissingTranslations',
  method: 'GET',
  path: '/v1/ops/translations/missing',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'What a language lacks',
  description:
    'Every text a page in that language shows in another one, as `servedLocales` of the page says it, with what is shown instead. A locale is read along ' +
    'the fallback chain its market declares. `wording` are sections of a market’s own words: a market’s definition states those.',
  query: z.object({
    locale: tagSchema,
    kind: kindsOf(['wording', ...translationKinds]).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    cursor: z.string().max(400).optional(),
  }),
  responses: {
    200: z
      .object({
        locale: z.string(),
        chain: z.array(z.string()),
        coverage: z.array(z.object({ kind: z.string(), total: z.int(), missing: z.int() })),
        items: z.array(z.object({ kind: z.string(), key: z.string(), servedLocale: z.string(), source: z.string() })),
        nextCursor: z.string().nullable(),
      })
      .meta({ id: 'MissingTranslations' }),
  },
  problems: [],
});

export const exportTranslations = operation({
  id: 'exportTranslations',
  method: 'GET',
  path: '/v1/ops/translations/export',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Texts to translate into a language, as CSV',
  description:
    'Columns `kind,key,locale,sourceLocale,source,text`, streamed. Fill in `text` and send the file to the import. A file sent back as it came changes nothing.',
  query: z.object({
    locale: tagSchema,
    only: z.enum(['missing', 'all']).default('missing'),
    kind: kindsOf(translationKinds).optional(),
  }),
  responses: { 200: z.string().meta({ contentType: 'text/csv' }) },
  problems: [],
});

export const importTranslations = operation({
  id: 'importTranslations',
  method: 'POST',
  path: '/v1/ops/translations/import',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Take in translations from a CSV file',
  description:
    'Reads the columns `kind`, `key`, `locale` and `text`, in any order, and ignores others. Idempotent by content; a row without a text is one nobody translated ' +
    'yet. A wrong row, or one that says what a market’s law forbids, is reported with its line and field, and the others go on. Streamed. Stays when an ' +
    'importer states the product again.',
  query: z.object({
    dryRun: z.enum(['true', 'false']).default('false'),
    reason: z
      .string()
      .min(3)
      .max(500)
      .default('Translations imported')
      .meta({ description: 'Kept with who imported them and when.' }),
  }),
  body: z.any().meta({ description: 'text/csv in UTF-8.', contentType: 'text/csv' }),
  responses: {
    200: z
      .object({
        received: z.int(),
        changed: z.int(),
        unchanged: z.int(),
        blank: z.int(),
        rejectedCount: z.int(),
        /** The first thousand. */
        rejected: z.array(z.object({ line: z.int(), field: z.string(), code: z.string(), message: z.string() })),
      })
      .meta({ id: 'TranslationImport' }),
  },
  problems: ['NotTheWriterRegion'],
});
