import {
  marketChangedV1,
  productChangedV1,
  sellerChangedV1,
  stockRejectedV1,
  stockReservedV1,
} from '@reprise/contracts/events';
import { mustBeId } from '@reprise/kernel';
import type { VariantId } from '@reprise/kernel';
import { hears } from '@reprise/platform/messaging';
import type { Hearing } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import type { AdvanceOrder, SagaEvent } from '../../application/advance-order.js';
import type { IssuingTx } from '../../application/document-ports.js';
import type { WebhooksTx } from '../../application/webhook-ports.js';
import type { MarketCopy } from '../../domain/check-order.js';
import { hearForWebhooks, hearSellerMoves } from './hear-for-webhooks.js';
import { documentTermsOf, sellerParticularsOf, variantTitlesOf } from './document-terms.js';

/** What checkout does what it hears with, in the consumer's transaction. */
export interface Hearers {
  readonly advanceOrder: AdvanceOrder;
  readonly deskOf: (tx: Tx) => IssuingTx;
  readonly webhooksOf: (tx: Tx) => WebhooksTx;
}

/** What checkout hears: markets and what kind of thing each variant is, of which it keeps copies, and inventory's word on its orders. */
export function hearFacts({ advanceOrder, deskOf, webhooksOf }: Hearers): Hearing[] {
  const advance = async (facts: readonly { data: { orderId: string } }[], tx: Tx, event: SagaEvent): Promise<void> => {
    await advanceOrder.runAll(
      deskOf(tx),
      facts.map(({ data }) => ({ orderId: mustBeId(data.orderId), event })),
    );
  };
  return [
    hears(marketChangedV1, {
      hear: (facts, tx) =>
        deskOf(tx).saveMarkets(
          facts.map(({ data: { market, version, status, definition } }) => ({
            code: market,
            version,
            status,
            region: definition.region,
            paymentMethods: definition.payments.map(({ method }) => method),
            timeZone: definition.timeZone,
            withdrawalDays: definition.consumerLaw.withdrawalDays,
            ...documentsIn({ market, version, status, definition }),
          })),
        ),
    }),
    hears(productChangedV1, {
      hear: (facts, tx) =>
        deskOf(tx).goods.saveVariants(
          facts.flatMap(({ data }) =>
            [...variantTitlesOf(data)].map(([variantId, title]) => ({
              variantId: mustBeId<VariantId>(variantId),
              version: data.version,
              category: data.category,
              title,
            })),
          ),
        ),
      // What was ordered stays what it was.
      forget: () => Promise.resolve(),
    }),
    hears(sellerChangedV1, {
      hear: async (facts, tx) => {
        await deskOf(tx).documents.saveSellers(facts.map(({ data }) => sellerParticularsOf(data)));
        await hearSellerMoves(facts, webhooksOf(tx));
      },
    }),
    ...hearForWebhooks(webhooksOf),
    hears(stockReservedV1, { from: 'local', hear: (facts, tx) => advance(facts, tx, { kind: 'stockReserved' }) }),
    hears(stockRejectedV1, { from: 'local', hear: (facts, tx) => advance(facts, tx, { kind: 'stockRejected' }) }),
  ];
}

function documentsIn(market: Parameters<typeof documentTermsOf>[0]): Pick<MarketCopy, 'documentTerms'> {
  const documentTerms = documentTermsOf(market);
  return documentTerms === undefined ? {} : { documentTerms };
}
