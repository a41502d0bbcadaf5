import type { Clock, Instant, Money, Outcome, Rejection } from '@reprise/kernel';
import { isRejection, newId, plusMs, reject } from '@reprise/kernel';
import { rejectQuote } from '../domain/price-rejection.js';
import type { PriceRejection } from '../domain/price-rejection.js';
import type { QuoteDraft, QuoteRequest, QuoteRequestLine, ShipTo } from '../domain/quote.js';
import { choosePrice } from '../domain/choose-price.js';
import { goodsOf } from '../domain/displayed-price.js';
import { areasLeftOpen } from '../domain/eu-vat-table.js';
import type { PriceListIndex } from '../domain/price-list-index.js';
import type { CheckedBuyer, CheckVatId } from './check-vat-id.js';
import { mayBeSold } from './on-sale.js';
import { isOnShow } from './ports.js';
import type {
  LockedQuote,
  Market,
  MarketBook,
  OfferCatalogue,
  PricedOffer,
  PriceTableBook,
  QuoteNotice,
  VoucherBook,
} from './ports.js';
import type { PriceLists } from './price-lists.js';
import type { PriceTables } from '../domain/tax-tables.js';
import { vatTableOf } from '../domain/tax-tables.js';
import type { WorkOutTax } from './work-out-tax.js';
import { findOpenMarket } from './find-open-market.js';
import type { MarketRejection } from './find-open-market.js';

/** What a storefront asks: which offers, how many, delivered where. */
export interface BasketRequest {
  readonly market: string;
  readonly locale: string | undefined;
  readonly lines: readonly { readonly offerId: string; readonly quantity: number }[];
  readonly shipTo: ShipTo;
  /** As the buyer wrote it. */
  readonly vatId?: string;
  readonly voucher?: string;
  readonly shippingMethod?: string;
  readonly cartId?: string;
}

export type QuoteRefusal = PriceRejection | MarketRejection | Rejection<'OfferNotFound'>;

/** Prices a basket exactly, for now and for a while: the answer is a lock, not an estimate. */
export class MakeQuote {
  constructor(
    private readonly offers: OfferCatalogue,
    private readonly markets: MarketBook,
    private readonly tables: PriceTableBook,
    private readonly lists: Pick<PriceLists, 'current'>,
    private readonly vouchers: VoucherBook,
    private readonly checkVatId: CheckVatId,
    private readonly workOutTax: WorkOutTax,
    private readonly clock: Clock,
    private readonly settings: { readonly region: string; readonly lifetimeMs: number },
  ) {}

  async run(basket: BasketRequest): Promise<Outcome<LockedQuote, QuoteRefusal>> {
    const [markets, tables, lists, found, voucher] = await Promise.all([
      this.markets.current(),
      this.tables.current(),
      this.lists.current(),
      this.offers.find([...new Set(basket.lines.map((line) => line.offerId))]),
      basket.voucher === undefined ? undefined : this.vouchers.find(basket.voucher),
    ]);
    const market = findOpenMarket(markets, basket.market, this.settings.region);
    if (isRejection(market)) return market;
    const now = this.clock.now();
    const lines = linesOf(basket, market, found, lists, now);
    if (isRejection(lines)) return lines;
    if (basket.voucher !== undefined && voucher === undefined)
      return rejectQuote('VoucherUnknown', 'voucher', `There is no voucher ${basket.voucher}.`);
    const checked = await this.checkBuyer(basket, market);
    if (isRejection(checked)) return checked;
    const quoteId = newId();
    const request: QuoteRequest = {
      market: market.terms,
      lines,
      shipTo: basket.shipTo,
      ...(checked === undefined ? {} : { buyer: checked.buyer }),
      ...(voucher === undefined ? {} : { voucher }),
      ...(basket.shippingMethod === undefined ? {} : { shippingMethod: basket.shippingMethod }),
    };
    const draft = await this.workOutTax.price(quoteId, request, tables, now);
    if (isRejection(draft)) return draft;
    return {
      quoteId,
      issuedAt: now,
      expiresAt: plusMs(now, this.settings.lifetimeMs),
      market,
      locale: basket.locale ?? '',
      draft,
      offers: found,
      shipTo: basket.shipTo,
      ...leftOpen(basket.shipTo, market, tables),
      ...(checked === undefined ? {} : { buyer: checked.buyer }),
      notices: noticesOf(draft, checked),
      ...(basket.cartId === undefined ? {} : { cartId: basket.cartId }),
    };
  }

