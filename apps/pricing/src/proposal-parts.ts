import type { Provider, Type } from '@nestjs/common';
import type { Clock } from '@reprise/kernel';
import type { ServiceParts } from '@reprise/platform/service';
import { BeginProposal } from './application/begin-proposal.js';
import { DecideProposal } from './application/decide-proposal.js';
import type { ListFxRates } from './application/list-fx-rates.js';
import type { MarketBook } from './application/ports.js';
import { ProposalDesk } from './application/proposal-ports.js';
import { WorkProposal } from './application/work-proposal.js';
import { KeepProposalsGoing } from './inbound/clock/keep-proposals-going.js';
import { PriceProposalsController } from './inbound/http/price-proposals.controller.js';
import { PostgresProposalDesk } from './outbound/postgres/postgres-proposal-desk.js';
import type { PostgresPriceLists } from './outbound/postgres/postgres-price-lists.js';
import type { PricingConfig } from './pricing.config.js';

/** Wires sets of proposed prices. */
export function proposalParts(
  { config, database, logger }: ServiceParts<PricingConfig>,
  known: { readonly markets: MarketBook; readonly lists: PostgresPriceLists; readonly fxRates: ListFxRates },
  clock: Clock,
): { readonly controllers: Type[]; readonly providers: Provider[] } {
  const { markets, lists, fxRates } = known;
  const { region } = config;
  const desk = new PostgresProposalDesk(database, lists);
  const workProposal = new WorkProposal(desk, markets, fxRates, clock);
  const bell = new KeepProposalsGoing(logger, workProposal);
  return {
    controllers: [PriceProposalsController],
    providers: [
      { provide: ProposalDesk, useValue: desk },
      { provide: BeginProposal, useValue: new BeginProposal(desk, markets, fxRates, bell, clock, { region }) },
      { provide: DecideProposal, useValue: new DecideProposal(desk, markets, bell, clock) },
      { provide: WorkProposal, useValue: workProposal },
      { provide: KeepProposalsGoing, useValue: bell },
    ],
  };
}
