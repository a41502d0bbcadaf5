import type { DataOf, FactContract } from '@reprise/contracts/events';
import {
  marketChangedV1,
  offerChangedV1,
  pricesChangedV1,
  productChangedV1,
  sellerChangedV1,
  stockChangedV1,
  topicNamesHeardIn,
} from '@reprise/contracts/events';
import type { HeardFact, Tombstone } from '@reprise/platform/messaging';
import type { PriceState, StateChange, StateKind } from '../../application/ports.js';

/** What the gateway keeps of which fact. */
export const heard: readonly { readonly kind: StateKind; readonly contract: FactContract }[] = [
  { kind: 'market', contract: marketChangedV1 as unknown as FactContract },
  { kind: 'product', contract: productChangedV1 as unknown as FactContract },
  { kind: 'seller', contract: sellerChangedV1 as unknown as FactContract },
  { kind: 'offer', contract: offerChangedV1 as unknown as FactContract },
  { kind: 'stock', contract: stockChangedV1 as unknown as FactContract },
  { kind: 'price', contract: pricesChangedV1 as unknown as FactContract },
];

/** What a topic's messages are about (a tombstone has no type, only the topic it stands on) and which cell alone may say them there. */
export interface Subject {
  readonly kind: StateKind;
  readonly type: string;
  readonly region: string;
}

/** Every topic read in a region: its own, and the copies mirrored into it, whose names begin with where they come from. */
export function subjectsByTopic(region: string, contracts = heard): ReadonlyMap<string, Subject> {
  return new Map(
    contracts.flatMap(({ kind, contract }) =>
      topicNamesHeardIn(region, contract.topic).map((name): [string, Subject] => {
        const origin = name === contract.topic.name ? region : name.slice(0, -contract.topic.name.length - 1);
        return [name, { kind, type: contract.type, region: origin }];
      }),
    ),
  );
}

/** Sitemaps say when a product changed, which only the envelope knows. */
function stateOf(kind: StateKind, { data, occurredAt }: HeardFact): unknown {
  return kind === 'product' ? { ...(data as object), changedAt: occurredAt } : data;
}

/**
 * A fact as changes of the read model: full state replaces state, a tombstone removes it; a pack of prices is a change an offer, and its
 * tombstone changes nothing, because by then each offer was said otherwise. The contract was checked by the reader.
 */
export function changesOf(kind: StateKind, message: HeardFact | Tombstone): StateChange[] {
  const state = message.kind === 'fact' ? stateOf(kind, message) : undefined;
  if (kind !== 'price') return [{ kind, key: message.key, state } as StateChange];
  return state === undefined ? [] : unpack(state as DataOf<typeof pricesChangedV1>);
}

function unpack({ offerIds, versions, prices }: DataOf<typeof pricesChangedV1>): StateChange[] {
  return offerIds.map((offerId, i) => {
    const state: PriceState = {
      offerId,
      version: versions[i] as number,
      prices: prices.map(({ market, currency, amounts, minAmounts }) => {
        const price = { amount: amounts[i] as string, currency };
        const minAmount = minAmounts?.[i] ?? null;
        return minAmount === null ? { market, price } : { market, price, minPrice: { amount: minAmount, currency } };
      }),
    };
    return { kind: 'price', key: offerId, state };
  });
}
