import type { Jurisdiction, TaxCollectionResponsibility, TaxTreatment } from './quote.js';
import type { MarginRefusal } from './refuse-margin.js';
import type { TaxRuleId } from './tax-rules.js';

/** One jurisdiction's rate on an amount. */
export interface StackedRate {
  readonly jurisdiction: Jurisdiction;
  readonly ratePpm: number;
  readonly rate: string;
  /** Where this jurisdiction treats the amount otherwise than the stack. */
  readonly treatment?: TaxTreatment;
  /** Id of the tax holiday that takes this jurisdiction's tax away. */
  readonly holiday?: string;
}

/** Everything that decides the tax of an amount but the amount: the rates that lie on each other there, and who owes them under which rule. */
export interface TaxStack {
  readonly rule: TaxRuleId;
  /** Amounts whose stacks have one key are rounded together. */
  readonly roundingKey: string;
  readonly rates: readonly StackedRate[];
  readonly combinedPpm: number;
  readonly treatment: TaxTreatment;
  readonly responsibility: TaxCollectionResponsibility;
  readonly legalMentionKey?: LegalMentionKey;
  /** Rate of the tax that is inside the shown price and falls away with this treatment (export, intra-EU supply); the buyer pays without it. */
  readonly takenOutPpm?: number;
  /** Why goods offered under the margin scheme are taxed in full. */
  readonly marginRefused?: MarginRefusal;
  /** Set on margin-scheme goods: the dispatch state's rate, which is due on the margin and never shown. */
  readonly margin?: StackedRate;
  /** Set on a tax holiday's stack. */
  readonly holiday?: string;
  /** A part of every unit that falls under another stack: the first so many dollars on some tax holidays. */
  readonly relief?: { readonly stack: TaxStack; readonly unitMinor: bigint };
}

/** Keys of the `legal` wording in `markets/locales/`. */
export type LegalMentionKey = 'marginScheme' | 'reverseCharge' | 'intraEuSupply' | 'export' | 'deemedSupplier';
