import type { Schema } from '@reprise/sdk';
import { stringify } from 'yaml';
import { askInTurn, findMarket } from './ask-regions.js';
import type { Regions } from './ask-regions.js';

/** A market as a file of `markets/`: its definition without the words, which are in `locales/`. */
export async function exportMarket(regions: Regions, code: string, version: number | undefined): Promise<string> {
  const market = version === undefined ? await findMarket(regions, code) : await atVersion(regions, code, version);
  const { wording: _, ...definition } = market.definition;
  const head = [
    '# yaml-language-server: $schema=schema/market.schema.json',
    `# ${market.market}, version ${market.version}, as the platform has it. Its words are in locales/.`,
  ];
  return `${head.join('\n')}\n${stringify(definition, { lineWidth: 120, singleQuote: true })}`;
}

function atVersion(regions: Regions, code: string, version: number): Promise<Schema<'MarketAtVersion'>> {
  return askInTurn(
    regions,
    ['NotTheWriterRegion'],
    (gateway, sendsOn) =>
      gateway.callUnless(sendsOn, `market ${code} at version ${version}`, (client) =>
        client.GET('/v1/ops/markets/{market}/versions/{version}', { params: { path: { market: code, version } } }),
      ),
    'None of these gateways keeps versions of markets. Give every region’s gateway.',
  );
}
