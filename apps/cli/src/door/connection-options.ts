import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { CredentialRole } from './credentials.js';
import { tokenFor } from './credentials.js';
import { Gateway } from './gateway.js';

/** How commands reach the system, as given on the command line or in the environment. */
export interface ConnectionFlags {
  readonly gateway: string;
  readonly gatewayEu: string;
  readonly gatewayUs: string;
  readonly token?: string;
  readonly credentials: string;
}

/** Adds the options every command has. */
export function addConnectionOptions(program: Command): Command {
  return program
    .addOption(
      new Option('--gateway <url>', 'gateway to ask')
        .env('REPRISE_GATEWAY')
        .default('http://127.0.0.1:4100')
        .argParser(urlOf),
    )
    .addOption(
      new Option('--gateway-eu <url>', 'gateway of the region eu, for commands that touch every region')
        .env('GATEWAY_URL_EU')
        .default('http://127.0.0.1:4100')
        .argParser(urlOf),
    )
    .addOption(
      new Option('--gateway-us <url>', 'gateway of the region us, likewise')
        .env('GATEWAY_URL_US')
        .default('http://127.0.0.1:4200')
        .argParser(urlOf),
    )
    .option('--token <jwt>', 'token to act with; else the one of the credentials file that the command needs')
    .option('--credentials <file>', 'tokens the platform wrote at start', '.local/credentials.json');
}

/** The gateway asked, on behalf of `role` or of nobody. */
export async function openGateway(flags: ConnectionFlags, role?: CredentialRole): Promise<Gateway> {
  return new Gateway(flags.gateway, role === undefined ? undefined : await tokenFor(role, flags));
}

/** Every region's gateway by region, on behalf of `role`. */
export async function openRegions(flags: ConnectionFlags, role: CredentialRole): Promise<ReadonlyMap<string, Gateway>> {
  const token = await tokenFor(role, flags);
  return new Map([
    ['eu', new Gateway(flags.gatewayEu, token)],
    ['us', new Gateway(flags.gatewayUs, token)],
  ]);
}

function urlOf(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new InvalidArgumentError(`must be a URL such as http://127.0.0.1:4100, not ${JSON.stringify(text)}.`);
}
