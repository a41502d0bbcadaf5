import type { Clock, LocalDay, Outcome, Rejection } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import { crossRate } from '../domain/convert-money.js';
import type { FxRejection } from '../domain/convert-money.js';
import type { FxSourceName } from '../domain/fx-rate.js';
import type { PriceProposalSet } from '../domain/price-proposal.js';
import type { Author } from './displayed-offers.js';
import type { ListFxRates } from './list-fx-rates.js';
import type { Market, MarketBook } from './ports.js';
import type { ProposalDesk } from './proposal-ports.js';

export interface ProposalTerms {
  readonly fromMarket: string;
  readonly toMarket: string;
  readonly date: LocalDay | undefined;
  readonly source: FxSourceName;
  readonly marginPpm: number;
  readonly outlierPpm: number;
}

/** Rings when there is work that goes on by itself. */
export interface ProposalBell {
  wake(): void;
}

/** Begins a set of proposed prices. Its rates are looked up at once, so that a day without them is refused here and not half-way. */
export class BeginProposal {
  constructor(
    private readonly desk: ProposalDesk,
    private readonly markets: MarketBook,
    private readonly fxRates: ListFxRates,
    private readonly bell: ProposalBell,
    private readonly clock: Clock,
    private readonly settings: { readonly region: string },
  ) {}

  /** The same id with the same terms is the same set, however often it is asked for. */
  async run(
    id: string,
    terms: ProposalTerms,
    author: Author,
  ): Promise<
    Outcome<
      { readonly set: PriceProposalSet; readonly begun: boolean },
      FxRejection | Rejection<'MarketNotFound' | 'MarketInOtherRegion' | 'ConcurrentModification'>
    >
  > {
    const markets = await this.markets.current();
    const from = this.find(markets, 'fromMarket', terms.fromMarket);
    if (isRejection(from)) return from;
    const to = this.find(markets, 'toMarket', terms.toMarket);
    if (isRejection(to)) return to;
    const sheet = await this.fxRates.sheet(terms.source, terms.date);
    const rate = crossRate(from.terms.currency, to.terms.currency, sheet);
    if (isRejection(rate)) return rate as FxRejection;
    const used = [from.terms.currency, to.terms.currency].flatMap((currency) => sheet.rates.get(currency) ?? []);
    const { fromMarket, toMarket, source, marginPpm, outlierPpm } = terms;
    const wanted: PriceProposalSet = {
      ...{ id, version: 1, status: 'building', fromMarket, toMarket, source, marginPpm, outlierPpm },
      currency: to.terms.currency,
      date: sheet.date,
      rates: [...new Set(used)],
      begun: { ...author, at: this.clock.now() },
      decision: undefined,
      builtTo: undefined,
    };
    const { set, begun } = await this.desk.inTransaction((tx) => tx.begin(wanted));
    if (!sameTerms(set, wanted))
      return reject('ConcurrentModification', `The proposal ${id} was begun with other terms: use another id.`, {
        field: 'path.proposalId',
      });
    this.bell.wake();
    return { set, begun };
  }

  private find(
    markets: ReadonlyMap<string, Market>,
    field: string,
    code: string,
  ): Outcome<Market, Rejection<'MarketNotFound' | 'MarketInOtherRegion'>> {
    const market = markets.get(code);
    if (market === undefined) return reject('MarketNotFound', `There is no market called ${code}.`, { field });
    if (market.region === this.settings.region) return market;
    return reject('MarketInOtherRegion', `The market ${code} is served by the region ${market.region}.`, { field });
  }
}

function sameTerms(a: PriceProposalSet, b: PriceProposalSet): boolean {
  return (['fromMarket', 'toMarket', 'date', 'source', 'marginPpm', 'outlierPpm'] as const).every(
    (key) => a[key] === b[key],
  );
}
