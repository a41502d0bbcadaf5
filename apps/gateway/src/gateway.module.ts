import type { DynamicModule } from '@nestjs/common';
import { NegotiateLocale } from './application/negotiate-locale.js';
import { PageAddress } from './application/page-address.js';
import type { SearchIndex, Shelf } from './application/ports.js';
import { Door } from './inbound/http/enter.js';
import { EventStreams } from './inbound/http/event-streams.js';
import { EventsController } from './inbound/http/events.controller.js';
import { ExportsController } from './inbound/http/exports.controller.js';
import { MarketsController } from './inbound/http/markets.controller.js';
import { RankingController } from './inbound/http/ranking.controller.js';
import { ReadyReads } from './inbound/http/ready-reads.js';
import { RenderedCache } from './inbound/http/rendered-cache.js';
import { SESSION_DESK, SessionController } from './inbound/http/session.controller.js';
import type { SessionDesk } from './inbound/http/session.controller.js';
import { SEARCH_INDEX, SHELF, StorefrontController } from './inbound/http/storefront.controller.js';

/** What the controllers are made of. */
export interface GatewayParts {
  readonly door: Door;
  readonly negotiate: NegotiateLocale;
  readonly shelf: Shelf;
  readonly index: SearchIndex;
  readonly cache: RenderedCache;
  readonly desk: SessionDesk;
  readonly ready: ReadyReads;
  readonly address: PageAddress;
  readonly streams: EventStreams;
}

/** Wires what the gateway answers itself; what it forwards is mounted from the operation table. */
export class GatewayModule {
  static with({ door, negotiate, shelf, index, cache, ready, address, desk, streams }: GatewayParts): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [
        EventsController,
        ExportsController,
        MarketsController,
        RankingController,
        StorefrontController,
        SessionController,
      ],
      providers: [
        { provide: Door, useValue: door },
        { provide: NegotiateLocale, useValue: negotiate },
        { provide: SHELF, useValue: shelf },
        { provide: SEARCH_INDEX, useValue: index },
        { provide: RenderedCache, useValue: cache },
        { provide: SESSION_DESK, useValue: desk },
        { provide: ReadyReads, useValue: ready },
        { provide: PageAddress, useValue: address },
        { provide: EventStreams, useValue: streams },
      ],
    };
  }
}
