import type { Provider, Type } from '@nestjs/common';
import type { Clock } from '@reprise/kernel';
import type { ServiceParts } from '@reprise/platform/service';
import { ImportFxRates } from './application/import-fx-rates.js';
import { ListFxRates } from './application/list-fx-rates.js';
import type { MarketBook } from './application/ports.js';
import { ProposePrices } from './application/propose-prices.js';
import { FxController } from './inbound/http/fx.controller.js';
import { PostgresFxRates } from './outbound/postgres/postgres-fx-rates.js';
import { PostgresOfferShelf } from './outbound/postgres/postgres-offer-shelf.js';
import type { PricingConfig } from './pricing.config.js';

/** Wires exchange rates and what is proposed from them. */
export function fxParts(
  { config, database, logger, metrics }: ServiceParts<PricingConfig>,
  markets: MarketBook,
  clock: Clock,
): { readonly controllers: Type[]; readonly providers: Provider[]; readonly listRates: ListFxRates } {
  const rates = new PostgresFxRates(database);
  const listRates = new ListFxRates(rates, clock, { maxAgeDays: config.fxMaxAgeDays });
  const jumps = metrics.counter(
    'fx_rate_jumps_total',
    'Rates stored that moved further in a day than is let pass.',
    'currency',
  );
  const importRates = new ImportFxRates(rates, clock, {
    jumpPpm: config.fxJumpPpm,
    onJump: ({ currency, date, changePpm }) => {
      jumps.inc({ currency });
      logger.warn('fx.rate_jumped', { currency, date, changePpm });
    },
  });
  return {
    listRates,
    controllers: [FxController],
    providers: [
      { provide: ImportFxRates, useValue: importRates },
      { provide: ListFxRates, useValue: listRates },
      { provide: ProposePrices, useValue: new ProposePrices(new PostgresOfferShelf(database), markets, listRates) },
    ],
  };
}
