import type { Currency, LocalDay, Ratio } from '@reprise/kernel';
import { ratioOf } from '@reprise/kernel';

/** Who publishes rates: against which currency they are quoted. */
export interface FxSource {
  readonly base: string;
}

/** The sources known. The ECB's reference rates are units of a currency per 1 EUR, published at about 16:00 CET on TARGET days. */
export const fxSources = { ecb: { base: 'EUR' } } as const satisfies Readonly<Record<string, FxSource>>;

export type FxSourceName = keyof typeof fxSources;

/** A published decimal exactly as it was published: `digits / 10^scale`, without trailing zeros, so that equal quotes are equal. */
export interface FxQuote {
  readonly digits: bigint;
  readonly scale: number;
}

/** One currency's quote on one day. `version` is above 1 where the source corrected itself. */
export interface FxRate {
  readonly date: LocalDay;
  readonly currency: Currency;
  readonly quote: FxQuote;
  readonly version: number;
  /** How far it is from the day published before, in parts per million; undefined for the first. */
  readonly changePpm: number | undefined;
  /** The change is one to look at before using the rate. */
  readonly jump: boolean;
}

/** More significant digits than any published quote has; text with more is no quote. */
const maxDigits = 10;
/** Zeros around them included. */
const maxLength = 24;

/** Reads a published quote. Undefined for what is no positive plain decimal of at most ten digits. */
export function parseFxQuote(text: string): FxQuote | undefined {
  const match = text.length > maxLength ? null : /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, whole = '', fraction = ''] = match;
  const kept = fraction.replace(/0+$/, '');
  const digits = (whole + kept).replace(/^0+/, '');
  if (digits.length === 0 || digits.length > maxDigits) return undefined;
  return { digits: BigInt(digits), scale: kept.length };
}

/** The quote as text: what `parseFxQuote` reads back. */
export function fxQuoteText({ digits, scale }: FxQuote): string {
  const text = String(digits).padStart(scale + 1, '0');
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

/** Units of the currency per unit of the base, exactly. No inverse is ever stored: dividing by this one loses nothing. */
export function ratioOfQuote({ digits, scale }: FxQuote): Ratio {
  return ratioOf(digits, 10n ** BigInt(scale));
}

/** How far `quote` is from `before`, in parts per million, toward zero. */
export function changePpm(before: FxQuote, quote: FxQuote): number {
  const was = before.digits * 10n ** BigInt(quote.scale);
  const is = quote.digits * 10n ** BigInt(before.scale);
  return Number(((is - was) * 1_000_000n) / was);
}
