import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock, Outcome, Rejection } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import { compileMarketTerms } from '../domain/market-terms.js';
import type { MarketTerms, MarketTermsSource } from '../domain/market-terms.js';
import { effectOn, EffectTally } from '../domain/plan-effects.js';
import type { PlannedOffer } from '../domain/plan-effects.js';
import type { ShipTo } from '../domain/quote.js';
import type { PriceTables } from '../domain/tax-tables.js';
import type { LaunchShelf } from './launch-ports.js';
import type { Market, MarketBook, PriceTableBook } from './ports.js';

/** Offers with a price in a market, by id, as a plan looks at them. */
export interface PlanShelf {
  pricedIn(
    market: string,
    page: { readonly after: string | undefined; readonly limit: number },
  ): Promise<readonly PlannedOffer[]>;
}

/** A definition and the tables that come with it, compiled. */
export interface PlannedMarket {
  readonly definition: MarketTermsSource & { readonly region: string };
  readonly tables: PriceTables;
  readonly shipTo: ShipTo | undefined;
}

export interface MarketPlan {
  /** As this service has heard it; undefined where there is no such market yet. */
  readonly current: Market | undefined;
  readonly deliverable: number;
  readonly priced: number;
  readonly shipTo: ShipTo;
  readonly tally: EffectTally;
}

/** Offers read at once, and priced before whoever else waits for this process has its turn: two milliseconds or so. */
const size = { page: 5_000, turn: 100 };

/** Prices every offer of a market as things are and as they would be. Changes nothing. */
export class PlanMarket {
  constructor(
    private readonly parts: {
      readonly markets: MarketBook;
      readonly tables: PriceTableBook;
      readonly launchShelf: LaunchShelf;
      readonly planShelf: PlanShelf;
      readonly clock: Clock;
      readonly region: string;
    },
  ) {}

  async run(code: string, planned: PlannedMarket): Promise<Outcome<MarketPlan, Rejection<'MarketInOtherRegion'>>> {
    const { region } = planned.definition;
    if (region !== this.parts.region)
      return reject('MarketInOtherRegion', `The market ${code} is planned for the region ${region}: ask its gateway.`, {
        field: 'definition.region',
      });
    const [markets, stored] = await Promise.all([this.parts.markets.current(), this.parts.tables.current()]);
    const current = markets.get(code);
    const terms = compileMarketTerms(planned.definition);
    const tables: PriceTables = {
      taxes: new Map([...stored.taxes, ...planned.tables.taxes]),
      fees: new Map([...stored.fees, ...planned.tables.fees]),
    };
    const shipTo = planned.shipTo ?? { country: terms.homeCountry };
    const at = this.parts.clock.now();
    const now = { terms: current?.terms, tables: stored, shipTo, at };
    const tally = await this.compare(code, now, { terms, tables, shipTo, at });
    const { same, repriced, stopping, starting } = tally.counts;
    const priced = same + repriced + stopping + starting;
    return { current, deliverable: await this.deliverable(terms), priced, shipTo, tally };
  }

  private async compare(
    code: string,
    now: Parameters<typeof effectOn>[1],
    planned: Parameters<typeof effectOn>[2],
  ): Promise<EffectTally> {
    const tally = new EffectTally();
    for (let after: string | undefined; ;) {
      const offers = await this.parts.planShelf.pricedIn(code, { after, limit: size.page });
      for (const [i, offer] of offers.entries()) {
        tally.add(effectOn(offer, now, planned));
        // Quotes for buyers are made by this process too.
        if (i % size.turn === 0) await nextTurn();
      }
      if (offers.length < size.page) return tally;
      after = offers.at(-1)?.offerId;
    }
  }

  private async deliverable(terms: MarketTerms): Promise<number> {
    return (await this.parts.launchShelf.counts(terms)).prices.total;
  }
}
