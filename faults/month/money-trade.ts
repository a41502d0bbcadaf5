import type { Random } from '../random.ts';

/** A market as far as money goes: who settles it, in what, and what tax is inside its prices (or, in the US, on top of them). */
export interface TradingMarket {
  readonly market: string;
  readonly region: 'eu' | 'us';
  readonly country: string;
  readonly currency: string;
  /** Account at a provider its sales are paid into. */
  readonly account: 'stripe-eu' | 'adyen-eu' | 'stripe-us';
  /** The currency they arrive in there. */
  readonly settledIn: string;
  readonly taxPpm: number;
  readonly salesADay: number;
}

/** Every market of the shipped files. Złoty stay złoty at the provider; kronor are exchanged into euros at the rate of their day. */
export const tradingMarkets: readonly TradingMarket[] = [
  ...(
    [
      ['fr', 'FR', 200_000, 6],
      ['de', 'DE', 190_000, 5],
      ['es', 'ES', 210_000, 3],
      ['it', 'IT', 220_000, 3],
      ['be', 'BE', 210_000, 2],
      ['nl', 'NL', 210_000, 2],
      ['ie', 'IE', 230_000, 1],
      ['at', 'AT', 200_000, 1],
    ] as const
  ).map(([market, country, taxPpm, salesADay]): TradingMarket => ({
    ...{ market, region: 'eu', country, currency: 'EUR', account: 'stripe-eu', settledIn: 'EUR', taxPpm, salesADay },
  })),
  {
    ...{ market: 'pl', region: 'eu', country: 'PL', currency: 'PLN', account: 'adyen-eu', settledIn: 'PLN' },
    ...{ taxPpm: 230_000, salesADay: 3 },
  },
  {
    ...{ market: 'se', region: 'eu', country: 'SE', currency: 'SEK', account: 'adyen-eu', settledIn: 'EUR' },
    ...{ taxPpm: 250_000, salesADay: 2 },
  },
  {
    ...{ market: 'us', region: 'us', country: 'US', currency: 'USD', account: 'stripe-us', settledIn: 'USD' },
    ...{ taxPpm: 88_750, salesADay: 6 },
  },
];

/** Money a buyer paid, got back or took back. Amounts are positive minor units of the buyer's currency. */
export interface Movement {
  readonly kind: 'sale' | 'refund' | 'chargeback';
  readonly market: TradingMarket;
  readonly saleId: string;
  readonly orderId: string;
  /** What the provider calls it; of a chargeback, the dispute. */
  readonly reference: string;
  /** The sale it undoes. */
  readonly of: Movement | undefined;
  readonly minor: number;
  readonly at: Date;
  readonly sellerId: string;
  readonly isMarginScheme: boolean;
}

const sellers = 12;

/** What was bought, given back and disputed in a month (`2026-10`), oldest first. */
export function tradeOf(month: string, random: Random, scale = 1): Movement[] {
  const ids = new Ids(random);
  const sellerIds = Array.from({ length: sellers }, () => ids.uuid());
  const [start, end] = boundsOf(month);
  const trade: Movement[] = [];
  for (let day = start; day < end; day += dayMs)
    for (const market of tradingMarkets)
      for (let n = Math.round(market.salesADay * scale * (0.6 + random.next())); n > 0; n -= 1) {
        const sale = saleOn(day, market, sellerIds, ids, random);
        trade.push(sale, ...aftermathOf(sale, end, ids, random));
      }
  return trade.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.saleId < b.saleId ? -1 : 1));
}

export const dayMs = 86_400_000;

/** First moment of the month and of the next one, in UTC. */
export function boundsOf(month: string): [number, number] {
  const start = Date.parse(`${month}-01T00:00:00Z`);
  if (Number.isNaN(start)) throw new Error(`"${month}" is not a month like 2026-10`);
  const first = new Date(start);
  return [start, Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1)];
}

function saleOn(day: number, market: TradingMarket, sellerIds: readonly string[], ids: Ids, random: Random): Movement {
  const orderId = ids.uuid();
  const unit = { EUR: 1, USD: 1, PLN: 4, SEK: 11 }[market.currency] ?? 1;
  return {
    ...{ kind: 'sale', market, saleId: orderId, orderId, of: undefined },
    reference: market.account === 'adyen-eu' ? ids.digits(16) : `pi_${ids.letters(24)}`,
    minor: random.between(79, 999) * 100 * unit + random.pick([0, 0, 99, 90]),
    at: new Date(day + random.between(0, dayMs - 1_000)),
    sellerId: random.pick(sellerIds),
    isMarginScheme: market.region === 'eu' && random.next() < 0.4,
  };
}

/** One sale in fourteen is given back, in full or in part, and one in a hundred disputed; each some days later, if the month is still on. */
function aftermathOf(sale: Movement, end: number, ids: Ids, random: Random): Movement[] {
  const luck = random.next();
  const at = new Date(sale.at.getTime() + random.between(2, 12) * dayMs);
  if (luck > 0.08 || at.getTime() >= end) return [];
  const isDispute = luck < 0.01;
  const isAdyen = sale.market.account === 'adyen-eu';
  const minor = isDispute || random.next() < 0.6 ? sale.minor : random.between(500, sale.minor - 500);
  return [
    {
      ...{ ...sale, kind: isDispute ? 'chargeback' : 'refund', saleId: ids.uuid(), of: sale, minor, at },
      reference: isAdyen ? ids.digits(16) : `${isDispute ? 'dp' : 're'}_${ids.letters(24)}`,
    },
  ];
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789';

/** Names that a seed decides. */
export class Ids {
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  letters(length: number): string {
    return Array.from({ length }, () => this.random.pick([...alphabet])).join('');
  }

  digits(length: number): string {
    return `${this.random.between(1, 9)}${Array.from({ length: length - 1 }, () => this.random.between(0, 9)).join('')}`;
  }

  uuid(): string {
    const hex = Array.from({ length: 32 }, () => this.random.between(0, 15).toString(16)).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