  /** VAT numbers mean something where there is VAT; elsewhere what a buyer wrote is left alone. */
  private async checkBuyer(
    { vatId }: BasketRequest,
    { terms }: Market,
  ): Promise<Outcome<CheckedBuyer | undefined, PriceRejection>> {
    if (vatId === undefined || terms.tax.regime !== 'eu-vat') return undefined;
    return this.checkVatId.run(vatId, terms.tax.vatIdProof ?? 'checkDigits');
  }
}

/** A quote by country alone holds for most of it: the order may not use it for the rest. */
function leftOpen(shipTo: ShipTo, { terms }: Market, tables: PriceTables): Pick<LockedQuote, 'elsewhere'> | undefined {
  const table = vatTableOf(terms, tables);
  const elsewhere = table === undefined ? [] : areasLeftOpen(table, shipTo.country, shipTo);
  return elsewhere.length === 0 ? undefined : { elsewhere };
}

function noticesOf(draft: QuoteDraft, checked: CheckedBuyer | undefined): QuoteNotice[] {
  if (checked === undefined) return [];
  return [
    ...checked.notices.map((code) => ({ code, field: 'buyer.vatId' })),
    // Art. 325 and 168: margin goods carry no VAT a business could deduct, and it should know before it pays.
    ...draft.lines.flatMap(({ margin }, i) =>
      margin === undefined ? [] : [{ code: 'marginVatNotRecoverable' as const, field: `lines[${i}]` }],
    ),
  ];
}

/** The engine's lines. An offer named twice is one line: two lines of one offer would round, and reserve, apart. */
function linesOf(
  basket: BasketRequest,
  market: Market,
  found: ReadonlyMap<string, PricedOffer>,
  lists: PriceListIndex,
  now: Instant,
): Outcome<QuoteRequestLine[], QuoteRefusal> {
  const lines = new Map<string, QuoteRequestLine>();
  for (const [index, { offerId, quantity }] of basket.lines.entries()) {
    const priced = found.get(offerId);
    if (priced === undefined)
      return reject('OfferNotFound', `There is no offer ${offerId}.`, { field: `lines[${index}].offerId` });
    const total = quantity + (lines.get(offerId)?.quantity ?? 0);
    const line = mayBeSold(priced, market.code)
      ? lineOf(priced, total, unitPriceOf(priced, market, total, lists, now))
      : undefined;
    if (line === undefined)
      return rejectQuote(
        'OfferNotListed',
        `lines[${index}].offerId`,
        `The offer is not for sale in the market ${market.code}.`,
      );
    lines.set(offerId, line);
  }
  return [...lines.values()];
}

/** What one unit costs when so many are bought: the seller's price, or what a price list makes of it. */
function unitPriceOf(
  { offer, variant }: PricedOffer,
  market: Market,
  quantity: number,
  lists: PriceListIndex,
  at: Instant,
): Money | undefined {
  const stated = offer.prices.find((each) => each.market === market.code);
  if (stated === undefined || variant === undefined || !isOnShow(variant, market.code, at)) return undefined;
  return choosePrice(stated, goodsOf(offer, variant.category), { market: market.terms, lists, quantity, at }).price;
}

/** The offer as the engine prices it; undefined when nobody can buy it. */
export function lineOf(
  { offer, seller, variant, purchases }: PricedOffer,
  quantity: number,
  unitPrice: Money | undefined,
): QuoteRequestLine | undefined {
  if (unitPrice === undefined || variant === undefined || !variant.published) return undefined;
  if (offer.status !== 'active' || seller.status !== 'active') return undefined;
  return {
    offerId: offer.offerId,
    sellerId: offer.sellerId,
    variantId: offer.variantId,
    category: variant.category,
    ...(variant.screenInches === undefined ? {} : { screenInches: variant.screenInches }),
    ...(variant.storageGb === undefined ? {} : { storageGb: variant.storageGb }),
    unitPrice,
    quantity,
    vatScheme: offer.vatScheme,
    ...(purchases.length === 0 ? {} : { purchases: purchases.filter(({ listed }) => listed) }),
    shipsFrom: offer.shipsFrom,
    ...(offer.shipsFromPostalCode === undefined ? {} : { shipsFromPostalCode: offer.shipsFromPostalCode }),
    sellerEstablishedIn: seller.establishedIn,
  };
}
