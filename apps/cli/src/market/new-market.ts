import type { MarketDefinition, TaxTable } from '@reprise/contracts/market';
import { UNTRANSLATED } from '@reprise/kernel';
import type { Document } from 'yaml';
import { isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { UsageError } from '../door/failures.js';
import { convertAmounts } from './convert-amounts.js';
import type { RateBetween } from './convert-amounts.js';

/** What a market is begun from and what is its own. */
export interface NewMarket {
  readonly country: string;
  readonly from: string;
  readonly currency: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** Texts of a definition that are written per language. */
const languageOf = (locale: string): string => locale.split('-')[0] ?? locale;

/** What nobody has looked at for this country yet: readiness warns of each until its flag is taken away. */
const doubtful = ['consumerLaw', 'charm', 'shipping', 'offerLimits', 'payments'] as const;

/**
 * The file of a new market: the other one's with what is its own put in place. What is taken over stands in it in full, so that a later
 * change of the other market changes nothing here; what nobody has looked at for this country is flagged as unverified.
 */
export function newMarketFile(template: string, asked: NewMarket, rate: RateBetween | undefined): string {
  const document = parseDocument(template);
  const source = document.toJS() as MarketDefinition;
  const language = languageOf(asked.locale);
  document.commentBefore = headOf(asked);
  document.setIn(['code'], asked.country.toLowerCase());
  document.setIn(['name'], document.createNode(namesOf(asked.country, source.name, language), { flow: true }));
  document.setIn(['countries'], document.createNode([asked.country], { flow: true }));
  for (const places of ['shipsTo', 'shipsFrom'] as const) addPlace(document, [places], asked.country);
  document.setIn(['defaultLocale'], asked.locale);
  document.setIn(['locales'], document.createNode(localesOf(asked.locale, language)));
  document.setIn(['timeZone'], asked.timeZone);
  source.shipping.forEach((_, i) => addPlace(document, ['shipping', i, 'countries'], asked.country));
  for (const list of ['shipping', 'payments'] as const)
    source[list].forEach(({ name }, i) => stubName(document, [list, i, 'name', language], name['en'] ?? ''));
  if (document.hasIn(['documents', 'platform'])) takeOverPlatform(document, asked.country);
  document.setIn(['contentLint'], document.createNode([]));
  document.setIn(['flags'], document.createNode(Object.fromEntries(doubtful.map((path) => [path, ['unverified']]))));
  if (source.currency !== asked.currency) {
    if (rate === undefined)
      throw new UsageError(`A rate from ${source.currency} to ${asked.currency} is needed: give --rate.`);
    document.setIn(['currency'], asked.currency);
    // Fees of a country are in its currency, and its law.
    document.setIn(['fees'], document.createNode([]));
    convertAmounts(document, source, asked.currency, rate);
  }
  return document.toString({ lineWidth: 120, singleQuote: true });
}

function headOf({ country, from, currency }: NewMarket): string {
  const name = new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country;
  return [
    ' yaml-language-server: $schema=schema/market.schema.json',
    ` ${name}, in ${currency}, begun from ${from}.yaml. Everything taken over from there stands here in full and is this market’s own now.`,
    ' What nobody has looked at for this country is under flags: take a flag away once its values are this country’s.',
  ].join('\n');
}

/** The country's name in English, in its own language and in those the other market is named in. */
function namesOf(country: string, known: Readonly<Record<string, string>>, language: string): Record<string, string> {
  const languages = [...new Set(['en', language, ...Object.keys(known)])];
  return Object.fromEntries(
    languages.map((each) => [each, new Intl.DisplayNames(each, { type: 'region' }).of(country) ?? country]),
  );
}

function localesOf(locale: string, language: string) {
  const own = { locale, fallback: language === 'en' ? ['en'] : [language, 'en'] };
  return language === 'en' ? [own] : [own, { locale: 'en', fallback: [] }];
}

/** Adds a place where it is not yet, also to a list that others share. */
function addPlace(document: Document, path: readonly (string | number)[], country: string): void {
  const list = document.getIn(path, true);
  const places = isSeq(list) ? list : undefined;
  if (places === undefined) return;
  const named = places.items.map((item) => (isScalar(item) ? item.value : undefined));
  if (!named.includes(country)) places.add(document.createNode(country));
}

function stubName(document: Document, path: readonly (string | number)[], english: string): void {
  if (!document.hasIn(path)) document.setIn(path, `${UNTRANSLATED} ${english}`);
}

/** The shop's company here is another: its address and tax number are not taken over. */
function takeOverPlatform(document: Document, country: string): void {
  document.setIn(['documents', 'platform', 'country'], country);
  for (const key of ['address', 'taxNumber'])
    if (document.hasIn(['documents', 'platform', key])) document.deleteIn(['documents', 'platform', key]);
}

/** A language’s file with everything still to be written, from one that is complete. What people search by is left out: nobody can translate it word by word. */
export function newLocaleFile(template: string, language: string): string {
  const document = parseDocument(template);
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  document.commentBefore = [
    ' yaml-language-server: $schema=../schema/locale.schema.json',
    ` ${name}. Replace each text that begins with ${UNTRANSLATED}; what is in braces is filled in and stays.`,
  ].join('\n');
  for (const key of ['search', 'ranking', 'documents']) document.delete(key);
  visit(document, {
    Pair: (_, { value }) => {
      if (isScalar(value) && typeof value.value === 'string') value.value = `${UNTRANSLATED} ${value.value}`;
    },
  });
  return document.toString({ lineWidth: 120, singleQuote: true });
}

/** The time zone of a country, as its tax table says it. */
export function timeZoneOf(country: string, tables: readonly TaxTable[]): string | undefined {
  for (const table of tables)
    if (table.regime === 'eu-vat') {
      const found = table.countries.find((each) => each.country === country);
      if (found !== undefined) return found.timeZone;
    }
  return undefined;
}

/** Checks that a document has the shape that is edited here; a file that is no market is left alone. */
export function looksLikeMarket(template: string): boolean {
  const { contents } = parseDocument(template);
  return isMap(contents) && contents.has('code') && contents.has('shipping');
}
