import type { Schema } from '@reprise/sdk';
import { askInTurn, findMarket } from './ask-regions.js';
import type { Regions } from './ask-regions.js';

type Status = Schema<'MarketStatus'>;

/** From where a market stands to where it is wanted, each step one move of the life cycle. */
const ways: { readonly [to in Status]: { readonly [from in Status]?: readonly Status[] } } = {
  draft: {},
  preview: { draft: ['preview'] },
  live: { draft: ['preview', 'live'], preview: ['live'], suspended: ['live'] },
  suspended: { live: ['suspended'] },
  retired: { live: ['suspended', 'retired'], suspended: ['retired'], draft: ['retired'], preview: ['retired'] },
};

export interface Move {
  readonly to: Status;
  readonly why: string;
  readonly acceptWarnings: boolean;
}

/** Moves a market, step by step where there is more than one; where it is already is no move. A move that is not allowed is refused by the service. */
export async function moveMarket(regions: Regions, code: string, move: Move): Promise<Schema<'OpsMarket'>> {
  const market = await findMarket(regions, code);
  if (market.status === move.to) return { ...market, changed: false };
  let moved: Schema<'OpsMarket'> = { ...market, changed: false };
  for (const to of ways[move.to][market.status] ?? [move.to]) moved = await step(regions, code, { ...move, to });
  return moved;
}

function step(regions: Regions, code: string, { to, why, acceptWarnings }: Move): Promise<Schema<'OpsMarket'>> {
  return askInTurn(
    regions,
    ['NotTheWriterRegion'],
    (gateway, sendsOn) =>
      gateway.callUnless(sendsOn, `market ${code} to ${to}`, (client) =>
        client.POST('/v1/ops/markets/{market}/transitions', {
          params: { path: { market: code } },
          body: { to, reason: why, acceptWarnings },
        }),
      ),
    'None of these gateways writes markets. Give every region’s gateway.',
  );
}

/** Takes up the definition of an earlier version again. */
export function rollBack(regions: Regions, code: string, version: number, why: string): Promise<Schema<'OpsMarket'>> {
  return askInTurn(
    regions,
    ['NotTheWriterRegion'],
    (gateway, sendsOn) =>
      gateway.callUnless(sendsOn, `market ${code} back to version ${version}`, (client) =>
        client.POST('/v1/ops/markets/{market}/rollback', {
          params: { path: { market: code } },
          body: { version, why },
        }),
      ),
    'None of these gateways writes markets. Give every region’s gateway.',
  );
}
