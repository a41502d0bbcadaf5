import type { Clock, Instant, Outcome, Rejection } from '@reprise/kernel';
import { canonicalJson, reject } from '@reprise/kernel';
import { compilePriceList } from '../domain/compile-price-list.js';
import type { StatedPriceList } from '../domain/compile-price-list.js';
import { findClash } from '../domain/find-clash.js';
import type { PriceList } from '../domain/price-list.js';
import { isInForce } from '../domain/price-list.js';
import { priceListErrors } from '../domain/validate-price-list.js';
import type { Author } from './displayed-offers.js';
import type { Market, MarketBook } from './ports.js';
import type { PriceLists, PriceListTx, StoredPriceList } from './price-lists.js';
import type { StatementError } from './state-offers.js';

export type PriceListOutcome =
  | { readonly change: 'created' | 'updated' | 'unchanged'; readonly stored: StoredPriceList }
  | { readonly change: 'rejected'; readonly errors: readonly StatementError[] };

/** Told that something may be due sooner than it was. */
export interface Alarm {
  wake(): void;
}

/**
 * States or deletes a price list. What it covers is priced again at once and at each end of its window, not in this call: a sale on
 * 100,000 offers is accepted as fast as one on ten. The same statement again changes nothing.
 */
export class StatePriceList {
  constructor(
    private readonly lists: PriceLists,
    private readonly markets: MarketBook,
    private readonly clock: Clock,
    private readonly alarm: Alarm,
    private readonly settings: { readonly region: string },
  ) {}

  async put(
    id: string,
    stated: StatedPriceList,
    author: Author,
  ): Promise<Outcome<PriceListOutcome, Rejection<'OverlappingPriceValidity'>>> {
    const market = (await this.markets.current()).get(stated.rules.market);
    const outcome = await this.lists.change(async (tx) => {
      const known = await tx.newest(id);
      if (known?.stated !== undefined && canonicalJson(known.stated) === canonicalJson(stated))
        return { change: 'unchanged' as const, stored: known };
      const now = this.clock.now();
      const errors = await errorsOf(tx, stated, market, this.settings.region, now);
      if (market === undefined || errors.length > 0) return { change: 'rejected' as const, errors };
      const version = (known?.version ?? 0) + 1;
      const { currency } = market.terms;
      const list = compilePriceList(stated, { id, version, currency });
      const clash = findClash(list, (await tx.current()).ofMarket(list.market));
      if (clash !== undefined) return rejectClash(list, clash);
      await tx.append({ id, version, market: market.code, currency, stated, changedAt: now, author });
      await replan(tx, id, known?.list, list, now, author);
      const stored = { id, version, changedAt: now, author, stated, list };
      return { change: known?.stated === undefined ? ('created' as const) : ('updated' as const), stored };
    });
    this.alarm.wake();
    return outcome;
  }

  /** Ends the list at once. Its versions stay. */
  async delete(id: string, author: Author): Promise<Outcome<undefined, Rejection<'PriceListNotFound'>>> {
    const outcome = await this.lists.change(async (tx) => {
      const known = await tx.newest(id);
      if (known?.list === undefined) return noSuchList(id);
      const now = this.clock.now();
      const { market } = known.list;
      const version = known.version + 1;
      await tx.append({ id, version, market, currency: '', stated: undefined, changedAt: now, author });
      await replan(tx, id, known.list, undefined, now, author);
      return undefined;
    });
    this.alarm.wake();
    return outcome;
  }

  statusOf(list: PriceList): 'scheduled' | 'active' | 'ended' {
    const now = this.clock.now();
    if (isInForce(list, now)) return 'active';
    return now < list.validFrom ? 'scheduled' : 'ended';
  }
}

export function noSuchList(id: string): Rejection<'PriceListNotFound'> {
  return reject('PriceListNotFound', `There is no price list ${id}.`, { field: 'path.listId' });
}

async function errorsOf(
  tx: PriceListTx,
  stated: StatedPriceList,
  market: Market | undefined,
  region: string,
  now: Instant,
): Promise<StatementError[]> {
  const field = 'rules.market';
  if (market === undefined)
    return [{ field, code: 'marketNotFound', message: `There is no market called ${stated.rules.market}.` }];
  if (market.region !== region)
    return [{ field, code: 'marketInOtherRegion', message: `The market ${market.code} belongs to ${market.region}.` }];
  const { adjustment } = stated;
  const named = adjustment.type === 'fixedPrices' ? adjustment.prices.map(({ offerId }) => offerId) : [];
  const unknown = named.length === 0 ? new Set<string>() : await tx.unknownOffers(named);
  return [
    ...priceListErrors(stated, market.terms, now),
    ...named.flatMap((offerId, i) =>
      unknown.has(offerId)
        ? [
            {
              field: `adjustment.prices[${i}].offerId`,
              code: 'offerNotFound',
              message: `There is no offer ${offerId}.`,
            },
          ]
        : [],
    ),
  ];
}

/** Both sides of a change are priced again now if they are or were in force, and the new one whenever its window opens or closes. */
async function replan(
  tx: PriceListTx,
  id: string,
  before: PriceList | undefined,
  after: PriceList | undefined,
  now: Instant,
  author: Author,
): Promise<void> {
  await tx.unplan(id, now);
  if (before !== undefined && isShown(before) && isInForce(before, now)) await tx.plan(before, [now], author);
  if (after === undefined || !isShown(after)) return;
  const boundaries = [after.validFrom, after.validTo].filter((at) => at !== undefined && at > now) as Instant[];
  await tx.plan(after, isInForce(after, now) ? [now, ...boundaries] : boundaries, author);
}

/** A page shows the price of one unit, so a list that begins at more changes no page. */
function isShown({ scope }: PriceList): boolean {
  return scope.minQuantity <= 1;
}

function rejectClash(list: PriceList, clash: PriceList): Rejection<'OverlappingPriceValidity'> {
  const until = clash.validTo === undefined ? 'without end' : `until ${new Date(clash.validTo).toISOString()}`;
  return reject(
    'OverlappingPriceValidity',
    `The list ${clash.id} has the same priority ${list.priority}, covers some of the same offers from ${new Date(clash.validFrom).toISOString()} ${until}, and neither is the narrower: give one of them another priority.`,
    { field: 'priority', details: { listId: clash.id, priority: clash.priority } },
  );
}
