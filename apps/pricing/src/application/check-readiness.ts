import type { Clock, Outcome, Rejection } from '@reprise/kernel';
import { isRejection, localDayAt, mustBeLocalDay, reject } from '@reprise/kernel';
import { checkPricingTerms } from '../domain/check-pricing-terms.js';
import type { CheckedPart, Finding, TermsCheck } from '../domain/check-pricing-terms.js';
import type { ExampleBook, LaunchShelf, ShelfCheck, ShelfCount } from './launch-ports.js';
import { shelfChecks } from './launch-ports.js';
import type { ListFxRates } from './list-fx-rates.js';
import type { Market, MarketBook, PriceTableBook } from './ports.js';

export type CheckOutcome = 'pass' | 'warn' | 'block';

export interface ReadinessCheck {
  readonly check: TermsCheck | ShelfCheck;
  readonly outcome: CheckOutcome;
  readonly failing: number;
  readonly total: number;
  readonly message: string;
}

export type ReadinessRejection = Rejection<'MarketNotFound' | 'MarketInOtherRegion'>;

/** Says what pricing knows of a market's readiness to open. */
export class CheckReadiness {
  constructor(
    private readonly parts: {
      readonly markets: MarketBook;
      readonly tables: PriceTableBook;
      readonly fxRates: ListFxRates;
      readonly shelf: LaunchShelf;
      readonly examples: ExampleBook;
      readonly clock: Clock;
      readonly region: string;
    },
  ) {}

  async run(
    code: string,
    date: string | undefined,
  ): Promise<Outcome<{ readonly version: number; readonly checks: readonly ReadinessCheck[] }, ReadinessRejection>> {
    const market = await this.find(code);
    if (isRejection(market)) return market;
    const [terms, counts] = await Promise.all([this.terms(market, date), this.parts.shelf.counts(market.terms)]);
    const ofTerms = Object.entries(terms).map(([check, part]) => ofPart(check as TermsCheck, part));
    const ofShelf = shelfChecks.map((check) => ofShelfCheck(check, counts[check], counts.prices));
    return { version: market.version, checks: [...ofTerms, ...ofShelf] };
  }

  /** Everything that fails one check, page by page. */
  async items(
    code: string,
    check: string,
    date: string | undefined,
    page: { readonly after: string | undefined; readonly limit: number },
  ): Promise<Outcome<{ readonly items: readonly Finding[]; readonly next: string | undefined }, ReadinessRejection>> {
    const market = await this.find(code);
    if (isRejection(market)) return market;
    const shelfCheck = shelfChecks.find((each) => each === check);
    if (shelfCheck !== undefined) {
      const found = await this.parts.shelf.failing(shelfCheck, market.terms, { ...page, limit: page.limit + 1 });
      const items = found.slice(0, page.limit);
      return {
        items: items.map(({ subject, message }) => ({ subject, message })),
        next: found.length > page.limit ? items.at(-1)?.id : undefined,
      };
    }
    const terms: Readonly<Record<string, CheckedPart>> = await this.terms(market, date);
    const findings = terms[check]?.findings ?? [];
    const from = Number(page.after ?? 0) || 0;
    const to = from + page.limit;
    return { items: findings.slice(from, to), next: to < findings.length ? String(to) : undefined };
  }

  private async find(code: string): Promise<Outcome<Market, ReadinessRejection>> {
    const market = (await this.parts.markets.current()).get(code);
    if (market === undefined)
      return reject('MarketNotFound', `There is no market called ${code}.`, { field: 'path.market' });
    if (market.region === this.parts.region) return market;
    return reject('MarketInOtherRegion', `The market ${code} is served by the region ${market.region}.`, {
      field: 'path.market',
    });
  }

  private async terms(market: Market, date: string | undefined) {
    const day = date ?? localDayAt(this.parts.clock.now(), market.terms.timeZone);
    const [tables, examples, fx] = await Promise.all([
      this.parts.tables.current(),
      this.parts.examples.newest(market.code),
      this.parts.fxRates.sheet('ecb', mustBeLocalDay(day)),
    ]);
    return checkPricingTerms(market.terms, day, { tables, examples, fx });
  }
}

function ofPart(check: TermsCheck, { severity, findings, total }: CheckedPart): ReadinessCheck {
  const [first, ...more] = findings;
  return {
    check,
    outcome: first === undefined ? 'pass' : severity,
    failing: findings.length,
    total,
    message:
      first === undefined
        ? `${total} checked.`
        : `${first.subject}: ${first.message}${more.length === 0 ? '' : ` And ${more.length} more.`}`,
  };
}

/** What a count means: a market with nothing to sell blocks, unless the whole region has nothing yet; a part missing warns. */
function ofShelfCheck(check: ShelfCheck, { failing, total }: ShelfCount, prices: ShelfCount): ReadinessCheck {
  const counted = { check, failing, total };
  const working = total - failing;
  if (prices.total === 0)
    return { ...counted, outcome: 'warn', message: 'Nothing is offered in this region yet that could be sold here.' };
  if (check !== 'offerTerms' && total > 0 && working === 0)
    return { ...counted, outcome: 'block', message: messages[check].none };
  // The shelf of a shop is never quite full: only where most of it is empty is that worth a warning.
  const isFine = check === 'stock' ? failing * 2 <= total : failing === 0;
  return { ...counted, outcome: isFine ? 'pass' : 'warn', message: messages[check].some(working, total) };
}

const messages: {
  readonly [check in ShelfCheck]: { readonly none: string; readonly some: (working: number, total: number) => string };
} = {
  prices: {
    none: 'No offer has a price in this market.',
    some: (working, total) => `${working} of ${total} offers that can be delivered have a price.`,
  },
  offerTerms: {
    none: 'Every priced offer breaks a rule of the market.',
    some: (working, total) => `${working} of ${total} priced offers keep the market’s rules.`,
  },
  stock: {
    none: 'No priced offer is in stock.',
    some: (working, total) => `${working} of ${total} priced offers are in stock.`,
  },
  sellers: {
    none: 'No seller serves the market.',
    some: (working, total) => `${working} of ${total} sellers with goods for the market serve it.`,
  },
};
