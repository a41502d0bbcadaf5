import type { Currency, Instant, Ratio } from '@reprise/kernel';
import { Bug } from '@reprise/kernel';
import type { Books, Entity } from '../../domain/ledger/books.js';
import { mustBeEntity } from '../../domain/ledger/books.js';
import type { NewEntry } from '../../domain/ledger/entry.js';
import type { Settlement } from '../../domain/ledger/post-settlement.js';
import { settlementEntry } from '../../domain/ledger/post-settlement.js';
import type { PostedEntry, PostingDesk } from './ports.js';

/** A settlement event with the company it is of. */
export type EntitySettlement = Settlement & { readonly entity: string };

/**
 * Books what providers, banks and payout runs report, in the transaction that is open: each (source, sourceId, kind) once, so that a file read
 * again books nothing twice. A rate that is missing is a Bug here: whoever imports a statement checks for it first and says so by line.
 */
export class PostSettlements {
  constructor(private readonly books: Books) {}

  async run(
    desk: Pick<PostingDesk, 'ledger' | 'ratesInto'>,
    settlements: readonly EntitySettlement[],
  ): Promise<PostedEntry[]> {
    const entries: NewEntry[] = [];
    for (const settlement of settlements) {
      const entity = mustBeEntity(this.books, settlement.entity);
      entries.push(settlementEntry(entity, settlement, await this.ratesOf(desk, entity, settlement)));
    }
    return desk.ledger.append(entries);
  }

  private async ratesOf(
    desk: Pick<PostingDesk, 'ratesInto'>,
    entity: Entity,
    settlement: Settlement & { readonly occurredAt: Instant },
  ): Promise<(currency: Currency) => Ratio> {
    const isForeign = currenciesOf(settlement).some((currency) => currency !== entity.currency);
    const rates = isForeign ? await desk.ratesInto(entity.currency, settlement.occurredAt, entity.timeZone) : undefined;
    return (currency) => {
      const quote = rates?.find(currency);
      if (quote) return quote.rate;
      throw new Bug(`${settlement.kind} ${settlement.sourceId} needs a rate of ${currency} into ${entity.currency}`);
    };
  }
}

/** Currencies a settlement is booked in. */
export function currenciesOf(settlement: Settlement): Currency[] {
  switch (settlement.kind) {
    case 'pspFee':
      return [settlement.fee.currency];
    case 'pspPayout':
      return [settlement.cleared.currency, settlement.received.currency];
    case 'pspExchange':
      return [settlement.given.currency, settlement.got.currency];
    case 'sellerPayout':
      return [settlement.paid.currency];
    default:
      return [settlement.amount.currency];
  }
}
