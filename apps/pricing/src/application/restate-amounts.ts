import type { Clock } from '@reprise/kernel';
import { amountScaleOf, readAmounts } from '../domain/amount-statement.js';
import type { AmountScale, StatedAmount } from '../domain/amount-statement.js';
import type { PriceListIndex } from '../domain/price-list-index.js';
import type { CatalogVariant, Market, PricingTx } from './ports.js';
import type { OfferStatement } from './state-offers.js';

/** A statement whose prices have been read. `place` is where it stands among the others. */
export interface AmountStatement {
  readonly place: number;
  readonly statement: OfferStatement;
  readonly productId: string;
  readonly amounts: readonly StatedAmount[];
}

/** What became of statements of prices, by place. What is in neither says more than a price, or what is wrong with it has to be worded. */
export interface RestatedAmounts {
  readonly updated: readonly number[];
  readonly unchanged: readonly number[];
}

/**
 * Takes of a seller's statements those that change prices of offers and nothing else, which is most of what a large file says: they are
 * compared, stored, written down and said as a set, and no offer is read. All others are left to StateOffers, which this never answers
 * differently from. Nobody else changes an offer of the seller until the transaction ends.
 */
export class RestateAmounts {
  constructor(
    private readonly clock: Clock,
    private readonly settings: { readonly region: string },
  ) {}

  /** Answers by place among `statements`: `updated`, `unchanged`, or undefined for one that is left. */
  async run(
    tx: PricingTx,
    markets: ReadonlyMap<string, Market>,
    sellerId: string,
    statements: readonly OfferStatement[],
    { dryRun }: { readonly dryRun: boolean },
  ): Promise<readonly ('updated' | 'unchanged' | undefined)[]> {
    await tx.lockShelf(sellerId);
    const outcomes = new Array<'updated' | 'unchanged' | undefined>(statements.length).fill(undefined);
    const lists = await tx.priceLists();
    const scaleOf = this.scales(markets, lists);
    const variants = await tx.variants([...new Set(statements.map(({ variantId }) => variantId))]);
    const plain = plainStatements(statements, variants, scaleOf);
    if (plain.length === 0) return outcomes;
    const restated = await tx.restateAmounts(sellerId, plain, { now: this.clock.now(), dryRun });
    for (const place of restated.updated) outcomes[place] = 'updated';
    for (const place of restated.unchanged) outcomes[place] = 'unchanged';
    return outcomes;
  }

  /** Where a price list has or will have a say, what pages show is not what sellers state. */
  private scales(
    markets: ReadonlyMap<string, Market>,
    lists: PriceListIndex,
  ): (market: string) => AmountScale | undefined {
    const scales = new Map(
      [...markets]
        .filter(
          ([code, { region, status }]) =>
            region === this.settings.region && status !== 'retired' && lists.ofMarket(code).length === 0,
        )
        .map(([code, { terms }]) => [code, amountScaleOf(terms)]),
    );
    return (market) => scales.get(market);
  }
}

/** Those right at first sight and alone in stating their SKU: of two that state one, the second is held against the first. */
function plainStatements(
  statements: readonly OfferStatement[],
  variants: ReadonlyMap<string, CatalogVariant>,
  scaleOf: (market: string) => AmountScale | undefined,
): AmountStatement[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { sku } of statements) if (seen.size === seen.add(sku).size) repeated.add(sku);
  const plain: AmountStatement[] = [];
  statements.forEach((statement, place) => {
    const variant = variants.get(statement.variantId);
    if (variant?.published !== true || repeated.has(statement.sku)) return;
    const amounts = readAmounts(statement, scaleOf);
    if (amounts === undefined) return;
    if (amounts.length > 1) amounts.sort((a, b) => (a.market < b.market ? -1 : 1));
    plain.push({ place, statement, productId: variant.productId, amounts });
  });
  return plain;
}
