import type { Provider, Type } from '@nestjs/common';
import { CheckReadiness } from './application/check-readiness.js';
import { PlanMarket } from './application/plan-market.js';
import { ExampleBook } from './application/launch-ports.js';
import { MarketPlanController } from './inbound/http/market-plan.controller.js';
import { ReadinessController } from './inbound/http/readiness.controller.js';
import { PostgresExampleBook } from './outbound/postgres/postgres-example-book.js';
import { PostgresLaunchShelf } from './outbound/postgres/postgres-launch-shelf.js';
import { PostgresPlanShelf } from './outbound/postgres/postgres-plan-shelf.js';
import type { Database } from '@reprise/platform/persistence';

type Parts = Omit<ConstructorParameters<typeof CheckReadiness>[0], 'shelf' | 'examples'>;

/** Wires what a market is asked before it opens. */
export function launchParts(
  database: Database,
  parts: Parts,
): { readonly controllers: Type[]; readonly providers: Provider[] } {
  const examples = new PostgresExampleBook(database);
  const shelf = new PostgresLaunchShelf(database);
  const checkReadiness = new CheckReadiness({ ...parts, examples, shelf });
  const planMarket = new PlanMarket({ ...parts, launchShelf: shelf, planShelf: new PostgresPlanShelf(database) });
  return {
    controllers: [ReadinessController, MarketPlanController],
    providers: [
      { provide: CheckReadiness, useValue: checkReadiness },
      { provide: PlanMarket, useValue: planMarket },
      { provide: ExampleBook, useValue: examples },
    ],
  };
}
