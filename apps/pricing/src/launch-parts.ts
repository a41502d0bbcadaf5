import type { Provider, Type } from '@nestjs/common';
import { CheckReadiness } from './application/check-readiness.js';
import { ExampleBook } from './application/launch-ports.js';
import { ReadinessController } from './inbound/http/readiness.controller.js';
import { PostgresExampleBook } from './outbound/postgres/postgres-example-book.js';
import { PostgresLaunchShelf } from './outbound/postgres/postgres-launch-shelf.js';
import type { Database } from '@reprise/platform/persistence';

type Parts = Omit<ConstructorParameters<typeof CheckReadiness>[0], 'shelf' | 'examples'>;

/** Wires what a market is asked before it opens. */
export function launchParts(
  database: Database,
  parts: Parts,
): { readonly controllers: Type[]; readonly providers: Provider[] } {
  const examples = new PostgresExampleBook(database);
  const checkReadiness = new CheckReadiness({ ...parts, examples, shelf: new PostgresLaunchShelf(database) });
  return {
    controllers: [ReadinessController],
    providers: [
      { provide: CheckReadiness, useValue: checkReadiness },
      { provide: ExampleBook, useValue: examples },
    ],
  };
}
