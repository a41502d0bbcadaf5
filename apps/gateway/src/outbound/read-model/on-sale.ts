import type { Grade } from '@reprise/contracts';
import { grades } from '@reprise/contracts';
import type { OfferInMarket, ProductOnSale, Row, SearchWriter } from '../../application/ports.js';
import { chooseWinner, gateOf } from '../../domain/rank-offers.js';
import { BuyBoxColumns } from './buy-box-columns.js';
import type { MarketTable } from './market-table.js';
import type { OfferTable } from './offer-table.js';
import type { ProductTable } from './product-table.js';
import type { SellerTable } from './seller-table.js';

/** What each market sells, worked out from the tables: an offer as it stands there, who is in each buy box, what lists show of a product. */
export class OnSale {
  private readonly buyBoxes = new Map<string, BuyBoxColumns>();

  constructor(
    private readonly markets: MarketTable,
    private readonly products: ProductTable,
    private readonly sellers: SellerTable,
    private readonly offers: OfferTable,
    private readonly index: SearchWriter,
    private readonly nowMs: () => number,
  ) {}

  /** The row of the offer in the buy box, or -1. */
  winner(variant: Row, gradeNumber: number, market: string): Row {
    return this.buyBoxes.get(market)?.winner(variant, gradeNumber) ?? -1;
  }

  /** How many offers of a variant and grade can be bought. */
  count(variant: Row, gradeNumber: number, market: string): number {
    return this.buyBoxes.get(market)?.count(variant, gradeNumber) ?? 0;
  }

  /** Every buy box of a market: its terms changed. */
  settleMarket(code: string): void {
    for (let variant = 0; variant < this.products.variants.size; variant++)
      if (this.offersOf(variant).length > 0)
        for (let grade = 0; grade < grades.length; grade++) this.settleCell(variant * grades.length + grade, code);
  }

  /** One buy box: `cell` is `variant × grades + grade`. */
  settleCell(cell: number, market: string): void {
    const variant = Math.floor(cell / grades.length);
    const gradeNumber = cell % grades.length;
    const terms = this.markets.terms(market, grades[gradeNumber] as Grade);
    let boxes = this.buyBoxes.get(market);
    if (boxes === undefined) this.buyBoxes.set(market, (boxes = new BuyBoxColumns()));
    if (terms === undefined) return boxes.set(variant, gradeNumber, -1, 0);
    const standing: OfferInMarket[] = [];
    for (const row of this.offersOf(variant)) {
      if (this.offers.gradeNumber(row) !== gradeNumber || !this.offers.isListedIn(row, market)) continue;
      const offer = this.offerIn(row, market);
      if (gateOf(offer, terms) === undefined) standing.push(offer);
    }
    const winner = chooseWinner(standing, terms);
    const winnerRow = winner === undefined ? -1 : (this.offers.rows.find(winner.offerId) as Row);
    boxes.set(variant, gradeNumber, winnerRow, standing.length);
  }

  /** What lists show of a product, from its buy boxes as they were last settled. */
  settleProduct(product: Row, market: string): void {
    const card = this.products.card(product);
    const currency = this.markets.find(market)?.definition.currency;
    if (card === undefined || currency === undefined) return;
    const cells: ProductOnSale['cells'][number][] = [];
    let offerCount = 0;
    const boxes = this.buyBoxes.get(market);
    card.variants.forEach((variant, place) => {
      for (const [number, grade] of grades.entries()) {
        const winner = boxes?.winner(variant, number) ?? -1;
        if (winner < 0) continue;
        offerCount += boxes?.count(variant, number) ?? 0;
        const priceMinor = this.offers.priceMinor(winner, market, currency);
        if (priceMinor !== null) cells.push({ variant: place, grade, priceMinor });
      }
    });
    const hidden = !this.products.isPublishedIn(product, market, this.nowMs());
    this.index.putOnSale(product, market, { cells, offerCount, ...(hidden && { hidden }) });
  }

  /** Offers for a variant, also those stated for a variant of a merged product that is the same device. */
  offersOf(variant: number): readonly number[] {
    if (this.products.canonical(variant) !== variant) return [];
    const formers = this.products.formersOf(variant);
    const own = this.offers.ofVariant(variant);
    return formers.length === 0 ? own : [...own, ...formers.flatMap((former) => this.offers.ofVariant(former))];
  }

  /** An offer as it stands in a market. */
  offerIn(row: Row, market: string): OfferInMarket {
    const table = this.offers;
    const seller = this.sellers.find(table.seller(row));
    const currency = this.markets.find(market)?.definition.currency ?? '';
    const product = this.products.productOf(this.products.canonical(table.variant(row)));
    const category = this.products.card(product)?.category;
    return {
      offerId: table.rows.id(row),
      sellerId: table.seller(row) < 0 ? '' : this.sellers.rows.id(table.seller(row)),
      sellerName: seller?.name ?? '',
      demo: seller?.demo ?? false,
      seller: seller?.status ?? 'unknown',
      sellerGate: this.sellers.gate(table.seller(row), market, category, table.grade(row)),
      listed: table.isActive(row),
      published: this.products.isPublishedIn(product, market, this.nowMs()),
      available: table.available(row),
      priceMinor: table.priceMinor(row, market, currency),
      sellerMinMinor: table.sellerMinMinor(row, market),
      priorPriceMinor: table.priorPriceMinor(row, market),
      warrantyMonths: table.warrantyMonths(row),
      batteryHealth: table.batteryHealth(row),
      grade: table.grade(row),
      shipsFrom: table.shipsFrom(row),
      // Where an offer states no lead time its seller's promise holds, and the next working day where nobody promised anything.
      leadTimeDays: table.leadTimeDays(row) ?? seller?.handlingDays ?? 1,
      quality: seller?.quality,
      penaltyPpm: this.sellers.penaltyPpm(table.seller(row)),
      vatScheme: table.isMarginal(row) ? 'MARGINAL' : 'REGULAR',
    };
  }
}
