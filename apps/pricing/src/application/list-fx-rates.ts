import type { Clock, Currency, LocalDay } from '@reprise/kernel';
import { localDayAt, mustBeCurrency } from '@reprise/kernel';
import type { FxSheet } from '../domain/convert-money.js';
import { fxSources } from '../domain/fx-rate.js';
import type { FxRate, FxSourceName } from '../domain/fx-rate.js';
import { targetDaysSince } from '../domain/target-days.js';
import type { FxRates, QuoteFor } from './fx-ports.js';

export interface ListedRates {
  readonly base: Currency;
  readonly date: LocalDay;
  readonly maxAgeDays: number;
  readonly items: readonly (FxRate & { readonly ageDays: number; readonly stale: boolean })[];
  readonly jumps: readonly FxRate[];
}

/** Jumps listed beside the rates: enough to look at, few enough for a page. */
const jumpsShown = 100;

/** Rates as they count for a day, with how far each may be trusted. */
export class ListFxRates {
  constructor(
    private readonly rates: FxRates,
    private readonly clock: Clock,
    private readonly settings: { readonly maxAgeDays: number },
  ) {}

  async run(asked: {
    readonly source: FxSourceName;
    readonly date: LocalDay | undefined;
    readonly currency: string | undefined;
    readonly which: QuoteFor;
  }): Promise<ListedRates> {
    const sheet = await this.sheet(asked.source, asked.date, asked.which);
    const { base, date, maxAgeDays } = sheet;
    const wanted = [...sheet.rates.values()].filter(({ currency }) => (asked.currency ?? currency) === currency);
    const items = wanted.map((rate) => {
      const ageDays = rate.date <= date ? targetDaysSince(rate.date, date) : 0;
      return { ...rate, ageDays, stale: ageDays > maxAgeDays };
    });
    return { base, date, maxAgeDays, items, jumps: await this.rates.jumps(asked.source, date, jumpsShown) };
  }

  /** Everything a conversion on a day depends on. */
  async sheet(source: FxSourceName, asked: LocalDay | undefined, which: QuoteFor = 'previous'): Promise<FxSheet> {
    const date = asked ?? localDayAt(this.clock.now(), 'UTC');
    const rates = await this.rates.on(source, date, which);
    return { base: mustBeCurrency(fxSources[source].base), date, rates, maxAgeDays: this.settings.maxAgeDays };
  }
}
