import { loadConfigOrExit } from '@reprise/platform/config';
import { runService } from '@reprise/platform/service';
import { KeepPricesDue } from './inbound/clock/keep-prices-due.js';
import { SettlePricesDue } from './inbound/clock/settle-prices-due.js';
import { SettleTaxesDue } from './inbound/clock/settle-taxes-due.js';
import { hearFacts } from './inbound/kafka/hear-facts.js';
import { KeepProposalsGoing } from './inbound/clock/keep-proposals-going.js';
import { KeepQualityDue } from './inbound/clock/keep-quality-due.js';
import * as copies from './outbound/postgres/adopt-facts.js';
import { countReturns, countSales, countShipments, markMarketsDue } from './outbound/postgres/count-quality.js';
import { noteCancellations, noteSales } from './outbound/postgres/postgres-tax-tasks.js';
import { pricingMigrations } from './outbound/postgres/migrations/index.js';
import { pricingConfigSchema } from './pricing.config.js';
import { PricingModule } from './pricing.module.js';

await runService({
  name: 'pricing',
  config: loadConfigOrExit(pricingConfigSchema),
  migrations: pricingMigrations,
  module: (parts) => PricingModule.with(parts),
  hearings: () =>
    hearFacts({
      ...copies,
      ...{ noteSales, noteCancellations },
      ...{ countSales, countShipments, countReturns, markMarketsDue },
    }),
  background: (app) => [
    app.nest.get(KeepPricesDue).start(),
    app.nest.get(SettlePricesDue).start(),
    app.nest.get(SettleTaxesDue).start(),
    app.nest.get(KeepQualityDue).start(),
    app.nest.get(KeepProposalsGoing).start(),
  ],
});
