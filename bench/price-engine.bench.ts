import { readdirSync, readFileSync } from 'node:fs';
import { Money, mustBeInstant, ratioOfPpm } from '@reprise/kernel';
import { parse } from 'yaml';
import type * as ChoosePriceModule from '../apps/pricing/src/domain/choose-price.ts';
import type * as MarketTermsModule from '../apps/pricing/src/domain/market-terms.ts';
import type { MarketTerms } from '../apps/pricing/src/domain/market-terms.ts';
import type { PriceList } from '../apps/pricing/src/domain/price-list.ts';
import type * as PriceListIndexModule from '../apps/pricing/src/domain/price-list-index.ts';
import type * as QuotePriceModule from '../apps/pricing/src/domain/quote-price.ts';
import type { QuoteRequest } from '../apps/pricing/src/domain/quote.ts';
import type * as TaxTablesModule from '../apps/pricing/src/domain/tax-tables.ts';
import type { PriceTables } from '../apps/pricing/src/domain/tax-tables.ts';
import type { Bench, Duel } from './bench.ts';
import { loadBuilt } from './load-built.ts';
import { perSecond } from './per-second.ts';

/** Different prices and places, so that nothing is worked out once and remembered. */
const requestsEach = 1_000;
/** Takes every answer, so that no compiler finds out that nobody wants them. */
const sink = { minor: 0n };
const now = mustBeInstant('2026-11-24T10:00:00Z');

interface Case {
  readonly label: string;
  readonly market: string;
  readonly shipTo: QuoteRequest['shipTo'];
  /** Price lists in force in the market, of which one in seven is for the seller of an offer. */
  readonly lists?: number;
}

const cases: readonly Case[] = [
  { label: 'FR', market: 'fr', shipTo: { country: 'FR', postalCode: '75011' } },
  { label: 'FR with 21 price lists', market: 'fr', shipTo: { country: 'FR', postalCode: '75011' }, lists: 21 },
  { label: 'DE from a French shop', market: 'fr', shipTo: { country: 'DE', postalCode: '10115' } },
  {
    label: 'New York City',
    market: 'us',
    shipTo: { country: 'US', region: 'NY', city: 'New York', postalCode: '10001' },
  },
  {
    label: 'Los Angeles',
    market: 'us',
    shipTo: { country: 'US', region: 'CA', city: 'Los Angeles', postalCode: '90001' },
  },
];

export const bench: Bench = {
  about:
    'One-line quotes a second on one core inside the process, beside a bare loop that works out one rounded tax from the same inputs.',
  async prepare() {
    const { quotePrice } = await loadBuilt<typeof QuotePriceModule>('apps/pricing', 'domain/quote-price');
    const { choosePrice } = await loadBuilt<typeof ChoosePriceModule>('apps/pricing', 'domain/choose-price');
    const { PriceListIndex } = await loadBuilt<typeof PriceListIndexModule>('apps/pricing', 'domain/price-list-index');
    const { tables, markets } = await loadMarkets();
    return cases.map(({ label, market, shipTo, lists = 0 }): Duel => {
      const terms = markets.get(market) as MarketTerms;
      const requests = requestsTo(terms, shipTo);
      const index = new PriceListIndex(listsOf(market, lists));
      const priced = (request: QuoteRequest): QuoteRequest => ({
        ...request,
        lines: request.lines.map((line) => {
          const goods = { ...line, grade: 'GOOD' };
          const context = { market: terms, lists: index, quantity: line.quantity, at: now };
          return { ...line, unitPrice: choosePrice({ market, price: line.unitPrice }, goods, context).price };
        }),
      });
      return {
        label,
        unit: 'quotes/s',
        better: 'higher',
        target: { ours: 200_000 },
        ours: {
          what: lists === 0 ? 'quotePrice' : 'choosePrice and quotePrice',
          round: () =>
            perSecond(() => {
              for (const request of requests) {
                const quote = quotePrice(lists === 0 ? request : priced(request), tables, now);
                if (!('totals' in quote)) throw new Error(`${label}: ${quote.code}, ${quote.message}`);
                sink.minor += quote.totals.gross.minor;
              }
              return requests.length;
            }),
        },
        floor: {
          what: 'bare loop: one rounded tax from the same inputs',
          round: () =>
            perSecond(() => {
              for (const { lines } of requests)
                for (const { unitPrice, quantity } of lines) sink.minor += bareTax(unitPrice.minor * BigInt(quantity));
              return requests.length;
            }),
        },
      };
    });
  },
};

/** 20 % inside a price, half up: the least that any price with tax must do. */
function bareTax(shownMinor: bigint): bigint {
  return (shownMinor * 200_000n * 2n + 1_200_000n) / 2_400_000n;
}

/** Sales of one seller each, all in force. */
function listsOf(market: string, count: number): PriceList[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `list-${i}`,
    version: 1,
    kind: 'sale',
    market,
    priority: i,
    scope: { minQuantity: 1, sellerId: `seller-${i % 7}` },
    effect: { type: 'percentOff', share: ratioOfPpm(50_000 + i), rounding: 'halfUp' },
    validFrom: mustBeInstant('2026-11-01T00:00:00Z'),
  }));
}

function requestsTo(market: MarketTerms, shipTo: QuoteRequest['shipTo']): QuoteRequest[] {
  return Array.from({ length: requestsEach }, (_, i) => ({
    market,
    shipTo: { ...shipTo },
    lines: [
      {
        offerId: `offer-${i}`,
        sellerId: `seller-${i % 7}`,
        variantId: `variant-${i}`,
        category: 'smartphone',
        storageGb: 128,
        screenInches: 6.1,
        unitPrice: Money.ofMinor(BigInt(9_900 + i * 137), market.currency),
        quantity: 1 + (i % 3),
        vatScheme: 'REGULAR',
        shipsFrom: market.homeCountry,
      },
    ],
  }));
}

/** The project's own markets, compiled as the service compiles them. */
async function loadMarkets(): Promise<{ tables: PriceTables; markets: ReadonlyMap<string, MarketTerms> }> {
  const { compileMarketTerms } = await loadBuilt<typeof MarketTermsModule>('apps/pricing', 'domain/market-terms');
  const { compileTaxTables } = await loadBuilt<typeof TaxTablesModule>('apps/pricing', 'domain/tax-tables');
  const { feeTableSchema, marketFileSchema, taxTableSchema } = await import('@reprise/contracts/market');
  return {
    tables: compileTaxTables(
      readAll('tax').map((file) => taxTableSchema.parse(file)),
      readAll('fees').map((file) => feeTableSchema.parse(file)),
    ),
    markets: new Map(
      readAll('.').map((file) => {
        const market = marketFileSchema.parse(file);
        return [market.code, compileMarketTerms(market)];
      }),
    ),
  };
}

function readAll(folder: string): unknown[] {
  const dir = new URL(`../markets/${folder}/`, import.meta.url);
  return readdirSync(dir)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parse(readFileSync(new URL(file, dir), 'utf8')) as unknown);
}
