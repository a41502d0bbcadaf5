import type { Currency, Instant, Ratio } from '@reprise/kernel';
import { Bug } from '@reprise/kernel';
import type { Books, Entity } from '../../domain/ledger/books.js';
import { entityOfRegion } from '../../domain/ledger/books.js';
import type { FrozenCommission } from '../../domain/ledger/commission.js';
import { freezeCommission } from '../../domain/ledger/commission.js';
import type { NewEntry } from '../../domain/ledger/entry.js';
import type { Movement, MoneyMovement } from '../../domain/ledger/movement.js';
import { entryOf } from '../../domain/ledger/post-order.js';
import type { OrderToBook, PostingDesk } from './ports.js';

/** Something an entry needs is not known yet: it is booked when it is. */
class NotYet extends Error {}

/**
 * Books what is due of orders, in the transaction that is open: sales, refunds and parcels, each once. What cannot be booked yet (no exchange
 * rate, a company nobody wrote into the books) stays due with its reason and holds nobody else up.
 */
export class PostOrders {
  constructor(private readonly books: Books) {}

  async run(desk: PostingDesk, orderIds: readonly string[]): Promise<void> {
    const entries: NewEntry[] = [];
    const frozen: FrozenCommission[] = [];
    const settled: Movement[] = [];
    for (const order of await desk.loadOrders([...new Set(orderIds)])) {
      const due = order.movements.filter((each) => each.due).map(({ movement }) => movement);
      try {
        const plan = await this.plan(desk, order, due);
        entries.push(...plan.entries);
        frozen.push(...plan.frozen);
        settled.push(...due);
      } catch (error) {
        // A wrong rule must not keep a sale from being stored: it is found among what is due, and the close waits for it.
        if (!(error instanceof NotYet || error instanceof Bug)) throw error;
        await desk.defer(due, error.message);
      }
    }
    await desk.freeze(frozen);
    await desk.ledger.append(entries);
    await desk.settle(settled);
  }

  private async plan(
    desk: PostingDesk,
    order: OrderToBook,
    due: readonly Movement[],
  ): Promise<{ entries: NewEntry[]; frozen: readonly FrozenCommission[] }> {
    const { sale } = order;
    if (sale === undefined) throw new NotYet('its sale was not heard yet');
    const entity = entityOfRegion(this.books, order.region);
    if (entity === undefined) throw new NotYet(`no company of the books has the region ${order.region}`);
    const known = order.commissions.length > 0;
    const commissions = known ? order.commissions : await this.freeze(desk, entity, sale);
    const booked = order.movements.filter((each) => !each.due).map(({ movement }) => movement);
    const entries: NewEntry[] = [];
    for (const movement of due) {
      const rates = await ratesOf(desk, entity, movement.occurredAt, sale.gross.currency);
      const entry = entryOf(this.books, entity, { sale, commissions, booked }, movement, rates);
      if (entry) entries.push(entry);
      booked.push(movement);
    }
    return { entries, frozen: known ? [] : commissions };
  }

  private async freeze(desk: PostingDesk, entity: Entity, sale: MoneyMovement): Promise<FrozenCommission[]> {
    const variants = sale.lines.map(({ variantId }) => variantId);
    const categories = await desk.categoriesOf(variants);
    const byCategory = this.books.commission.some(({ category }) => category !== undefined);
    if (byCategory && variants.some((variant) => !categories.has(variant)))
      throw new NotYet('the category of what was sold was not heard yet');
    return freezeCommission(this.books, entity, sale, (variantId) => categories.get(variantId));
  }
}

async function ratesOf(
  desk: PostingDesk,
  entity: Entity,
  on: Instant,
  needed: Currency,
): Promise<(currency: Currency) => Ratio> {
  const { currency: base, timeZone } = entity;
  const rates = needed === base ? undefined : await desk.ratesInto(base, on, timeZone);
  return (currency) => {
    const quote = rates?.find(currency);
    if (quote === undefined) throw new NotYet(`no exchange rate of ${currency} into ${base} is known for that day`);
    return quote.rate;
  };
}
