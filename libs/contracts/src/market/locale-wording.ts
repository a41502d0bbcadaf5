import { z } from 'zod';
import { productCategories } from '../events/catalog-product.v1.js';

const tagPattern = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;

/** A BCP 47 tag as the project writes it: `fr`, `fr-FR`, `es-419`. */
export const localeSchema = z
  .string()
  .regex(tagPattern, 'a BCP 47 tag such as "fr-FR"')
  .refine(isKnownLocale, 'a language and a country that exist, such as "fr-FR"');

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** True where Unicode has a name for the language and for the country: `xx-YY` has the form of a tag and is none. */
function isKnownLocale(tag: string): boolean {
  if (!tagPattern.test(tag)) return true; // Said already.
  const [language = '', ...parts] = tag.split('-');
  const region = parts.find((part) => /^([A-Z]{2}|\d{3})$/.test(part));
  return languageNames.of(language) !== undefined && (region === undefined || regionNames.of(region) !== undefined);
}

const phraseSchema = z.string().min(1).max(600);

const rankingTextSchema = z.strictObject({ name: z.string().min(1).max(80), description: phraseSchema });

/**
 * How the ranking works, in words: Regulation (EU) 2019/1150 article 5 wants it in plain language. Keys are the codes the API answers, so
 * that a program and a reader speak of the same things; which ones there are, the gateway checks.
 */
const rankingWordingSchema = z.strictObject({
  about: phraseSchema,
  payment: phraseSchema,
  /** What a page says of a seller's devices, an ICU message: `{percent}` of `{devices}` came back with a defect within `{days}` days. */
  defects: phraseSchema.optional(),
  parameters: z.record(z.string(), rankingTextSchema),
  /** Why an offer is kept out, or does not come first: a sentence to its seller. */
  reasons: z.record(z.string(), phraseSchema),
});
export type RankingWording = z.infer<typeof rankingWordingSchema>;

/**
 * Specifications of a product by their code (`screenInches`). `text` is an ICU message of `{value}`; left out, the value is written as the
 * language writes numbers and sizes. A device's kind is chosen among with `select`, its spaces as underscores: `feature_phone`.
 */
const attributeWordingSchema = z.record(
  z.string().regex(/^[a-z][A-Za-z]{1,39}$/, 'an attribute’s code such as "screenInches"'),
  z.strictObject({ label: z.string().min(1).max(80), text: phraseSchema.optional() }),
);

const searchWordsSchema = z.array(z.string().min(1).max(60)).min(1).max(100);

/**
 * What people type in one language. `ignore`: phrases that narrow nothing down ("second hand", in a shop of nothing else). `synonyms`:
 * phrases, and what of our catalogue they may also mean, in the catalogue's own words (`smartphone`, `playstation 5`). Names of models are
 * never stemmed or translated, so they need no entry. `endings`: what the language puts behind a stem (`ów`, `arna`), so that every form of
 * a word above, or of a colour, is understood as it.
 */
const searchWordingSchema = z.strictObject({
  ignore: z.array(z.string().min(1).max(60)).max(300),
  synonyms: z.array(z.strictObject({ words: searchWordsSchema, mean: searchWordsSchema })).max(1_000),
  endings: z.array(z.string().min(1).max(6)).max(60).optional(),
});
export type SearchWording = z.infer<typeof searchWordingSchema>;

/** Names of the papers of a sale. */
const documentTitlesSchema = z.strictObject({
  orderConfirmation: phraseSchema,
  invoice: phraseSchema,
  receipt: phraseSchema,
  creditNote: phraseSchema,
  refundConfirmation: phraseSchema,
  withdrawalAcknowledgement: phraseSchema,
});

/** The words of order confirmations, invoices, receipts, credit notes and acknowledgements. In braces: what is filled in. */
export const documentWordingSchema = z.strictObject({
  titles: documentTitlesSchema,
  number: phraseSchema,
  issuedOn: phraseSchema,
  order: phraseSchema,
  orderedOn: phraseSchema,
  suppliedOn: phraseSchema,
  seller: phraseSchema,
  buyer: phraseSchema,
  /** `{platform}`: whose shop it was bought in, where somebody else sells. */
  soldThrough: phraseSchema,
  taxNumber: phraseSchema,
  description: phraseSchema,
  quantity: phraseSchema,
  unitPrice: phraseSchema,
  amount: phraseSchema,
  discount: phraseSchema,
  delivery: phraseSchema,
  net: phraseSchema,
  /** Value-added tax, and its total. */
  vat: phraseSchema,
  /** Sales tax of the American kind. */
  salesTax: phraseSchema,
  rate: phraseSchema,
  taxable: phraseSchema,
  fees: phraseSchema,
  total: phraseSchema,
  totalCredited: phraseSchema,
  /** `{name}` and `{amount}`: a levy that is inside the price. */
  includedLevy: phraseSchema,
  /** `{number}` and `{day}` of the document that is corrected. */
  corrects: phraseSchema,
  reduction: phraseSchema,
  /** `{page}` and `{pages}`. */
  page: phraseSchema,
  withdrawal: z.strictObject({
    /** `{moment}`: date and time of receipt, Directive 2011/83/EU art. 11a. */
    received: phraseSchema,
    subject: phraseSchema,
    /** `{amount}` */
    refund: phraseSchema,
    sendBack: phraseSchema,
    nothingSent: phraseSchema,
  }),
});
export type DocumentWording = z.infer<typeof documentWordingSchema>;

/**
 * What the shop says in one language: grades, categories and the sentences the law wants. Complete by construction, so a reader that
 * found the language never meets a missing key. Lives in `markets/locales/<locale>.yaml`.
 */
export const localeWordingSchema = z
  .strictObject({
    /** By `wordingKey` of a market's grades. */
    grades: z.record(z.string(), z.strictObject({ label: phraseSchema, definition: phraseSchema })),
    categories: z.strictObject(
      Object.fromEntries(productCategories.map((category) => [category, phraseSchema])) as Record<
        (typeof productCategories)[number],
        typeof phraseSchema
      >,
    ),
    /** Steps of the category tree above the categories. A language without it names them in its fallback. */
    categoryGroups: z.record(z.string(), phraseSchema).optional(),
    /** A language without it names specifications in its fallback. */
    attributes: attributeWordingSchema.optional(),
    /** A language without it is searched by the words of the catalogue, and by English ones. */
    search: searchWordingSchema.optional(),
    /** A language without it tells sellers and buyers in its fallback. */
    ranking: rankingWordingSchema.optional(),
    /** A language without it writes its invoices in its fallback. */
    documents: documentWordingSchema.optional(),
    legal: z.strictObject({
      /** Directive 2006/112/EC art. 226(14). */
      marginScheme: phraseSchema,
      /** Shown before checkout to a business: the price holds no VAT it could deduct. */
      marginVatNotRecoverable: phraseSchema,
      /** Art. 226(11a). */
      reverseCharge: phraseSchema,
      /** Art. 138 and 226(11). */
      intraEuSupply: phraseSchema,
      /** Art. 146. */
      export: phraseSchema,
      /** Art. 14a: the marketplace is the supplier for VAT. */
      deemedSupplier: phraseSchema,
      /** Label of the withdrawal function, CRD art. 11a. */
      withdrawHere: phraseSchema,
      confirmWithdrawal: phraseSchema,
      /** Directive 98/6/EC art. 6a. */
      priorPrice: phraseSchema,
      taxIncluded: phraseSchema,
      taxAddedAtCheckout: phraseSchema,
    }),
  })
  .meta({ id: 'LocaleWording' });

export type LocaleWording = z.infer<typeof localeWordingSchema>;
