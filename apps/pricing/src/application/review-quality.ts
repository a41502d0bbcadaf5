import type { Clock, Instant, LocalDay } from '@reprise/kernel';
import { addDays, localDayAt, startOfLocalDay, toIso } from '@reprise/kernel';
import { isMaterial, publishedQuality } from '../domain/published-quality.js';
import { figuresOf, nextChangeOf, observedDays } from '../domain/quality-figures.js';
import type { DayOfQuality } from '../domain/quality-figures.js';
import { decideGates } from '../domain/quality-gate.js';
import type { ClosedGate, GateDecision, GateOverride, QualityGateTerms } from '../domain/quality-gate.js';
import type { Author } from './displayed-offers.js';
import type { Market, MarketBook, Seller } from './ports.js';
import type { SellerDesk, SellerEvent, SellerTx } from './seller-ports.js';

/** As far back as any figure or gate looks. */
export const lookBackDays = observedDays + 365 + 1;

/**
 * Looks at the figures of a seller whose counters have moved, or for whom a window has closed since: says them again if they have changed
 * enough to matter, closes and opens gates, and notes when to look next. Sellers nothing happens to are not looked at.
 */
export class ReviewQuality {
  constructor(
    private readonly sellers: SellerDesk,
    private readonly markets: MarketBook,
    private readonly clock: Clock,
  ) {}

  /** One seller; false when none is due. */
  async run(): Promise<boolean> {
    const now = this.clock.now();
    const sellerId = await this.sellers.nextDue(now);
    if (sellerId === undefined) return false;
    const markets = await this.markets.current();
    await this.sellers.inTransaction(async (tx) => {
      await tx.lockSeller(sellerId);
      if (await tx.holdReview(sellerId, now)) await this.review(tx, sellerId, markets, now);
    });
    return true;
  }

  private async review(
    tx: SellerTx,
    sellerId: string,
    markets: ReadonlyMap<string, Market>,
    now: Instant,
  ): Promise<void> {
    const today = localDayAt(now, 'UTC');
    const days = await tx.qualityDays(sellerId, addDays(today, -lookBackDays));
    const overrides = await tx.overrides(sellerId, now);
    const figures = figuresOf(days, today);
    const seller = await tx.seller(sellerId);
    const decision = decideGates(days, termsOf(markets), seller?.gates ?? [], overrides, now);
    if (seller !== undefined) await this.publish(tx, seller, publishedQuality(figures), decision, now);
    const nextAt = nextReview(days, [...decision.keep, ...decision.close], overrides, today, now);
    await tx.reviewed(sellerId, { at: now, nextAt, failure: figures.failure[90], shipped: figures.shipped });
  }

  private async publish(
    tx: SellerTx,
    seller: Seller,
    quality: Seller['quality'],
    { close, open, keep }: GateDecision,
    now: Instant,
  ): Promise<void> {
    const events: SellerEvent[] = [
      ...close.map((gate) => eventOf('gateClosed', gate, 'The failure rate is above what the market allows.', now)),
      ...open.map(({ gate, why }) => eventOf('gateOpened', gate, whyOpened[why], now)),
    ];
    const { quality: said, ...rest } = seller;
    const changed = isMaterial(said, quality);
    if (!changed && events.length === 0) return;
    const shown = changed ? quality : said;
    const next: Seller = {
      ...rest,
      ...(shown !== undefined && { quality: shown }),
      version: seller.version + 1,
      gates: [...keep, ...close],
    };
    await tx.saveSeller(next);
    await tx.note(next, events);
  }
}

const whyOpened: { readonly [Why in GateDecision['open'][number]['why']]: string } = {
  rateFell: 'The failure rate is within what the market allows again.',
  tooFewLeft: 'Too few devices are left to measure by: the seller may show new ones.',
  overridden: 'Operations let the offers stand for a time.',
  noSuchGate: 'The market has no such rule any more.',
};

const byRule: Omit<Author, 'why'> = { actor: 'quality-gate', role: 'service' };

function eventOf(action: 'gateClosed' | 'gateOpened', gate: ClosedGate, why: string, at: Instant): SellerEvent {
  const { market, category, grade, evidence, terms, since, reviewFrom } = gate;
  const state = { market, category, grade, evidence, terms, since: toIso(since), reviewFrom: toIso(reviewFrom) };
  const [before, after] = action === 'gateClosed' ? [null, state] : [state, null];
  return { action, at, author: { ...byRule, why }, before, after };
}

export function termsOf(markets: ReadonlyMap<string, Market>): ReadonlyMap<string, QualityGateTerms> {
  return new Map(
    [...markets].flatMap(([code, { terms }]) => (terms.qualityGate === undefined ? [] : [[code, terms.qualityGate]])),
  );
}

/** When time alone changes something: a window closes, a gate may be reviewed, an override ends. */
function nextReview(
  days: readonly DayOfQuality[],
  closed: readonly ClosedGate[],
  overrides: readonly GateOverride[],
  today: LocalDay,
  now: Instant,
): Instant | undefined {
  const change = nextChangeOf(
    days.map(({ day }) => day),
    today,
  );
  // Evidence ages by the day, so a gate that could open is looked at daily.
  const tomorrow = startOfLocalDay(addDays(today, 1), 'UTC');
  const moments = [
    ...(change === undefined ? [] : [startOfLocalDay(change, 'UTC')]),
    ...closed.map(({ reviewFrom }) => (reviewFrom > now ? reviewFrom : tomorrow)),
    ...overrides.map(({ until }) => until),
  ];
  return moments.length === 0 ? undefined : moments.reduce((a, b) => (a < b ? a : b));
}
