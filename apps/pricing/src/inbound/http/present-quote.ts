import type { Grade, TaxDecisionJson, TaxLineJson } from '@reprise/contracts';
import type { LockedQuote as LockedQuoteJson } from '@reprise/contracts';
import { wordingOf } from '@reprise/contracts/market';
import type { LocaleWording, MarketDefinition } from '@reprise/contracts/market';
import { toIso } from '@reprise/kernel';
import type { LockedQuote, QuoteNotice } from '../../application/ports.js';
import type { PostalArea } from '../../domain/eu-vat-table.js';
import type {
  Buyer,
  Fee,
  IncludedLevy,
  QuoteDraft,
  QuoteLine,
  QuoteShipping,
  TaxDecision,
  TaxLine,
  VatIdProof,
} from '../../domain/quote.js';

/**
 * The quote as checkout will read it back from the token. A token can be read by who holds it, so VAT on a margin and what a unit cost are
 * not in it: a document that shows the buyer either breaks Directive 2006/112/EC art. 325.
 */
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
      ...(draft.discount === undefined ? {} : { discount: draft.discount.amount.toJSON() }),
    },
    precision: draft.precision,
    taxSource: { ...draft.taxSource },
    legalMentions: [...new Set(taxLines.flatMap((line) => line.legalMention ?? []))],
    ...voucherJson(draft),
    ...buyerJson(locked.buyer),
    ...(locked.notices.length === 0 ? {} : { notices: locked.notices.map((notice) => noticeJson(notice, words)) }),
    shipTo: { ...locked.shipTo },
    ...(locked.elsewhere === undefined ? {} : { elsewhere: locked.elsewhere.map(areaJson) }),
    ...(locked.cartId === undefined ? {} : { cartId: locked.cartId }),
  };
}

/** What the answer shows: the buyer knows where it ships. */
export function shownQuoteJson(quote: LockedQuoteJson) {
  const { shipTo: _shipTo, elsewhere: _elsewhere, cartId: _cartId, ...shown } = quote;
  return shown;
}

function areaJson({ postalCodes, cities, exceptCities }: PostalArea) {
  return {
    postalCodes: [...postalCodes],
    ...(cities === undefined ? {} : { cities: [...cities] }),
    ...(exceptCities === undefined ? {} : { exceptCities: [...exceptCities] }),
  };
}

function lineJson(line: QuoteLine, locked: LockedQuote, words: LocaleWording): LockedQuoteJson['lines'][number] {
  const offer = locked.offers.get(line.offerId)?.offer;
  if (offer === undefined) throw new Error(`quote line of an offer that was not asked for: ${line.offerId}`);
  return {
    offerId: line.offerId,
    sellerId: line.sellerId,
    variantId: line.variantId,
    grade: offer.grade as Grade,
    vatScheme: offer.vatScheme,
    quantity: line.quantity,
    unitPrice: line.unitPrice.toJSON(),
    ...(line.discount.isZero() ? {} : { discount: line.discount.toJSON() }),
    net: line.net.toJSON(),
    tax: line.tax.toJSON(),
    gross: line.gross.toJSON(),
    taxLines: line.taxLines.map((taxLine) => taxLineJson(taxLine, words)),
    taxCollectionResponsibility: line.taxLines[0]?.taxCollectionResponsibility ?? 'SELLER',
    taxDecision: decisionJson(line.decision),
    fees: line.fees.map(feeJson),
    includedLevies: line.includedLevies.map(levyJson),
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
    ...(line.reason === undefined ? {} : { reason: line.reason }),
  };
}

function decisionJson({ business, marginRate, tables, decidedAt, ...decision }: TaxDecision): TaxDecisionJson {
  return {
    ...decision,
    tables: [...tables],
    decidedAt: toIso(decidedAt),
    ...(business === undefined ? {} : { business: { state: business.state, ...proofJson(business.proof) } }),
    ...(marginRate === undefined
      ? {}
      : { marginRate: { jurisdiction: marginRate.jurisdiction, rate: rateText(marginRate.ratePpm) } }),
  };
}

function proofJson(proof: VatIdProof | undefined) {
  if (proof === undefined) return undefined;
  const { checkedBy, checkedAt, consultationNumber } = proof;
  return {
    checkedBy,
    checkedAt: toIso(checkedAt),
    ...(consultationNumber === undefined ? {} : { consultationNumber }),
  };
}

function buyerJson(buyer: Buyer | undefined): Pick<LockedQuoteJson, 'buyer'> | undefined {
  if (buyer?.vatId === undefined) return undefined;
  const vatIdStatus = buyer.vatIdStatus === 'valid' ? 'valid' : 'unchecked';
  return { buyer: { vatId: buyer.vatId, vatIdStatus, ...proofJson(buyer.proof) } };
}

function voucherJson({ discount }: QuoteDraft): Pick<LockedQuoteJson, 'voucher'> | undefined {
  if (discount === undefined) return undefined;
  const { voucher, amount } = discount;
  const { code, borneBy, onceOnly } = voucher;
  const seller = voucher.borneBy === 'SELLER' ? { sellerId: voucher.sellerId } : {};
  return { voucher: { code, discount: amount.toJSON(), borneBy, ...seller, onceOnly } };
}

const englishNotices = {
  vatIdCheckDigitsWrong: 'The check digits of this VAT number are wrong: the sale is taxed as to a consumer.',
  vatIdNotConfirmed: 'The registry did not confirm this VAT number just now.',
};

function noticeJson({ code, field }: QuoteNotice, { legal }: LocaleWording) {
  return { code, field, message: code === 'marginVatNotRecoverable' ? legal[code] : englishNotices[code] };
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
