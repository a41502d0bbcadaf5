import type { DynamicModule } from '@nestjs/common';
import { systemClock } from '@reprise/kernel';
import type { Clock } from '@reprise/kernel';
import type { ServiceParts } from '@reprise/platform/service';
import { CheckVatId } from './application/check-vat-id.js';
import { DefineVoucher } from './application/define-voucher.js';
import { ExplainPrice } from './application/explain-price.js';
import { ImportOffers } from './application/import-offers.js';
import { MakeQuote } from './application/make-quote.js';
import { OfferCatalogue, OfferImports, RateTables, VoucherBook } from './application/ports.js';
import { AuditTrail } from './application/price-history.js';
import { PriceLists } from './application/price-lists.js';
import { RepriceDue } from './application/reprice-due.js';
import { RestateAmounts } from './application/restate-amounts.js';
import { SettlePrices } from './application/settle-prices.js';
import { ShowPriceHistory } from './application/show-price-history.js';
import { StateOffers } from './application/state-offers.js';
import { SchedulePrice } from './application/schedule-price.js';
import { StatePriceList } from './application/state-price-list.js';
import { KeepPricesDue } from './inbound/clock/keep-prices-due.js';
import { SettlePricesDue } from './inbound/clock/settle-prices-due.js';
import { fxParts } from './fx-parts.js';
import { launchParts } from './launch-parts.js';
import { OfferImportsController } from './inbound/http/offer-imports.controller.js';
import { OfferPriceController } from './inbound/http/offer-price.controller.js';
import { OfferLines } from './inbound/http/offer-lines.js';
import { PriceHistoryController } from './inbound/http/price-history.controller.js';
import { PriceListsController } from './inbound/http/price-lists.controller.js';
import { QuotesController, QuoteSigner } from './inbound/http/quotes.controller.js';
import { RateTablesController } from './inbound/http/rate-tables.controller.js';
import { ScheduledPricesController } from './inbound/http/scheduled-prices.controller.js';
import { SellerOffersController } from './inbound/http/seller-offers.controller.js';
import { CheckDigits } from './outbound/vat-ids/check-digits.js';
import { NoVatIdRegistry, ViesRegistry } from './outbound/vat-ids/vies-registry.js';
import { VouchersController } from './inbound/http/vouchers.controller.js';
import { PostgresVoucherBook } from './outbound/postgres/postgres-voucher-book.js';
import { QuoteTokenSigner } from './outbound/keys/quote-token-signer.js';
import { CachedPriceTables } from './outbound/postgres/cached-price-tables.js';
import { PostgresAuditTrail } from './outbound/postgres/postgres-audit-trail.js';
import { PostgresMarketBook } from './outbound/postgres/postgres-market-book.js';
import { PostgresOfferCatalogue } from './outbound/postgres/postgres-offer-catalogue.js';
import { PostgresOfferImports } from './outbound/postgres/postgres-offer-imports.js';
import { PostgresPriceHistory } from './outbound/postgres/postgres-price-history.js';
import { PostgresPriceLists } from './outbound/postgres/postgres-price-lists.js';
import { PostgresPriceSchedules } from './outbound/postgres/postgres-price-schedules.js';
import { PostgresRateTables } from './outbound/postgres/postgres-rate-tables.js';
import { PostgresUnitShelf } from './outbound/postgres/postgres-unit-shelf.js';
import { PostgresUnitOfWork } from './outbound/postgres/postgres-unit-of-work.js';
import type { VatIdRegistry } from './application/ports.js';
import type { PricingConfig } from './pricing.config.js';
import { proposalParts } from './proposal-parts.js';
import { sellerParts } from './seller-parts.js';
import { taxParts } from './tax-parts.js';

