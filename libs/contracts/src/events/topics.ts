import type { Topic } from './topic.js';

/** Market definitions and their life cycle: global master data, written in one region. Key: market code. */
export const catalogMarketTopic: Topic = {
  name: 'catalog.market',
  key: 'market',
  producer: 'catalog',
  consumers: ['catalog', 'pricing', 'inventory', 'checkout', 'gateway'],
  partitions: 1,
  retention: { kind: 'state' },
  mirrored: [{ from: 'eu', to: 'us' }],
};

/** Products with their variants, full state: global master data, written in one region. Key: product id. */
export const catalogProductTopic: Topic = {
  name: 'catalog.product',
  key: 'productId',
  producer: 'catalog',
  consumers: ['catalog', 'pricing', 'checkout', 'finance', 'gateway'],
  partitions: 3,
  retention: { kind: 'state' },
  mirrored: [{ from: 'eu', to: 'us' }],
};

/** Sellers a region trades with. Key: seller id. */
export const pricingSellerTopic: Topic = {
  name: 'pricing.seller',
  key: 'sellerId',
  producer: 'pricing',
  consumers: ['checkout', 'gateway'],
  partitions: 1,
  retention: { kind: 'state' },
};

/** Offers with the price each market shows, full state. Key: offer id. */
export const pricingOfferTopic: Topic = {
  name: 'pricing.offer',
  key: 'offerId',
  producer: 'pricing',
  consumers: ['inventory', 'gateway'],
  partitions: 3,
  retention: { kind: 'state' },
};

/** New prices of many offers at once, until each of them was said whole. Key: pack id. */
export const pricingPricesTopic: Topic = {
  name: 'pricing.prices',
  key: 'packId',
  producer: 'pricing',
  consumers: ['gateway'],
  partitions: 3,
  retention: { kind: 'state' },
};

/** Reference exchange rates, a key a day and currency. Key: rate id. */
export const pricingFxRateTopic: Topic = {
  name: 'pricing.fx-rate',
  key: 'rateId',
  producer: 'pricing',
  consumers: ['finance'],
  partitions: 1,
  retention: { kind: 'state' },
};

/** Stock level of an offer, full state. Key: offer id. */
export const inventoryStockTopic: Topic = {
  name: 'inventory.stock',
  key: 'offerId',
  producer: 'inventory',
  consumers: ['pricing', 'gateway'],
  partitions: 3,
  retention: { kind: 'state' },
};

/** Single devices with what they cost and how they were bought, full state; never their IMEI. Key: unit id. */
export const inventoryUnitTopic: Topic = {
  name: 'inventory.unit',
  key: 'unitId',
  producer: 'inventory',
  consumers: ['pricing', 'finance'],
  partitions: 3,
  retention: { kind: 'state' },
};

/** What happens to an order, without personal data. Key: order id. */
export const checkoutOrderTopic: Topic = {
  name: 'checkout.order',
  key: 'orderId',
  producer: 'checkout',
  consumers: ['inventory', 'pricing', 'checkout'],
  partitions: 3,
  retention: { kind: 'event', retentionDays: 30 },
};

/** Inventory's answer to an order. Key: order id. */
export const inventoryReservationTopic: Topic = {
  name: 'inventory.reservation',
  key: 'orderId',
  producer: 'inventory',
  consumers: ['checkout'],
  partitions: 3,
  retention: { kind: 'event', retentionDays: 30 },
};

/** Confirmed sales and refunds for finance, pseudonymous, so that they may leave their region. Key: order id. */
export const checkoutSaleTopic: Topic = {
  name: 'checkout.sale',
  key: 'orderId',
  producer: 'checkout',
  consumers: ['finance', 'pricing', 'checkout'],
  partitions: 3,
  retention: { kind: 'event', retentionDays: 3650 },
  mirrored: [{ from: 'us', to: 'eu' }],
};

/** How many sales a region said of each day, for whoever must know that all arrived. Key: region and day. */
export const checkoutSaleTallyTopic: Topic = {
  name: 'checkout.sale-tally',
  key: 'tallyId',
  producer: 'checkout',
  consumers: ['finance'],
  partitions: 1,
  retention: { kind: 'state' },
  mirrored: [{ from: 'us', to: 'eu' }],
};

/** Parcels and where they are, full state, without the person they go to. Key: shipment id. */
export const checkoutShipmentTopic: Topic = {
  name: 'checkout.shipment',
  key: 'shipmentId',
  producer: 'checkout',
  consumers: ['inventory', 'pricing', 'checkout'],
  partitions: 3,
  retention: { kind: 'state' },
};

/** Cancellations, withdrawals, returns and claims, full state, without the person. Key: return id. */
export const checkoutReturnTopic: Topic = {
  name: 'checkout.return',
  key: 'returnId',
  producer: 'checkout',
  consumers: ['inventory', 'pricing', 'checkout'],
  partitions: 3,
  retention: { kind: 'state' },
};

/** Every topic of the system. What is not here is not created, and brokers refuse to create topics by themselves. */
export const topics: readonly Topic[] = [
  catalogMarketTopic,
  catalogProductTopic,
  pricingSellerTopic,
  pricingOfferTopic,
  pricingPricesTopic,
  pricingFxRateTopic,
  inventoryStockTopic,
  inventoryUnitTopic,
  checkoutOrderTopic,
  inventoryReservationTopic,
  checkoutSaleTopic,
  checkoutSaleTallyTopic,
  checkoutShipmentTopic,
  checkoutReturnTopic,
];

/** The names under which a topic is heard in a region: its own, and each copy mirrored into that region (`eu.catalog.product`). */
export function topicNamesHeardIn(region: string, topic: Topic): string[] {
  const copies = (topic.mirrored ?? [])
    .filter((flow) => flow.to === region)
    .map((flow) => `${flow.from}.${topic.name}`);
  return [topic.name, ...copies];
}
