import type { Grade, TaxLineJson } from '@reprise/contracts';
import type { LockedQuote as LockedQuoteJson } from '@reprise/contracts';
import { wordingOf } from '@reprise/contracts/market';
import type { LocaleWording, MarketDefinition } from '@reprise/contracts/market';
import type { LockedQuote } from '../../application/ports.js';
import type { Fee, IncludedLevy, QuoteLine, QuoteShipping, TaxLine } from '../../domain/quote.js';

/** The quote as checkout will read it back from the token; the buyer gets the same without `marginTax`, see `withoutMargin`. */
export function lockedQuoteJson(locked: LockedQuote): LockedQuoteJson {
  const { draft, market, expiresAt } = locked;
  const definition = market.definition as MarketDefinition;
  const { words } = wordingOf(definition, locked.locale);
  const lines = draft.lines.map((line) => lineJson(line, locked, words));
  const taxLines = draft.taxLines.map((line) => taxLineJson(line, words));
  return {
    id: locked.quoteId,
    market: market.code,
    expiresAt: new Date(expiresAt).toISOString(),
    currency: draft.currency,
    taxInclusive: market.terms.taxInclusive,
    lines,
    taxLines,
    fees: draft.fees.map(feeJson),
    shipping: shippingJson(draft.shipping, definition, locked.locale, words),
    totals: {
      net: draft.totals.net.toJSON(),
      tax: draft.totals.tax.toJSON(),
      fees: draft.totals.fees.toJSON(),
      shipping: draft.totals.shipping.toJSON(),
      gross: draft.totals.gross.toJSON(),
    },
    precision: draft.precision,
    taxSource: { ...draft.taxSource },
    legalMentions: [...new Set(taxLines.flatMap((line) => line.legalMention ?? []))],
    shipTo: { ...locked.shipTo },
    ...(locked.cartId === undefined ? {} : { cartId: locked.cartId }),
  };
}

/** What the buyer may see: a document that shows VAT on a margin breaks Directive 2006/112/EC art. 325. */
export function withoutMargin(quote: LockedQuoteJson) {
  const { shipTo: _shipTo, cartId: _cartId, ...shown } = quote;
  return { ...shown, lines: shown.lines.map(({ marginTax: _marginTax, ...line }) => line) };
}

function lineJson(line: QuoteLine, locked: LockedQuote, words: LocaleWording): LockedQuoteJson['lines'][number] {
  const offer = locked.offers.get(line.offerId)?.offer;
  if (offer === undefined) throw new Error(`quote line of an offer that was not asked for: ${line.offerId}`);
  const marginTax = marginTaxJson(line);
  return {
    offerId: line.offerId,
    sellerId: line.sellerId,
    variantId: line.variantId,
    grade: offer.grade as Grade,
    vatScheme: offer.vatScheme,
    quantity: line.quantity,
    unitPrice: line.unitPrice.toJSON(),
    net: line.net.toJSON(),
    tax: line.tax.toJSON(),
    gross: line.gross.toJSON(),
    taxLines: line.taxLines.map((taxLine) => taxLineJson(taxLine, words)),
    fees: line.fees.map(feeJson),
    includedLevies: line.includedLevies.map(levyJson),
    ...(marginTax === undefined ? {} : { marginTax }),
  };
}

/** For finance only, and only once the units' cost is known. */
function marginTaxJson({ margin }: QuoteLine): TaxLineJson | undefined {
  if (margin?.result === undefined) return undefined;
  return {
    jurisdiction: { ...margin.jurisdiction },
    rate: rateText(margin.ratePpm),
    taxable: margin.result.margin.minus(margin.result.tax).toJSON(),
    amount: margin.result.tax.toJSON(),
    treatment: 'marginScheme',
    taxCollectionResponsibility: 'SELLER',
  };
}

/** Parts per million as an exact decimal fraction with at least two decimals. */
function rateText(ratePpm: number): string {
  const digits = String(ratePpm).padStart(7, '0');
  const decimals = digits.slice(-6).replace(/0+$/, '').padEnd(2, '0');
  return `${digits.slice(0, -6)}.${decimals}`;
}

function taxLineJson(line: TaxLine, words: LocaleWording): TaxLineJson {
  const mention = line.legalMentionKey as keyof LocaleWording['legal'] | undefined;
  return {
    jurisdiction: { ...line.jurisdiction },
    rate: line.rate,
    taxable: line.taxable.toJSON(),
    amount: line.amount.toJSON(),
    treatment: line.treatment,
    taxCollectionResponsibility: line.taxCollectionResponsibility,
    ...(mention === undefined ? {} : { legalMention: words.legal[mention] }),
    ...(line.holiday === undefined ? {} : { holiday: line.holiday }),
  };
}

function shippingJson(
  shipping: QuoteShipping,
  definition: MarketDefinition,
  locale: string,
  words: LocaleWording,
): LockedQuoteJson['shipping'] {
  const method = definition.shipping.find(({ id }) => id === shipping.method);
  const [language = ''] = locale.split('-');
  return {
    method: shipping.method,
    name: method?.name[locale] ?? method?.name[language] ?? method?.name['en'] ?? shipping.method,
    amount: shipping.amount.toJSON(),
    tax: shipping.tax.toJSON(),
    gross: shipping.gross.toJSON(),
    taxLines: shipping.taxLines.map((line) => taxLineJson(line, words)),
  };
}

function feeJson({ id, name, amount }: Fee) {
  return { id, name, amount: amount.toJSON() };
}

function levyJson({ id, name, amount, amountInclTax }: IncludedLevy) {
  return { id, name, amount: amount.toJSON(), amountInclTax: amountInclTax.toJSON() };
}
