import type { Clock, Currency } from '@reprise/kernel';
import { invariant, plusMs } from '@reprise/kernel';
import type { Books } from '../../domain/ledger/books.js';
import { mustBeEntity } from '../../domain/ledger/books.js';
import type { MoneyMoved } from '../../domain/settlement/money-moved.js';
import type { ProviderAccount, SettlementAccounts } from '../../domain/settlement/settlement-account.js';
import type { PostingDesk } from '../ledger/ports.js';
import type { EntitySettlement } from '../ledger/post-settlements.js';
import { currenciesOf, PostSettlements } from '../ledger/post-settlements.js';

/** Imported files whose money is not in the books yet. */
export interface SettledDesks {
  /** A file that is due and was not tried since, with a transaction around what is done with it; false when there is none. */
  withDueFile(
    triedBefore: number,
    work: (fileId: string, desk: PostingDesk, moved: MoneyMoved) => Promise<'booked' | { readonly waitsFor: string }>,
  ): Promise<boolean>;
}

/** How long what could not be booked rests: the rate it waits for comes within the day. */
const retryMs = 60_000;

/** Books what imported files say moved, a file a transaction: fees, exchanges, disputes, and payouts once the bank has booked them. */
export class PostSettled {
  private readonly settlements: PostSettlements;

  constructor(
    private readonly desks: SettledDesks,
    private readonly books: Books,
    private readonly accounts: SettlementAccounts,
    private readonly clock: Clock,
  ) {
    this.settlements = new PostSettlements(books);
  }

  /** Whether there may be more right away. */
  run(): Promise<boolean> {
    return this.desks.withDueFile(plusMs(this.clock.now(), -retryMs), async (fileId, desk, moved) => {
      const settlements = this.settlementsOf(fileId, moved);
      const missing = await this.missingRate(desk, settlements);
      if (missing !== undefined) return { waitsFor: missing };
      await this.settlements.run(desk, settlements);
      return 'booked';
    });
  }

  private settlementsOf(fileId: string, { fees, exchanges, chargebacks, payouts }: MoneyMoved): EntitySettlement[] {
    const document = { kind: 'settlementFile', ref: fileId };
    const of = (id: string): ProviderAccount => this.mustFind(id);
    return [
      ...fees.map(({ account, payout, amount, at }): EntitySettlement => ({
        ...{ kind: 'pspFee', source: 'settlement', sourceId: `${fileId} ${account} ${payout ?? ''}`.trim() },
        ...{ entity: of(account).entity, provider: of(account).calledInSales, fee: amount, occurredAt: at, document },
      })),
      ...exchanges.map(({ account, payout, given, amount, at }): EntitySettlement => ({
        ...{ kind: 'pspExchange', source: 'settlement' },
        sourceId: `${fileId} ${account} ${payout ?? ''} ${given.currency}`,
        ...{ entity: of(account).entity, provider: of(account).calledInSales, given, got: amount },
        ...{ occurredAt: at, document },
      })),
      ...chargebacks.map(({ account, key, isWon, amount, at, orderId, sellerId }): EntitySettlement => ({
        ...{ kind: isWon ? 'chargebackWon' : 'chargeback', source: 'settlement', sourceId: `${account} ${key}` },
        ...{ entity: of(account).entity, provider: of(account).calledInSales, amount, occurredAt: at, document },
        bornBy: sellerId === undefined ? 'marketplace' : { sellerId },
        ...(orderId !== undefined && { orderId }),
      })),
      ...payouts.map(({ bankAccount, key, account, amount, at }): EntitySettlement => ({
        ...{ kind: 'pspPayout', source: 'bank', sourceId: `${bankAccount} ${key}`, entity: of(account).entity },
        ...{ provider: of(account).calledInSales, bankAccount, cleared: amount, received: amount },
        ...{ occurredAt: at, document },
      })),
    ];
  }

  /** A currency that cannot be valued in its company's own yet. */
  private async missingRate(desk: PostingDesk, settlements: readonly EntitySettlement[]): Promise<string | undefined> {
    for (const settlement of settlements) {
      const { currency: own, timeZone } = mustBeEntity(this.books, settlement.entity);
      const foreign = currenciesOf(settlement).filter((currency: Currency) => currency !== own);
      if (foreign.length === 0) continue;
      const rates = await desk.ratesInto(own, settlement.occurredAt, timeZone);
      const missing = foreign.find((currency) => rates.find(currency) === undefined);
      if (missing !== undefined) return `There is no rate of ${missing} into ${own} before ${settlement.sourceId}.`;
    }
    return undefined;
  }

  private mustFind(id: string): ProviderAccount {
    const account = this.accounts.find(id);
    invariant(account?.kind === 'provider', `${id} is an account at a provider`);
    return account;
  }
}
