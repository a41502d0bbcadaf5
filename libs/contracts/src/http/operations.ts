import type { ServiceName } from '../events/topic.js';
import type { Operation } from './operation.js';
import { listCategories } from './categories.js';
import { createCart, deleteCartLine, extendCart, getCart, putCartLine } from './carts.js';
import { dropDeadLetters, listDeadLetters, listServiceDeadLetters, replayDeadLetters } from './dead-letters.js';
import { listSales } from './finance.js';
import { getTrialBalance, listLedger } from './ledger.js';
import {
  assignException,
  decideResolution,
  getReconciliation,
  getSettlementFile,
  importSettlementFile,
  listBreaks,
  listExceptions,
  listReconciliations,
  listSettlementFiles,
  proposeResolution,
  reconcile,
} from './reconciliation.js';
import { getDocument, listDocuments } from './documents.js';
import { importFxRates, listFxRates, proposePrices } from './fx-rates.js';
import { getMarket, getOpsMarket, listMarkets, putMarket, resolveMarket, transitionMarket } from './markets.js';
import { diffMarket, getMarketVersion, listMarketVersions, listOpsMarkets, rollbackMarket } from './market-versions.js';
import { planMarket } from './market-plan.js';
import { getOfferImport, importOffers, listOfferImportErrors, listOfferImports } from './offer-imports.js';
import { getOfferPrice, getSellerOffer, putSellerOffer } from './offers.js';
import { importFeeScale, putFeeTable, putTaxTable } from './ops.js';
import { getOpsProduct, mergeProduct, publishProduct, splitProduct } from './ops-products.js';
import { streamOpsEvents } from './ops-events.js';
import { cancelLines, confirmWithdrawal, getWithdrawal, requestReturn, stateWithdrawal } from './order-returns.js';
import { getOrder, placeOrder, refundOrder } from './orders.js';
import { getProduct, importProducts, listProducts, listVariantOffers } from './products.js';
import { getPriceHistory, listAudit } from './price-history.js';
import {
  beginPriceProposal,
  decidePriceProposal,
  editPriceProposal,
  getPriceProposal,
  getPriceProposalHistogram,
  getSeedingRefusal,
  listPriceProposalRows,
  listPriceProposals,
  putSeedingRefusal,
} from './price-proposals.js';
import { deletePriceList, getPriceList, listPriceLists, putPriceList } from './price-lists.js';
import {
  listSellerWebhooks,
  getSellerWebhook,
  putSellerWebhook,
  deleteSellerWebhook,
  listSellerWebhookDeliveries,
  replaySellerWebhook,
  listOpsWebhooks,
  getOpsWebhook,
  putOpsWebhook,
  deleteOpsWebhook,
  listOpsWebhookDeliveries,
  replayOpsWebhook,
} from './webhooks.js';
import { deleteScheduledPrice, listScheduledPrices, putScheduledPrice } from './scheduled-prices.js';
import { getReadiness, getServiceReadiness, listReadinessItems, putMarketExamples } from './readiness.js';
import { createQuote } from './quotes.js';
import { getRankingParameters, getSellerBuyBox } from './ranking.js';
import {
  feedStock,
  getStock,
  listLocations,
  listOpsUnitDiscrepancies,
  listUnitDiscrepancies,
  putLocation,
  putStockCounting,
} from './stock.js';
import { getTaxRateImport, importTaxRates, listTaxRateImports } from './tax-rates.js';
import { exportTranslations, importTranslations, listMissingTranslations } from './translations.js';
import { getUnit, importUnits, listUnits, moveUnit, registerUnit } from './units.js';
import { getVoucher, putVoucher } from './vouchers.js';
import { createSession, deleteSession, getSession } from './session.js';
import {
  getOwnQuality,
  getSeller,
  getSellerQuality,
  listSellers,
  overrideQualityGate,
  putSeller,
  putSellerIdentity,
  transitionSeller,
} from './sellers.js';
import {
  cancelSellerLines,
  decideReturn,
  endShipment,
  getSellerOrder,
  listSellerOrders,
  receiveReturn,
  shipLines,
} from './seller-orders.js';

