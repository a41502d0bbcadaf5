import { platformMigrations } from '@reprise/platform/persistence';
import type { MigrationClass } from '@reprise/platform/persistence';
import { CreateOffers0001 } from './0001-create-offers.js';
import { CreateCopies0002 } from './0002-create-copies.js';
import { CreateRateTables0003 } from './0003-create-rate-tables.js';
import { CreateOfferImports0004 } from './0004-create-offer-imports.js';
import { CreatePriceLists0005 } from './0005-create-price-lists.js';
import { CreateVouchers0006 } from './0006-create-vouchers.js';
import { CreateFxRates0007 } from './0007-create-fx-rates.js';
import { CreateTaxRateImports0008 } from './0008-create-tax-rate-imports.js';
import { CopyUnits0009 } from './0009-copy-units.js';
import { LeaveRoomOnOfferPages0010 } from './0010-leave-room-on-offer-pages.js';
import { CreateTaxTasks0011 } from './0011-create-tax-tasks.js';
import { KeepStatedPrices0012 } from './0012-keep-stated-prices.js';
import { MeasureSellers0013 } from './0013-measure-sellers.js';
import { KeepMarketExamples0014 } from './0014-keep-market-examples.js';
import { HalveOfferPages0015 } from './0015-halve-offer-pages.js';
import { KeepPublication0016 } from './0016-keep-publication.js';
import { CreatePriceProposals0017 } from './0017-create-price-proposals.js';
import { SchedulePrices0018 } from './0018-schedule-prices.js';
import { KeepPricePacks0019 } from './0019-keep-price-packs.js';
import { SayWhereGoodsLeave0020 } from './0020-say-where-goods-leave.js';
import { SayFxRates0021 } from './0021-say-fx-rates.js';

/** The schema of pricing, in order. */
export const pricingMigrations: readonly MigrationClass[] = [
  ...platformMigrations,
  CreateOffers0001,
  CreateCopies0002,
  CreateRateTables0003,
  CreateOfferImports0004,
  CreatePriceLists0005,
  CreateVouchers0006,
  CreateFxRates0007,
  CreateTaxRateImports0008,
  CopyUnits0009,
  LeaveRoomOnOfferPages0010,
  CreateTaxTasks0011,
  KeepStatedPrices0012,
  MeasureSellers0013,
  KeepMarketExamples0014,
  HalveOfferPages0015,
  KeepPublication0016,
  CreatePriceProposals0017,
  SchedulePrices0018,
  KeepPricePacks0019,
  SayWhereGoodsLeave0020,
  SayFxRates0021,
];
