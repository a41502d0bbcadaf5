import type { Instant } from '@reprise/kernel';
import type { PriceList } from './price-list.js';
import { byPrecedence, isInForce } from './price-list.js';
import { indexScheduled } from './scheduled-price.js';
import type { ScheduledByOffer, ScheduledPrice } from './scheduled-price.js';

const none: readonly PriceList[] = [];
const noneScheduled: readonly ScheduledPrice[] = [];

/** Between two boundaries of a market the same lists are in force, so they are looked for once. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly lists: readonly PriceList[];
}

/** Every price list by market, in order of precedence, and every price sellers stated ahead. A changed one is a new index. */
export class PriceListIndex {
  private readonly byMarket = new Map<string, PriceList[]>();
  private readonly lastAsked = new Map<string, Stretch>();

  private readonly scheduled: ReadonlyMap<string, ScheduledByOffer>;

  constructor(lists: Iterable<PriceList>, scheduled: Iterable<ScheduledPrice> = []) {
    this.scheduled = indexScheduled(scheduled);
    for (const list of lists) {
      const known = this.byMarket.get(list.market);
      if (known === undefined) this.byMarket.set(list.market, [list]);
      else known.push(list);
    }
    for (const known of this.byMarket.values()) known.sort(byPrecedence);
  }

  /** What the seller stated ahead for an offer, in order of when it begins: present, to come and of late. */
  scheduledFor(market: string, offerId: string): readonly ScheduledPrice[] {
    return this.scheduled.get(market)?.get(offerId) ?? noneScheduled;
  }

  /** Past, present and to come. */
  ofMarket(market: string): readonly PriceList[] {
    return this.byMarket.get(market) ?? none;
  }

  /** Those in force at a moment, first in precedence first. */
  inForce(market: string, at: Instant): readonly PriceList[] {
    const lists = this.byMarket.get(market);
    if (lists === undefined) return none;
    const last = this.lastAsked.get(market);
    if (last !== undefined && at >= last.from && at < last.until) return last.lists;
    const boundaries = lists.flatMap(({ validFrom, validTo }) =>
      validTo === undefined ? [validFrom] : [validFrom, validTo],
    );
    const stretch: Stretch = {
      from: Math.max(-Infinity, ...boundaries.filter((boundary) => boundary <= at)),
      until: Math.min(Infinity, ...boundaries.filter((boundary) => boundary > at)),
      lists: lists.filter((list) => isInForce(list, at)),
    };
    this.lastAsked.set(market, stretch);
    return stretch.lists;
  }
}

/** No list at all: every price is its seller's. */
export const noPriceLists = new PriceListIndex([]);
