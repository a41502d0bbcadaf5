import type * as AdvanceOrderModule from '../../apps/checkout/src/application/advance-order.ts';
import type * as ClaimKeyModule from '../../apps/checkout/src/application/claim-key.ts';
import type * as NoteChargesModule from '../../apps/checkout/src/application/note-charges.ts';
import type * as HearProviderModule from '../../apps/checkout/src/application/hear-provider.ts';
import type * as OpenReturnsModule from '../../apps/checkout/src/application/open-returns.ts';
import type * as PerformStepModule from '../../apps/checkout/src/application/perform-step.ts';
import type * as PlaceOrderModule from '../../apps/checkout/src/application/place-order.ts';
import type * as RefundOrderModule from '../../apps/checkout/src/application/refund-order.ts';
import type * as OrderStatusModule from '../../apps/checkout/src/domain/order-status.ts';
import type * as SagaStateModule from '../../apps/checkout/src/domain/saga-state.ts';
import type * as OrderFactsModule from '../../apps/checkout/src/outbound/postgres/order-facts.ts';
import type * as AllocateOrdersModule from '../../apps/inventory/src/application/allocate-orders.ts';
import type * as EndOrdersModule from '../../apps/inventory/src/application/end-orders.ts';
import type * as ExpireCartsModule from '../../apps/inventory/src/application/expire-carts.ts';
import type * as HoldLineModule from '../../apps/inventory/src/application/hold-line.ts';
import type * as TakeGoodsModule from '../../apps/inventory/src/application/take-goods.ts';
import type * as TakeOffersModule from '../../apps/inventory/src/application/take-offers.ts';
import type * as StockLevelModule from '../../apps/inventory/src/domain/stock-level.ts';
import type * as StockSheetModule from '../../apps/inventory/src/domain/stock-sheet.ts';
import { loadBuilt } from '../../bench/load-built.ts';

type Module<M, Name extends keyof M> = Pick<M, Name>;

/** What checkout and inventory decide with, as it runs in production. The simulator brings only the world around it. */
export type Services = Module<typeof AdvanceOrderModule, 'AdvanceOrder'> &
  Module<typeof ClaimKeyModule, 'ClaimKey'> &
  Module<typeof HearProviderModule, 'HearProvider'> &
  Module<typeof NoteChargesModule, 'NoteCharges'> &
  Module<typeof OpenReturnsModule, 'OpenReturns'> &
  Module<typeof PerformStepModule, 'PerformStep'> &
  Module<typeof PlaceOrderModule, 'PlaceOrder'> &
  Module<typeof RefundOrderModule, 'RefundOrder'> &
  Module<typeof OrderStatusModule, 'statusOf' | 'isSettled'> &
  Module<typeof SagaStateModule, 'isTerminal' | 'stepOf'> &
  Module<typeof OrderFactsModule, 'placedFactOf' | 'saleFactOf' | 'refundFactOf'> &
  Module<typeof AllocateOrdersModule, 'AllocateOrders'> &
  Module<typeof EndOrdersModule, 'EndOrders'> &
  Module<typeof ExpireCartsModule, 'ExpireCarts'> &
  Module<typeof HoldLineModule, 'HoldLine'> &
  Module<typeof TakeGoodsModule, 'TakeGoods'> &
  Module<typeof TakeOffersModule, 'TakeOffers'> &
  Module<typeof StockLevelModule, 'availableOf' | 'emptyLevel' | 'promisedOf'> &
  Module<typeof StockSheetModule, 'StockSheet'>;

const checkout = [
  ...[
    'advance-order',
    'claim-key',
    'hear-provider',
    'note-charges',
    'open-returns',
    'perform-step',
    'place-order',
    'refund-order',
  ].map((name) => `application/${name}`),
  'domain/order-status',
  'domain/saga-state',
  'outbound/postgres/order-facts',
];
const inventory = [
  ...['allocate-orders', 'end-orders', 'expire-carts', 'hold-line', 'take-goods', 'take-offers'].map(
    (name) => `application/${name}`,
  ),
  'domain/stock-level',
  'domain/stock-sheet',
];

export async function loadServices(): Promise<Services> {
  const loaded = await Promise.all([
    ...checkout.map((module) => loadBuilt<object>('apps/checkout', module)),
    ...inventory.map((module) => loadBuilt<object>('apps/inventory', module)),
  ]);
  return Object.assign({}, ...loaded) as Services;
}