import { getMerchantFeed, getSitemap, getSitemapIndex, getStructuredData } from './storefront-exports.js';

/** Every public call. The gateway mounts exactly these; a route that is not here does not exist. */
export const operations: readonly Operation[] = [
  createSession,
  getSession,
  deleteSession,
  listMarkets,
  resolveMarket,
  getMarket,
  listProducts,
  listCategories,
  getProduct,
  listVariantOffers,
  getStructuredData,
  getSitemapIndex,
  getSitemap,
  getMerchantFeed,
  getRankingParameters,
  getOfferPrice,
  getPriceHistory,
  createQuote,
  createCart,
  getCart,
  extendCart,
  putCartLine,
  deleteCartLine,
  placeOrder,
  getOrder,
  listDocuments,
  getDocument,
  cancelLines,
  requestReturn,
  stateWithdrawal,
  confirmWithdrawal,
  getWithdrawal,
  listSellerOrders,
  getSellerOrder,
  shipLines,
  endShipment,
  cancelSellerLines,
  decideReturn,
  receiveReturn,
  putSellerOffer,
  getSellerOffer,
  listScheduledPrices,
  putScheduledPrice,
  deleteScheduledPrice,
  listSellerWebhooks,
  getSellerWebhook,
  putSellerWebhook,
  deleteSellerWebhook,
  listSellerWebhookDeliveries,
  replaySellerWebhook,
  getSellerBuyBox,
  importOffers,
  getSeedingRefusal,
  putSeedingRefusal,
  registerUnit,
  importUnits,
  listUnits,
  getUnit,
  moveUnit,
  listOfferImports,
  getOfferImport,
  listOfferImportErrors,
  getStock,
  putStockCounting,
  putLocation,
  listLocations,
  feedStock,
  listUnitDiscrepancies,
  listOpsUnitDiscrepancies,
  listOpsMarkets,
  getOpsMarket,
  putMarket,
  transitionMarket,
  listMarketVersions,
  getMarketVersion,
  rollbackMarket,
  diffMarket,
  planMarket,
  getReadiness,
  getServiceReadiness,
  listReadinessItems,
  putMarketExamples,
  importProducts,
  getOpsProduct,
  mergeProduct,
  splitProduct,
  publishProduct,
  listMissingTranslations,
  exportTranslations,
  importTranslations,
  importFxRates,
  listFxRates,
  proposePrices,
  listPriceProposals,
  beginPriceProposal,
  getPriceProposal,
  listPriceProposalRows,
  getPriceProposalHistogram,
  editPriceProposal,
  decidePriceProposal,
  putTaxTable,
  putFeeTable,
  importFeeScale,
  putVoucher,
  getVoucher,
  importTaxRates,
  getTaxRateImport,
  listTaxRateImports,
  getOwnQuality,
  listSellers,
  putSeller,
  getSeller,
  putSellerIdentity,
  transitionSeller,
  getSellerQuality,
  overrideQualityGate,
  listPriceLists,
  getPriceList,
  putPriceList,
  deletePriceList,
  listAudit,
  listOpsWebhooks,
  getOpsWebhook,
  putOpsWebhook,
  deleteOpsWebhook,
  listOpsWebhookDeliveries,
  replayOpsWebhook,
  refundOrder,
  listSales,
  listLedger,
  getTrialBalance,
  streamOpsEvents,
  importSettlementFile,
  listSettlementFiles,
  getSettlementFile,
  reconcile,
  listReconciliations,
  getReconciliation,
  listBreaks,
  listExceptions,
  assignException,
  proposeResolution,
  decideResolution,
  listDeadLetters,
  listServiceDeadLetters,
  replayDeadLetters,
  dropDeadLetters,
];

/** What a service answers: what it owns and what it has a part of, without what every service answers alike. */
export function operationsOf(service: ServiceName): readonly Operation[] {
  return operations.filter(({ owner, sharedWith }) => owner === service || sharedWith?.includes(service) === true);
}