/** Wires the use-cases of pricing to their doors. */
export class PricingModule {
  static async with(parts: ServiceParts<PricingConfig>, clock: Clock = systemClock): Promise<DynamicModule> {
    const { config, database, logger } = parts;
    const { region } = config;
    const priceLists = new PostgresPriceLists(database);
    const priceHistory = new PostgresPriceHistory(database);
    const transactions = new PostgresUnitOfWork(database, priceLists);
    const markets = new PostgresMarketBook(database);
    const offers = new PostgresOfferCatalogue(database);
    const rateTables = new PostgresRateTables(database);
    const priceTables = new CachedPriceTables(rateTables);
    const stateOffers = new StateOffers(transactions, markets, clock, { region });
    const imports = new PostgresOfferImports(database);
    const importOffers = new ImportOffers({
      ...{ imports, transactions, markets, stateOffers },
      restateAmounts: new RestateAmounts(clock, { region }),
      lines: new OfferLines(),
      clock,
    });
    const tax = taxParts(parts, priceTables, clock);
    const vouchers = new PostgresVoucherBook(database);
    const checkVatId = new CheckVatId(new CheckDigits(), registryOf(config), clock);
    const makeQuote = new MakeQuote(
      offers,
      markets,
      priceTables,
      priceLists,
      vouchers,
      checkVatId,
      tax.workOutTax,
      clock,
      {
        region,
        lifetimeMs: config.quoteLifetimeSeconds * 1000,
      },
    );
    const repriceDue = new RepriceDue(transactions, markets, priceLists, clock);
    const keepPricesDue = new KeepPricesDue(repriceDue, logger);
    const settlePrices = new SettlePrices(transactions, markets, clock, {
      afterMs: config.settlePricesSeconds * 1000,
    });
    const statePriceList = new StatePriceList(priceLists, markets, clock, keepPricesDue, { region });
    const schedules = new PostgresPriceSchedules(database, priceLists);
    const schedulePrice = new SchedulePrice(offers, markets, schedules, clock, keepPricesDue);
    const explainPrice = new ExplainPrice({
      units: new PostgresUnitShelf(database),
      ...{ offers, markets, lists: priceLists, history: priceHistory },
      tables: priceTables,
      clock,
      settings: { region },
    });
    const fx = fxParts(parts, markets, clock);
    const sellers = sellerParts(parts, markets, clock);
    const proposals = proposalParts(parts, { markets, lists: priceLists, fxRates: fx.listRates }, clock);
    const launch = launchParts(database, {
      ...{ markets, clock, region },
      tables: priceTables,
      fxRates: fx.listRates,
    });
    return {
      module: PricingModule,
      controllers: [
        ...fx.controllers,
        ...launch.controllers,
        ...proposals.controllers,
        ...tax.controllers,
        ...sellers.controllers,
        OfferImportsController,
        OfferPriceController,
        PriceHistoryController,
        PriceListsController,
        QuotesController,
        RateTablesController,
        ScheduledPricesController,
        SellerOffersController,
        VouchersController,
      ],
      providers: [
        ...fx.providers,
        ...launch.providers,
        ...proposals.providers,
        ...tax.providers,
        ...sellers.providers,
        { provide: StateOffers, useValue: stateOffers },
        { provide: ImportOffers, useValue: importOffers },
        { provide: OfferImports, useValue: imports },
        { provide: MakeQuote, useValue: makeQuote },
        { provide: ExplainPrice, useValue: explainPrice },
        { provide: SchedulePrice, useValue: schedulePrice },
        { provide: StatePriceList, useValue: statePriceList },
        { provide: PriceLists, useValue: priceLists },
        { provide: KeepPricesDue, useValue: keepPricesDue },
        { provide: SettlePricesDue, useValue: new SettlePricesDue(settlePrices, logger) },
        { provide: ShowPriceHistory, useValue: new ShowPriceHistory(offers, markets, priceHistory, { region }) },
        { provide: AuditTrail, useValue: new PostgresAuditTrail(database) },
        { provide: RateTables, useValue: rateTables },
        { provide: OfferCatalogue, useValue: offers },
        { provide: DefineVoucher, useValue: new DefineVoucher(vouchers, markets, region) },
        { provide: VoucherBook, useValue: vouchers },
        { provide: QuoteSigner, useValue: await QuoteTokenSigner.open(config.quotePrivateJwk, region) },
      ],
    };
  }
}

function registryOf({ viesUrl, viesTimeoutMs, viesRequesterVatId }: PricingConfig): VatIdRegistry {
  if (viesUrl === undefined) return new NoVatIdRegistry();
  return new ViesRegistry({ url: viesUrl, timeoutMs: viesTimeoutMs, requesterVatId: viesRequesterVatId });
}
