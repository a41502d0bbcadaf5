import type { Currency, LocalDay, Ratio } from '@reprise/kernel';
import { invariant } from '@reprise/kernel';

/** Parts an account plays in a posting; which account it is, the chart says. */
export type AccountRole =
  | 'buyers'
  | 'sellerPayable'
  | 'sellerReserve'
  | 'outputVat'
  | 'marketplaceTax'
  | 'statutoryFees'
  | 'accruedCommission'
  | 'bank'
  | 'pspClearing'
  | 'conversion'
  | 'pspFees'
  | 'chargebackLoss'
  | 'suspense'
  | 'roundingLoss'
  | 'fxLoss'
  | 'commission'
  | 'serviceFee'
  | 'roundingGain'
  | 'fxGain';

export interface Account {
  readonly code: string;
  /** By language; English is always there. */
  readonly name: Readonly<Record<string, string>>;
  readonly type: 'asset' | 'liability' | 'income' | 'expense';
  /** What its subledger is kept by. */
  readonly per: string;
  /** Revalued at the closing day's rate. */
  readonly monetary: boolean;
}

/** One company with books of its own. */
export interface Entity {
  readonly id: string;
  readonly name: string;
  /** Cells whose sales are its own. */
  readonly regions: readonly string[];
  readonly country: string;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly registrationNumber: string;
  readonly vatNumber?: string;
  readonly settlementOf: (presentment: Currency) => Currency;
  /** VAT on what it charges sellers at home, newest last. */
  readonly serviceVat: readonly { readonly validFrom: LocalDay; readonly rate: Ratio }[];
  readonly accountOf: (role: AccountRole) => string;
}

/** What share of the shown price the marketplace keeps. A row without market or category holds for any. */
export interface CommissionRow {
  readonly validFrom: LocalDay;
  readonly market?: string;
  readonly category?: string;
  readonly rate: Ratio;
  /** As it is written, for people: `0.10`. */
  readonly rateText: string;
}

/** Everything the posting rules read besides the facts. */
export interface Books {
  readonly version: string;
  readonly reportingCurrency: Currency;
  readonly fxSource: string;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly journals: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly entities: readonly Entity[];
  readonly commission: readonly CommissionRow[];
  /** Fees of a sale that are the marketplace's own revenue. */
  readonly serviceFees: ReadonlyMap<string, { readonly vatInside: boolean }>;
}

/** The company a cell's sales belong to; undefined for a cell nobody has written into the books. */
export function entityOfRegion(books: Books, region: string): Entity | undefined {
  return books.entities.find(({ regions }) => regions.includes(region));
}

/** A company that something in the ledger names. */
export function mustBeEntity(books: Books, id: string): Entity {
  const entity = books.entities.find((each) => each.id === id);
  invariant(entity, `the books know the company ${id}`);
  return entity;
}
