import type { DynamicModule } from '@nestjs/common';
import { systemClock } from '@reprise/kernel';
import type { ServiceParts } from '@reprise/platform/service';
import { ExplainPrice } from './application/explain-price.js';
import { ImportOffers } from './application/import-offers.js';
import { MakeQuote } from './application/make-quote.js';
import { OfferCatalogue, OfferImports, RateTables } from './application/ports.js';
import { RegisterSeller } from './application/register-seller.js';
import { StateOffers } from './application/state-offers.js';
import { OfferImportsController } from './inbound/http/offer-imports.controller.js';
import { OfferPriceController } from './inbound/http/offer-price.controller.js';
import { OfferLines } from './inbound/http/offer-lines.js';
import { QuotesController, QuoteSigner } from './inbound/http/quotes.controller.js';
import { RateTablesController } from './inbound/http/rate-tables.controller.js';
import { SellerOffersController } from './inbound/http/seller-offers.controller.js';
import { SellersController } from './inbound/http/sellers.controller.js';
import { QuoteTokenSigner } from './outbound/keys/quote-token-signer.js';
import { CachedPriceTables } from './outbound/postgres/cached-price-tables.js';
import { PostgresMarketBook } from './outbound/postgres/postgres-market-book.js';
import { PostgresOfferCatalogue } from './outbound/postgres/postgres-offer-catalogue.js';
import { PostgresOfferImports } from './outbound/postgres/postgres-offer-imports.js';
import { PostgresRateTables } from './outbound/postgres/postgres-rate-tables.js';
import { PostgresUnitOfWork } from './outbound/postgres/postgres-unit-of-work.js';
import type { PricingConfig } from './pricing.config.js';

/** Wires the use-cases of pricing to their doors. */
export class PricingModule {
  static async with({ config, database }: ServiceParts<PricingConfig>): Promise<DynamicModule> {
    const { region } = config;
    const transactions = new PostgresUnitOfWork(database);
    const markets = new PostgresMarketBook(database);
    const offers = new PostgresOfferCatalogue(database);
    const rateTables = new PostgresRateTables(database);
    const priceTables = new CachedPriceTables(rateTables);
    const stateOffers = new StateOffers(transactions, markets, systemClock, { region });
    const imports = new PostgresOfferImports(database);
    const importOffers = new ImportOffers({
      ...{ imports, transactions, markets, stateOffers },
      lines: new OfferLines(),
      clock: systemClock,
    });
    const makeQuote = new MakeQuote(offers, markets, priceTables, systemClock, {
      region,
      lifetimeMs: config.quoteLifetimeSeconds * 1000,
    });
    return {
      module: PricingModule,
      controllers: [
        OfferImportsController,
        OfferPriceController,
        QuotesController,
        RateTablesController,
        SellerOffersController,
        SellersController,
      ],
      providers: [
        { provide: StateOffers, useValue: stateOffers },
        { provide: ImportOffers, useValue: importOffers },
        { provide: OfferImports, useValue: imports },
        { provide: MakeQuote, useValue: makeQuote },
        { provide: ExplainPrice, useValue: new ExplainPrice(offers, markets, { region }) },
        { provide: RegisterSeller, useValue: new RegisterSeller(transactions) },
        { provide: RateTables, useValue: rateTables },
        { provide: OfferCatalogue, useValue: offers },
        { provide: QuoteSigner, useValue: await QuoteTokenSigner.open(config.quotePrivateJwk, region) },
      ],
    };
  }
}
