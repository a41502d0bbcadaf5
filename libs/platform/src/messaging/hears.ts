import { topicNamesHeardIn, type FactContract } from '@reprise/contracts/events';
import type { Tx } from '../persistence/index.js';
import type { HeardFact, Tombstone } from './heard-fact.js';

/** What to do with facts of one contract. */
export interface HearingOptions<Data> {
  /**
   * Where to listen: `everywhere` (the default) is this region's topic and every copy mirrored into it; `local` is the former alone;
   * a list names the regions whose copies are heard besides it (this region's own name is ignored).
   */
  readonly from?: 'everywhere' | 'local' | readonly string[];
  /**
   * Applies facts that were not applied before, in order per key, all in `tx`. A thrown retriable Fault makes the consumer try again;
   * any other error sets the offending fact aside as a dead letter.
   */
  readonly hear: (facts: HeardFact<Data>[], tx: Tx) => Promise<void>;
  /**
   * Set when `hear` itself compares versions, so that a fact heard again or late changes nothing: then it need not be noted in the inbox,
   * which for a fact that says little is most of what hearing it costs.
   */
  readonly comparesVersions?: boolean;
  /** Forgets keys of a state topic. Without it a tombstone on that topic is a dead letter. */
  readonly forget?: (tombstones: Tombstone[], tx: Tx) => Promise<void>;
}

/** A contract and who hears it. */
export interface Hearing {
  readonly contract: FactContract;
  readonly topicsIn: (region: string) => string[];
  readonly hear: (facts: HeardFact[], tx: Tx) => Promise<void>;
  readonly comparesVersions: boolean;
  readonly forget: ((tombstones: Tombstone[], tx: Tx) => Promise<void>) | undefined;
}

/** Declares what a consumer does with a fact: `hears(offerChangedV1, { hear: (facts, tx) => … })`. */
export function hears<Data>(contract: FactContract<Data>, options: HearingOptions<Data>): Hearing {
  const { from = 'everywhere', hear, forget, comparesVersions = false } = options;
  return {
    contract: contract as unknown as FactContract,
    hear: hear as unknown as Hearing['hear'],
    comparesVersions,
    forget,
    topicsIn: (region) => {
      if (from === 'everywhere') return topicNamesHeardIn(region, contract.topic);
      const others = from === 'local' ? [] : from.filter((other) => other !== region);
      return [contract.topic.name, ...others.map((other) => `${other}.${contract.topic.name}`)];
    },
  };
}
