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

/** Every topic read in a region, with what its messages are about: a tombstone has no type, only the topic it stands on. */
export function kindsByTopic(region: string, contracts = heard): ReadonlyMap<string, StateKind> {
  return new Map(
    contracts.flatMap(({ kind, contract }) =>
      topicNamesHeardIn(region, contract.topic).map((name): [string, StateKind] => [name, kind]),
    ),
  );
}

/** A fact as a change of the read model: full state replaces state, a tombstone removes it. Its contract was checked by the reader. */
export function changeOf(kind: StateKind, message: HeardFact | Tombstone): StateChange {
  const state = message.kind === 'fact' ? message.data : undefined;
  return { kind, key: message.key, state } as StateChange;
}
