import type { DynamicModule } from '@nestjs/common';
import { systemClock } from '@reprise/kernel';
import type { ServiceParts } from '@reprise/platform/service';
import type { CatalogConfig } from './catalog.config.js';
import { CheckReadiness } from './application/check-readiness.js';
import { CurateProducts } from './application/curate-products.js';
import { DefineMarket } from './application/define-market.js';
import { FindMarket } from './application/find-market.js';
import { ImportProducts } from './application/import-products.js';
import { MarketHistory } from './application/market-history.js';
import { ReportTranslations } from './application/report-translations.js';
import { RollbackMarket } from './application/rollback-market.js';
import { TransitionMarket } from './application/transition-market.js';
import { TranslateCatalogue } from './application/translate-catalogue.js';
import { MarketHistoryController } from './inbound/http/market-history.controller.js';
import { CurationController } from './inbound/http/curation.controller.js';
import { MarketsController } from './inbound/http/markets.controller.js';
import { ProductsController } from './inbound/http/products.controller.js';
import { ReadinessController } from './inbound/http/readiness.controller.js';
import { TranslationsController } from './inbound/http/translations.controller.js';
import { PostgresMarketArchive } from './outbound/postgres/postgres-market-archive.js';
import { PostgresMarketBook } from './outbound/postgres/postgres-market-book.js';
import { PostgresProductBook } from './outbound/postgres/postgres-product-book.js';
import { PostgresTranslationSource } from './outbound/postgres/postgres-translation-source.js';

/** Wires the use-cases of catalog to their doors. */
export class CatalogModule {
  static with({ config, database }: Pick<ServiceParts<CatalogConfig>, 'config' | 'database'>): DynamicModule {
    const markets = new PostgresMarketBook(database);
    const products = new PostgresProductBook(database);
    const findMarket = new FindMarket(markets);
    return {
      module: CatalogModule,
      controllers: [
        MarketsController,
        MarketHistoryController,
        ReadinessController,
        ProductsController,
        CurationController,
        TranslationsController,
      ],
      providers: [
        { provide: FindMarket, useValue: findMarket },
        { provide: CheckReadiness, useValue: new CheckReadiness(findMarket, systemClock) },
        { provide: DefineMarket, useValue: new DefineMarket(markets, config) },
        { provide: TransitionMarket, useValue: new TransitionMarket(markets, config) },
        { provide: RollbackMarket, useValue: new RollbackMarket(markets, config) },
        {
          provide: MarketHistory,
          useValue: new MarketHistory(markets, new PostgresMarketArchive(database), config),
        },
        { provide: ImportProducts, useValue: new ImportProducts(products, config) },
        { provide: CurateProducts, useValue: new CurateProducts(products, config) },
        { provide: TranslateCatalogue, useValue: new TranslateCatalogue(products, config) },
        { provide: ReportTranslations, useValue: new ReportTranslations(new PostgresTranslationSource(database)) },
      ],
    };
  }
}
