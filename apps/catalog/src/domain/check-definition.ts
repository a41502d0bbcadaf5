import { UNTRANSLATED } from '@reprise/kernel';

/** The part of a definition that its own checks read; a `MarketDefinition` of the contracts has this shape. */
export interface CheckedDefinition {
  readonly name: Readonly<Record<string, string>>;
  readonly countries: readonly string[];
  readonly locales: readonly { readonly locale: string; readonly fallback: readonly string[] }[];
  readonly tax: { readonly regime: string };
  readonly shipping: readonly {
    readonly id: string;
    readonly name: Readonly<Record<string, string>>;
    readonly countries: readonly string[];
  }[];
  readonly payments: readonly { readonly method: string; readonly name: Readonly<Record<string, string>> }[];
  readonly grades: readonly { readonly grade: string; readonly wordingKey: string }[];
  readonly consumerLaw: {
    readonly withdrawalFunction: { readonly since: string } | null;
    readonly guaranteeNotice: { readonly since: string } | null;
    readonly priorPrice: object | null;
  };
  readonly flags?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly wording: Readonly<
    Record<
      string,
      { readonly grades: Readonly<Record<string, unknown>>; readonly legal: Readonly<Record<string, string>> }
    >
  >;
}

export interface Finding {
  readonly subject: string;
  readonly message: string;
}

/** What a check found: everything that fails it, out of how many. */
export interface CheckedPart {
  readonly severity: 'warn' | 'block';
  readonly findings: readonly Finding[];
  readonly total: number;
}

export type DefinitionCheck =
  | 'gradeWording'
  | 'translations'
  | 'legalTexts'
  | 'shipping'
  | 'payments'
  | 'withdrawalFunction'
  | 'guaranteeNotice'
  | 'priorPrice'
  | 'unverifiedValues';

/** Everything a definition can be asked by itself before its market opens on `date`. */
export function checkDefinition(
  market: CheckedDefinition,
  date: string,
): { readonly [check in DefinitionCheck]: CheckedPart } {
  const { withdrawalFunction, guaranteeNotice, priorPrice } = market.consumerLaw;
  const inUnion = market.tax.regime === 'eu-vat';
  // What the law of the Union wants of every shop in it; elsewhere there is nothing to check.
  const lawful = (path: string, isThere: boolean, message: string): CheckedPart => ({
    severity: 'block',
    total: inUnion ? 1 : 0,
    findings: inUnion && !isThere ? [{ subject: `consumerLaw.${path}`, message }] : [],
  });
  return {
    gradeWording: checkGrades(market),
    translations: checkNames(market),
    legalTexts: checkLegalTexts(market),
    shipping: checkShipping(market),
    payments: {
      severity: 'block',
      total: Math.max(1, market.payments.length),
      findings: market.payments.length === 0 ? [{ subject: 'payments', message: 'There is no way to pay.' }] : [],
    },
    withdrawalFunction: lawful(
      'withdrawalFunction',
      withdrawalFunction !== null && withdrawalFunction.since <= date,
      `Directive 2011/83/EU art. 11a wants a labelled function to withdraw on ${date}: write withdrawalFunction: { since: … } with a day not after it.`,
    ),
    guaranteeNotice: lawful(
      'guaranteeNotice',
      guaranteeNotice !== null,
      'Regulation (EU) 2025/1960 wants the harmonised notice on the legal guarantee: write guaranteeNotice: { since: … }.',
    ),
    priorPrice: lawful(
      'priorPrice',
      priorPrice !== null,
      'Directive 98/6/EC art. 6a wants the prior price beside a reduction: write priorPrice: { windowDays: 30, … }.',
    ),
    unverifiedValues: {
      severity: 'warn',
      total: Object.keys(market.flags ?? {}).length,
      findings: Object.entries(market.flags ?? {}).map(([subject, doubts]) => ({
        subject,
        message: `The value is marked ${doubts.join(', ')}: check it against its source, then take the mark away.`,
      })),
    },
  };
}

/** The first of a locale and its fallbacks that has something. */
function serving(
  { locale, fallback }: CheckedDefinition['locales'][number],
  has: (language: string) => boolean,
): string | undefined {
  return [locale, ...fallback].find(has);
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale;
}

function checkGrades(market: CheckedDefinition): CheckedPart {
  const findings = market.locales.flatMap((entry) => {
    const words = market.wording[serving(entry, (language) => language in market.wording) ?? ''];
    return market.grades.flatMap(({ grade, wordingKey }) =>
      words !== undefined && wordingKey in words.grades
        ? []
        : [{ subject: `grades[${grade}] ${entry.locale}`, message: `${grade} has no words in ${entry.locale}.` }],
    );
  });
  return { severity: 'block', total: market.locales.length * market.grades.length, findings };
}

/** A buyer who reads a name in another language than the page can still buy, so this warns. */
function checkNames(market: CheckedDefinition): CheckedPart {
  const named: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['name', market.name],
    ...market.shipping.map(({ id, name }) => [`shipping[${id}].name`, name] as const),
    ...market.payments.map(({ method, name }) => [`payments[${method}].name`, name] as const),
  ];
  const findings = market.locales.flatMap((entry) =>
    named.flatMap(([subject, names]) => {
      const served = serving(entry, (language) => language in names);
      const isOwn = served !== undefined && languageOf(served) === languageOf(entry.locale);
      return isOwn
        ? []
        : [
            {
              subject: `${subject}.${languageOf(entry.locale)}`,
              message: `Readers of ${entry.locale} get it in ${served ?? 'en'}.`,
            },
          ];
    }),
  );
  return { severity: 'warn', total: market.locales.length * named.length, findings };
}

/** Information a consumer must be given in a language they understand (Directive 2011/83/EU art. 7 and 8). */
function checkLegalTexts(market: CheckedDefinition): CheckedPart {
  const findings = market.locales.flatMap((entry) => {
    const served = serving(entry, (language) => language in market.wording);
    if (served === undefined || languageOf(served) !== languageOf(entry.locale))
      return [
        {
          subject: `wording.${languageOf(entry.locale)}`,
          message: `The sentences the law wants are not in ${entry.locale}${served === undefined ? '' : `, readers get ${served}`}: add markets/locales/${languageOf(entry.locale)}.yaml.`,
        },
      ];
    return Object.entries(market.wording[served]?.legal ?? {}).flatMap(([key, text]) =>
      isStub(text)
        ? [{ subject: `wording.${served}.legal.${key}`, message: `Still to be translated: “${text.slice(0, 80)}”.` }]
        : [],
    );
  });
  return { severity: 'block', total: market.locales.length, findings };
}

/** A text somebody has still to write is marked so, by whoever began the file. */
function isStub(text: string): boolean {
  return text.startsWith(UNTRANSLATED);
}

function checkShipping(market: CheckedDefinition): CheckedPart {
  const findings = market.countries
    .filter((country) => !market.shipping.some(({ countries }) => countries.includes(country)))
    .map((country) => ({ subject: country, message: `No shipping method reaches ${country}.` }));
  return { severity: 'block', total: market.countries.length, findings };
}
