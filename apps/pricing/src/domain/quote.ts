import type { Instant, Money } from '@reprise/kernel';
import type { MarketTerms } from './market-terms.js';
import type { TaxAnswer } from './tax-answer.js';
import type { MarginRefusal, Purchase } from './refuse-margin.js';
import type { TaxRuleId } from './tax-rules.js';
import type { Voucher } from './voucher.js';

/** How VAT is due on an offer: on the whole price, or on the seller's margin (Directive 2006/112/EC art. 311-325). */
export type VatScheme = 'REGULAR' | 'MARGINAL';

/** How the law treats a taxed amount. */
export type TaxTreatment =
  'standard' | 'reduced' | 'zero' | 'exempt' | 'reverseCharge' | 'export' | 'marginScheme' | 'notTaxed';

/** Who owes the tax to the state: the seller, or the marketplace (US facilitator laws, EU deemed supplier of art. 14a). */
export type TaxCollectionResponsibility = 'SELLER' | 'MARKETPLACE';

/** How finely the destination was known when the rate was chosen. */
export type TaxPrecision = 'country' | 'territory' | 'state' | 'zip5' | 'zip9' | 'rooftop';

/** What one buyer would pay for one basket, delivered to one place, at one instant. */
export interface QuoteRequest {
  readonly market: MarketTerms;
  /** One line per offer; an offer named twice is a rejection, because rounding per line would depend on the split. */
  readonly lines: readonly QuoteRequestLine[];
  readonly shipTo: ShipTo;
  readonly buyer?: Buyer | undefined;
  readonly voucher?: Voucher | undefined;
  /** Id of one of the market's shipping methods; the market's default where it is left out. */
  readonly shippingMethod?: string | undefined;
  /** What imported rate files or a tax service say of the address; left out, the tables alone decide. */
  readonly taxAnswer?: TaxAnswer | undefined;
}

/** Lines with what each costs as shown, discounts taken off. */
export interface Basket {
  readonly lines: readonly QuoteRequestLine[];
  readonly shownMinor: readonly bigint[];
}

/** The offer as its seller last stated it, and how many of it. */
export interface QuoteRequestLine {
  readonly offerId: string;
  readonly sellerId: string;
  readonly variantId: string;
  /** Product category of the catalogue; decides fees and levies. */
  readonly category: string;
  readonly screenInches?: number | undefined;
  readonly storageGb?: number | undefined;
  /** What a page shows: tax inside where the market's prices are, without it where they are not. */
  readonly unitPrice: Money;
  readonly quantity: number;
  readonly vatScheme: VatScheme;
  /** What the seller paid for each unit, where the units are already known: one entry a unit, tax inside. Only finance sees what follows from it. */
  readonly unitCosts?: readonly Money[] | undefined;
  /** How the units that may be sent were bought, as far as their seller has registered them: art. 314 asks before a margin is taxed. */
  readonly purchases?: readonly Purchase[] | undefined;
  /** Country the goods leave from. */
  readonly shipsFrom: string;
  /** Where it is known: a part of that country may have a VAT of its own, or none. */
  readonly shipsFromPostalCode?: string | undefined;
  /** Country the seller is established in; taken to be `shipsFrom` where it is not known. */
  readonly sellerEstablishedIn?: string | undefined;
}

export interface ShipTo {
  readonly country: string;
  /** ISO 3166-2 subdivision, with or without the country (`CA`, `US-CA`). */
  readonly region?: string | undefined;
  readonly city?: string | undefined;
  readonly postalCode?: string | undefined;
}

/** A buyer who claims to be a business. Only `valid` moves tax: an unchecked number costs nobody a refund. */
export interface Buyer {
  /** With its prefix as VIES writes it: `EL` for Greece, `XI` for Northern Ireland. */
  readonly vatId?: string | undefined;
  readonly vatIdStatus?: 'valid' | 'invalid' | 'unchecked' | undefined;
  readonly proof?: VatIdProof | undefined;
}

/** What a VAT number was found valid by, and when: the evidence an exempt supply stands on. */
export interface VatIdProof {
  readonly checkedBy: 'registry' | 'checkDigits';
  readonly checkedAt: Instant;
  /** The registry's receipt; it gives one only to an asker who names itself. */
  readonly consultationNumber?: string;
}

/**
 * The answer, exact to the minor unit: `net + tax = gross` on every line, and
 * `totals.net + totals.tax + totals.fees + totals.shipping = totals.gross`, where tax on shipping is inside `totals.tax`.
 */
