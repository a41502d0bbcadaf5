import { orderCancelledV1, returnChangedV1, saleRecordedV1, shipmentChangedV1 } from '@reprise/contracts/events';
import type { DataOf, sellerChangedV1 } from '@reprise/contracts/events';
import { hears } from '@reprise/platform/messaging';
import type { Hearing, HeardFact } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import type { WebhooksTx } from '../../application/webhook-ports.js';
import { newsOfCancelled, newsOfReturn, newsOfSale, newsOfSeller, newsOfShipment } from './webhook-news.js';
import type { WebhookNews } from '../../domain/webhook-message.js';

/**
 * What webhooks are told is heard like any other fact and not written with the order: an order is as fast as if nobody listened, and what is
 * told was committed. Of its own region alone, whose sellers and operators they are.
 */
export function hearForWebhooks(webhooksOf: (tx: Tx) => WebhooksTx): Hearing[] {
  const note =
    <Data>(newsOf: (data: Data, happenedAt: string) => WebhookNews | readonly WebhookNews[]) =>
    async (facts: readonly HeardFact<Data>[], tx: Tx): Promise<void> => {
      await noteFor(
        webhooksOf(tx),
        facts.flatMap(({ data, occurredAt }) => newsOf(data, occurredAt)),
      );
    };
  return [
    hears(saleRecordedV1, { from: 'local', hear: note(newsOfSale) }),
    hears(orderCancelledV1, { from: 'local', hear: note(newsOfCancelled) }),
    hears(shipmentChangedV1, { from: 'local', hear: note(newsOfShipment), forget: nothing }),
    hears(returnChangedV1, { from: 'local', hear: note(newsOfReturn), forget: nothing }),
  ];
}

/** Sellers that are suspended, or sell again. Heard with what documents need of them. */
export async function hearSellerMoves(
  facts: readonly Pick<HeardFact<SellerChanged>, 'data' | 'occurredAt'>[],
  webhooks: WebhooksTx,
): Promise<void> {
  const moved = await webhooks.moveSellers(facts.map(({ data, occurredAt }) => ({ ...data, occurredAt })));
  await noteFor(
    webhooks,
    moved.flatMap((seller) => newsOfSeller(seller, seller.occurredAt)),
  );
}

type SellerChanged = DataOf<typeof sellerChangedV1>;

/** Most have no webhook, and then nothing is kept for them. */
async function noteFor(webhooks: WebhooksTx, news: readonly WebhookNews[]): Promise<void> {
  if (news.length === 0) return;
  const listening = await webhooks.listening([...new Set(news.map(({ owner }) => owner))]);
  const wanted = news.filter(({ owner }) => listening.has(owner));
  if (wanted.length > 0) await webhooks.note(wanted);
}

/** What was told stays told. */
const nothing = (): Promise<void> => Promise.resolve();
