import type { Clock, Instant, Outcome, Rejection } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import { checkScheduledPrice } from '../domain/check-scheduled-price.js';
import type { ScheduledPriceError, StatedScheduledPrice } from '../domain/check-scheduled-price.js';
import type { Offer } from '../domain/offer.js';
import type { ScheduledPrice } from '../domain/scheduled-price.js';
import type { Author } from './displayed-offers.js';
import type { MarketBook, OfferCatalogue } from './ports.js';
import type { Alarm } from './state-price-list.js';

/** A version of a price stated ahead; `withdrawn` once its seller took it back before it began. */
export interface StoredScheduledPrice {
  readonly price: ScheduledPrice;
  readonly changedAt: Instant;
  readonly author: Author;
}

/** What a change of an offer's prices stated ahead can read and write while no price list changes and no offer is priced. */
export interface ScheduleTx {
  /** Of one offer in every market, those withdrawn left out, in order of when they begin. */
  ofOffer(offerId: string): Promise<readonly StoredScheduledPrice[]>;
  /** The highest version of this id so far, withdrawn ones included; zero when there is none. */
  newestVersion(offerId: string, id: string): Promise<number>;
  append(
    price: ScheduledPrice,
    change: { readonly at: Instant; readonly author: Author; readonly withdrawn: boolean },
  ): Promise<void>;
  /** Forgets what was planned of it and lies ahead, and has the offer priced again at these moments. */
  replan(price: ScheduledPrice, moments: readonly Instant[], now: Instant, author: Author): Promise<void>;
}

/** Prices stated ahead, every version kept. */
export abstract class PriceSchedules {
  abstract ofOffer(offerId: string): Promise<readonly StoredScheduledPrice[]>;
  abstract change<T>(work: (tx: ScheduleTx) => Promise<T>): Promise<T>;
}

export type ScheduleOutcome =
  | {
      readonly change: 'created' | 'updated' | 'unchanged';
      readonly offer: Offer;
      readonly stored: StoredScheduledPrice;
    }
  | { readonly change: 'rejected'; readonly errors: readonly ScheduledPriceError[] };

export type ScheduleRefusal = Rejection<'OfferNotFound' | 'ScheduledPriceNotFound'>;

/** What is asked for: a seller's price by its SKU and its own name. */
interface Named {
  readonly sellerId: string;
  readonly sku: string;
  readonly id: string;
}

/**
 * Lets a seller state a price ahead. Quotes follow it to the millisecond; pages when the offer is priced again, which is planned here for
 * both ends of its window, so that nothing has to be looked for when the time has come.
 */
export class SchedulePrice {
  constructor(
    private readonly offers: Pick<OfferCatalogue, 'findBySku'>,
    private readonly markets: MarketBook,
    private readonly schedules: PriceSchedules,
    private readonly clock: Clock,
    private readonly alarm: Alarm,
  ) {}

  async list(sellerId: string, sku: string) {
    const offer = await this.offers.findBySku(sellerId, sku);
    if (offer === undefined) return noSuchOffer(sku);
    return { offer, items: await this.schedules.ofOffer(offer.offerId) };
  }

  async put(
    { sellerId, sku, id }: Named,
    said: StatedScheduledPrice,
    author: Author,
  ): Promise<Outcome<ScheduleOutcome, ScheduleRefusal>> {
    const [offer, markets] = await Promise.all([this.offers.findBySku(sellerId, sku), this.markets.current()]);
    if (offer === undefined) return noSuchOffer(sku);
    const market = markets.get(said.market)?.terms;
    const stated = offer.prices.find((price) => price.market === said.market);
    if (market === undefined || stated === undefined) {
      const message = `The offer has no price in the market ${said.market}: state one first.`;
      return { change: 'rejected', errors: [{ field: 'market', code: 'notPricedInMarket', message }] };
    }
    const outcome = await this.schedules.change(async (tx): Promise<ScheduleOutcome> => {
      const open = await tx.ofOffer(offer.offerId);
      const known = open.find(({ price }) => price.id === id);
      const now = this.clock.now();
      const others = open.map(({ price }) => price).filter((price) => price.market === said.market);
      const context = { id, offerId: offer.offerId, stated, market, others, known: known?.price, now };
      if (known !== undefined && saysTheSame(known.price, said)) return { change: 'unchanged', offer, stored: known };
      const checked = checkScheduledPrice(said, context);
      if ('errors' in checked) return { change: 'rejected', errors: checked.errors };
      const price = { ...checked.price, version: 1 + (await tx.newestVersion(offer.offerId, id)) };
      await tx.append(price, { at: now, author, withdrawn: false });
      await tx.replan(price, boundariesAfter(price, now), now, author);
      const stored = { price, changedAt: now, author };
      return { change: known === undefined ? 'created' : 'updated', offer, stored };
    });
    this.alarm.wake();
    return outcome;
  }

  /** Takes it back, or ends it at once when it has begun. Its versions stay. */
  async withdraw({ sellerId, sku, id }: Named, author: Author): Promise<Outcome<undefined, ScheduleRefusal>> {
    const offer = await this.offers.findBySku(sellerId, sku);
    if (offer === undefined) return noSuchOffer(sku);
    const outcome = await this.schedules.change(async (tx): Promise<Outcome<undefined, ScheduleRefusal>> => {
      const now = this.clock.now();
      const known = (await tx.ofOffer(offer.offerId)).find(({ price }) => price.id === id)?.price;
      if (known === undefined || (known.validTo !== undefined && known.validTo <= now))
        return reject('ScheduledPriceNotFound', `Nothing called ${id} is stated ahead for ${sku}.`, {
          field: 'path.scheduleId',
        });
      const begun = known.validFrom < now;
      const price = { ...known, version: known.version + 1, ...(begun ? { validTo: now } : {}) };
      await tx.append(price, { at: now, author, withdrawn: !begun });
      await tx.replan(price, known.validFrom <= now ? [now] : [], now, author);
      return undefined;
    });
    this.alarm.wake();
    return outcome;
  }

  statusOf({ validFrom, validTo }: ScheduledPrice): 'scheduled' | 'active' | 'ended' {
    const now = this.clock.now();
    if (validTo !== undefined && now >= validTo) return 'ended';
    return now < validFrom ? 'scheduled' : 'active';
  }
}

function noSuchOffer(sku: string): Rejection<'OfferNotFound'> {
  return reject('OfferNotFound', `You have no offer with the SKU ${sku}.`, { field: 'path.sku' });
}

function boundariesAfter({ validFrom, validTo }: ScheduledPrice, now: Instant): Instant[] {
  return [validFrom, validTo].filter((at): at is Instant => at !== undefined && at > now);
}

/** Compared as values: 449.0 is 449.00, and a moment may be written in any offset. */
function saysTheSame(known: ScheduledPrice, said: StatedScheduledPrice): boolean {
  const moment = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
  return (
    known.market === said.market &&
    known.kind === said.kind &&
    known.price.toDecimalString() === said.amount &&
    (said.currency ?? known.price.currency) === known.price.currency &&
    known.validFrom === moment(said.validFrom) &&
    known.validTo === moment(said.validTo)
  );
}
