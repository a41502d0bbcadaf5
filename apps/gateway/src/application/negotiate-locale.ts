import { match } from '@formatjs/intl-localematcher';
import Negotiator from 'negotiator';
import type { Market } from './ports.js';

/** What a caller said about language: the explicit choice, and what their browser sends. */
export interface LanguageWish {
  /** `?locale=`, a BCP 47 tag. */
  readonly locale?: string | undefined;
  readonly acceptLanguage?: string | undefined;
}

/** A header nobody types; longer ones are a mistake or an attack, and are read as absent. */
const HEADER_MAX = 200;
/** Browsers send few different headers; a flood of invented ones must not fill memory. */
const REMEMBERED_MAX = 2_000;

/**
 * Chooses one of a market's own locales: an explicit choice over `Accept-Language` over the market's default. Only the market's locales
 * are offered to the matcher, because given every language it would prefer one the market has no words in.
 */
export class NegotiateLocale {
  private readonly remembered = new Map<string, string>();

  run(market: Market, wish: LanguageWish): string {
    const { locale = '', acceptLanguage = '' } = wish;
    if (locale === '' && acceptLanguage === '') return market.definition.defaultLocale;
    const name = `${market.code} ${market.version} ${locale} ${acceptLanguage}`;
    const known = this.remembered.get(name);
    if (known !== undefined) return known;
    const chosen = chooseLocale(market, wish);
    if (this.remembered.size >= REMEMBERED_MAX) this.remembered.clear();
    this.remembered.set(name, chosen);
    return chosen;
  }
}

/** True for a tag a matcher can read, known or not. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function chooseLocale({ definition }: Market, { locale, acceptLanguage }: LanguageWish): string {
  const offered = definition.locales.map((entry) => entry.locale);
  const wished = [...(locale === undefined ? [] : [locale]), ...languagesOf(acceptLanguage)].filter(isLanguageTag);
  return match(wished, offered, definition.defaultLocale);
}

function languagesOf(header: string | undefined): string[] {
  if (header === undefined || header.length > HEADER_MAX) return [];
  const languages = new Negotiator({ headers: { 'accept-language': header } }).languages();
  return languages.filter((language) => language !== '*');
}
