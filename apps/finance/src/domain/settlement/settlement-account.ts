import type { Currency, LocalDay } from '@reprise/kernel';
import type { PaymentProvider } from './settlement-line.js';

/** What a provider agreed to keep of a charge, from a day on. */
export interface FeeTerms {
  readonly validFrom: LocalDay;
  /** Share of the charge, in millionths. */
  readonly ratePpm: number;
  /** In minor units of the account's currency. */
  readonly fixedMinor: bigint;
}

/** An account at a payment provider, whose settlement files are imported. */
export interface ProviderAccount {
  readonly kind: 'provider';
  readonly id: string;
  readonly provider: PaymentProvider;
  /** The company it belongs to, as the books call it. */
  readonly entity: string;
  /** What sales call the provider, and so the clearing account of the books. */
  readonly calledInSales: string;
  /** Cells whose sales are paid into it. */
  readonly regions: readonly string[];
  /** Currencies it holds; a line in another one belongs to another account. */
  readonly currencies: ReadonlySet<Currency>;
  /** Days after which a movement must have been reported, and a payout have reached the bank. */
  readonly settlesWithinDays: number;
  /** Where it pays out to. */
  readonly bankAccount: string;
  /** How a bank statement names one of its payouts: the first group is the payout. */
  readonly payoutPattern: RegExp;
  /** Oldest first; empty where fees vary by card and only their sums can be checked. */
  readonly fees: readonly FeeTerms[];
  /** How far the provider's own exchange may lie from the reference rate of the day, in millionths. */
  readonly fxTolerancePpm: number;
}

/** An account at a bank, whose statements are imported. */
export interface BankAccount {
  readonly kind: 'bank';
  readonly id: string;
  readonly entity: string;
  /** IBAN, or the number a bank without IBANs gives it. */
  readonly number: string;
  readonly currencies: ReadonlySet<Currency>;
}

export type SettlementAccount = ProviderAccount | BankAccount;

/** Every account that money is reconciled on. */
export class SettlementAccounts {
  private readonly byId: ReadonlyMap<string, SettlementAccount>;

  constructor(readonly all: readonly SettlementAccount[]) {
    this.byId = new Map(all.map((account) => [account.id, account]));
  }

  find(id: string): SettlementAccount | undefined {
    return this.byId.get(id);
  }

  get providers(): readonly ProviderAccount[] {
    return this.all.filter((account) => account.kind === 'provider');
  }

  /** The payout that the text of a bank entry speaks of, and whose. */
  payoutIn(text: string, bankAccount: string): { readonly account: string; readonly payout: string } | undefined {
    for (const { id, bankAccount: into, payoutPattern } of this.providers) {
      const payout = into === bankAccount ? payoutPattern.exec(text)?.[1] : undefined;
      if (payout !== undefined) return { account: id, payout };
    }
    return undefined;
  }
}
