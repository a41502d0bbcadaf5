import { randomBytes } from 'node:crypto';
import type { FactContract, Topic } from '@reprise/contracts/events';

/** Topics, contracts and groups under names only one test uses, so that tests share a broker and nothing else. */
export interface TestTopics {
  readonly suffix: string;
  readonly topics: readonly Topic[];
  /** The contract, said and heard on the test's own topic. */
  readonly on: <Data>(contract: FactContract<Data>) => FactContract<Data>;
  /** A name (of a group, a client) of this test's own. */
  readonly named: (name: string) => string;
}

/** Suffixes `topics`; give no suffix to get a random one. */
export function testTopics(topics: readonly Topic[], suffix: string = randomBytes(4).toString('hex')): TestTopics {
  const renamed = (topic: Topic): Topic => ({ ...topic, name: `${topic.name}-${suffix}` });
  return {
    suffix,
    topics: topics.map(renamed),
    on: (contract) => ({ ...contract, topic: renamed(contract.topic) }),
    named: (name) => `${name}-${suffix}`,
  };
}
