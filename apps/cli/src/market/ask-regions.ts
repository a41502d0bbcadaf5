import type { Schema } from '@reprise/sdk';
import { UsageError } from '../door/failures.js';
import type { Gateway } from '../door/gateway.js';

export type Regions = ReadonlyMap<string, Gateway>;

/** Asks one gateway after the other until one does not send us on: which region serves or writes a market is the system's business. */
export async function askInTurn<T>(
  regions: Regions,
  sendsOn: readonly string[],
  ask: (gateway: Gateway, sendsOn: readonly string[]) => Promise<T | undefined>,
  otherwise: string,
): Promise<T> {
  for (const gateway of regions.values()) {
    const answered = await ask(gateway, sendsOn);
    if (answered !== undefined) return answered;
  }
  throw new UsageError(otherwise);
}

/** The gateway of the region that serves a market, which is the one that prices it. */
export async function homeOf(regions: Regions, code: string): Promise<Gateway> {
  const { definition } = await findMarket(regions, code);
  const home = regions.get(definition.region);
  if (home === undefined)
    throw new UsageError(`${code} is served by ${definition.region}: give that region's gateway.`);
  return home;
}

/** A market as operations see it, from whichever region knows it. */
export async function findMarket(regions: Regions, code: string): Promise<Omit<Schema<'OpsMarket'>, 'changed'>> {
  return askInTurn(
    regions,
    ['MarketNotFound'],
    (gateway, sendsOn) =>
      gateway.callUnless(sendsOn, `market ${code}`, (client) =>
        client.GET('/v1/ops/markets/{market}', { params: { path: { market: code } } }),
      ),
    `There is no market ${code}. \`reprise market new ${code.toUpperCase()} --from …\` begins one.`,
  );
}

/** As it is written in addresses: `PT` is `pt`. */
export function codeOf(text: string): string {
  return text.toLowerCase();
}
