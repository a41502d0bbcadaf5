import type { FactContract } from '@reprise/contracts/events';
import {
  marketChangedV1,
  offerChangedV1,
  productChangedV1,
  sellerChangedV1,
  stockChangedV1,
  topicNamesHeardIn,
} from '@reprise/contracts/events';
import type { HeardFact, Tombstone } from '@reprise/platform/messaging';
import type { StateChange, StateKind } from '../../application/ports.js';

/** What the gateway keeps of which fact. */
export const heard: readonly { readonly kind: StateKind; readonly contract: FactContract }[] = [
  { kind: 'market', contract: marketChangedV1 as unknown as FactContract },
  { kind: 'product', contract: productChangedV1 as unknown as FactContract },
  { kind: 'seller', contract: sellerChangedV1 as unknown as FactContract },
  { kind: 'offer', contract: offerChangedV1 as unknown as FactContract },
  { kind: 'stock', contract: stockChangedV1 as unknown as FactContract },
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

/** A fact as a change of the read model: full state replaces state, a tombstone removes it. Its contract was checked by the reader. */
export function changeOf(kind: StateKind, message: HeardFact | Tombstone): StateChange {
  const state = message.kind === 'fact' ? stateOf(kind, message) : undefined;
  return { kind, key: message.key, state } as StateChange;
}
