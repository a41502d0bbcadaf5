import type { Provider, Type } from '@nestjs/common';
import type { Clock } from '@reprise/kernel';
import type { ServiceParts } from '@reprise/platform/service';
import { ChangeSeller } from './application/change-seller.js';
import type { MarketBook } from './application/ports.js';
import { RegisterSeller } from './application/register-seller.js';
import { ReviewQuality } from './application/review-quality.js';
import { SellerDesk } from './application/seller-ports.js';
import { ShowQuality } from './application/show-quality.js';
import { KeepQualityDue } from './inbound/clock/keep-quality-due.js';
import { SellerQualityController } from './inbound/http/seller-quality.controller.js';
import { SellersController } from './inbound/http/sellers.controller.js';
import { PostgresSellerDesk } from './outbound/postgres/postgres-seller-desk.js';
import type { PricingConfig } from './pricing.config.js';

/** Wires sellers and how their sales went. */
export function sellerParts(
  { database, logger }: ServiceParts<PricingConfig>,
  markets: MarketBook,
  clock: Clock,
): { readonly controllers: Type[]; readonly providers: Provider[] } {
  const sellers = new PostgresSellerDesk(database);
  const reviewQuality = new ReviewQuality(sellers, markets, clock);
  return {
    controllers: [SellersController, SellerQualityController],
    providers: [
      { provide: SellerDesk, useValue: sellers },
      { provide: RegisterSeller, useValue: new RegisterSeller(sellers, markets, clock) },
      { provide: ChangeSeller, useValue: new ChangeSeller(sellers, markets, clock) },
      { provide: ShowQuality, useValue: new ShowQuality(sellers, clock) },
      { provide: ReviewQuality, useValue: reviewQuality },
      { provide: KeepQualityDue, useValue: new KeepQualityDue(reviewQuality, logger) },
    ],
  };
}