export interface QuoteDraft {
  readonly market: string;
  readonly currency: string;
  readonly lines: readonly QuoteLine[];
  /** Tax of lines and shipping together, one entry per jurisdiction, rate, treatment and debtor. */
  readonly taxLines: readonly TaxLine[];
  /** Fees of lines and of the order together, one entry per fee. */
  readonly fees: readonly Fee[];
  readonly shipping: QuoteShipping;
  /** What a voucher took off, tax inside where shown prices hold it. Already out of every other number here. */
  readonly discount?: { readonly voucher: Voucher; readonly amount: Money };
  readonly totals: QuoteTotals;
  readonly precision: TaxPrecision;
  /** Who worked the tax out: our tables, or a tax service with its own name for the calculation. */
  readonly taxSource: TaxSource;
  /** Names and versions of the tables the answer was computed from, so that it can be computed again. */
  readonly tables: readonly string[];
  readonly trace: readonly TraceStep[];
}

/** `insteadOf` names a tax service that did not answer, so that nobody takes the tables' answer for its. */
export interface TaxSource {
  readonly provider: string;
  readonly reference?: string;
  readonly insteadOf?: { readonly provider: string; readonly reason: string };
}

export interface QuoteLine {
  readonly offerId: string;
  readonly sellerId: string;
  readonly variantId: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  /** This line's part of the voucher: `quantity × unitPrice − discount` is what the line costs as shown. */
  readonly discount: Money;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  readonly taxLines: readonly TaxLine[];
  readonly fees: readonly Fee[];
  /** Levies already inside the price that the law wants shown (French copie privée). Never part of a total. */
  readonly includedLevies: readonly IncludedLevy[];
  readonly decision: TaxDecision;
  /** VAT on the margin, for finance only: a document that shows it to the buyer breaks art. 325. */
  readonly margin?: MarginDecision;
}

/** Why a line is taxed as it is. Stored with the order and never changed: it must stand when the rates, the rules and the seller have moved on. */
export interface TaxDecision {
  readonly rule: TaxRuleId;
  readonly legalBasis: string;
  /** Name and version of every table that was read. */
  readonly tables: readonly string[];
  readonly decidedAt: Instant;
  readonly vatScheme: VatScheme;
  readonly shipsFrom: string;
  readonly sellerEstablishedIn: string;
  /** Code of the place the goods go to, as the table names it. */
  readonly shipsTo: string;
  /** Set for a business buyer whose number counted. The number itself is personal, and stays with the order. */
  readonly business?: { readonly state: string; readonly proof?: VatIdProof };
  /** Set where the seller asked for the margin scheme and a unit may not have it. */
  readonly marginRefused?: MarginRefusal;
  /** Set on margin-scheme goods: whose rate is due on the margin. Which amount follows from the cost of the unit that is sent. */
  readonly marginRate?: { readonly jurisdiction: string; readonly ratePpm: number };
}

export interface TaxLine {
  readonly jurisdiction: Jurisdiction;
  /** Decimal fraction, exact, at least two decimals: `"0.20"`, `"0.255"`, `"0.08875"`. */
  readonly rate: string;
  /** The same rate in parts per million. */
  readonly ratePpm: number;
  /** Amount the rate was applied to, tax not included. */
  readonly taxable: Money;
  readonly amount: Money;
  readonly treatment: TaxTreatment;
  readonly taxCollectionResponsibility: TaxCollectionResponsibility;
  /** The provision it follows, where no tax falls. */
  readonly reason?: string;
  /** Key of the sentence the law wants on the document, in the market's legal wording; absent where it wants none. */
  readonly legalMentionKey?: string;
  /** Id of the tax holiday because of which nothing is due. */
  readonly holiday?: string;
}

export interface Jurisdiction {
  readonly country: string;
  readonly state?: string;
  readonly county?: string;
  readonly city?: string;
  readonly code: string;
  readonly name: string;
}

/** A statutory fee on a receipt line of its own. */
export interface Fee {
  readonly id: string;
  readonly name: string;
  readonly amount: Money;
  readonly jurisdiction: string;
}

export interface IncludedLevy {
  readonly id: string;
  readonly name: string;
  /** Amount without VAT, for all units of the line. */
  readonly amount: Money;
  readonly amountInclTax: Money;
}

/** VAT on a margin-scheme line (art. 315): the dispatch state's rate on the tax-inclusive margin, unit by unit, never below zero. */
export interface MarginDecision {
  readonly jurisdiction: Jurisdiction;
  readonly ratePpm: number;
  /** Absent while no unit is assigned and so no cost is known; finance computes it with `marginVat` once there is one. */
  readonly result?: { readonly cost: Money; readonly margin: Money; readonly tax: Money };
}

export interface QuoteShipping {
  readonly method: string;
  /** What delivery costs, tax not included; its tax is in `tax` and inside `totals.tax`. */
  readonly amount: Money;
  readonly tax: Money;
  readonly gross: Money;
  readonly taxLines: readonly TaxLine[];
}

export interface QuoteTotals {
  readonly net: Money;
  readonly tax: Money;
  readonly fees: Money;
  readonly shipping: Money;
  readonly gross: Money;
}

/** One decision on the way to the answer: what was decided, about which offer, from which facts. Rendered by `explain-quote.ts`. */
export interface TraceStep {
  readonly step: string;
  readonly offerId?: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}
