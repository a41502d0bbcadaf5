import type { FactContract } from './fact.js';
import { marketChangedV1 } from './catalog-market.v1.js';
import { productChangedV1 } from './catalog-product.v1.js';
import { orderCancelledV1, orderConfirmedV1, orderPlacedV1 } from './checkout-order.v1.js';
import { returnChangedV1 } from './checkout-return.v1.js';
import { saleDocumentedV1, saleShippedV1 } from './checkout-sale-followed.v1.js';
import { salesTalliedV1 } from './checkout-sale-tally.v1.js';
import { saleRecordedV1 } from './checkout-sale.v1.js';
import { shipmentChangedV1 } from './checkout-shipment.v1.js';
import { stockRejectedV1, stockReservedV1 } from './inventory-reservation.v1.js';
import { stockChangedV1 } from './inventory-stock.v1.js';
import { unitChangedV1 } from './inventory-unit.v1.js';
import { fxRatePublishedV1 } from './pricing-fx-rate.v1.js';
import { offerChangedV1 } from './pricing-offer.v1.js';
import { pricesChangedV1 } from './pricing-prices.v1.js';
import { sellerChangedV1 } from './pricing-seller.v1.js';

/** Every fact this system says, at every version still on a topic. */
export const facts: readonly FactContract[] = [
  marketChangedV1,
  productChangedV1,
  sellerChangedV1,
  offerChangedV1,
  pricesChangedV1,
  fxRatePublishedV1,
  stockChangedV1,
  unitChangedV1,
  orderPlacedV1,
  orderConfirmedV1,
  orderCancelledV1,
  stockReservedV1,
  stockRejectedV1,
  saleRecordedV1,
  saleShippedV1,
  saleDocumentedV1,
  salesTalliedV1,
  shipmentChangedV1,
  returnChangedV1,
] as unknown as readonly FactContract[];
