import { poisonTopics, repeatFacts, shuffleFacts } from './abuse-topics.ts';
import type { Fault } from './fault.ts';
import { freezeServices } from './freeze-services.ts';
import { hotOffer } from './hot-offer.ts';
import { freezeBroker, killBroker } from './hurt-broker.ts';
import { hurtNetwork } from './hurt-network.ts';
import { cutDatabase, killPostgres, slowSql } from './hurt-postgres.ts';
import { keyRace } from './key-race.ts';
import { killServices } from './kill-services.ts';
import { providerChaos } from './provider-chaos.ts';
import { rebalanceStorm } from './rebalance-storm.ts';
import { rollingDeploy } from './rolling-deploy.ts';

/** Everything that is done to the running system, in the order of its numbers. */
export const matrix: readonly Fault[] = [
  killServices,
  freezeServices,
  killBroker,
  freezeBroker,
  killPostgres,
  hurtNetwork,
  cutDatabase,
  repeatFacts,
  shuffleFacts,
  poisonTopics,
  slowSql,
  rebalanceStorm,
  providerChaos,
  hotOffer,
  keyRace,
  rollingDeploy,
];
