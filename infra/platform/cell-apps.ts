import type { CellPorts } from './cell-ports.ts';
import { authJwks, cellKeys } from './keys.ts';
import type { Keys } from './keys.ts';
import { join } from 'node:path';

/** Everything an app's environment is made of. */
export interface CellFacts {
  readonly region: string;
  readonly stateDir: string;
  readonly ports: CellPorts;
  readonly kafkaBrokers: string;
  readonly databaseUrl: (database: string) => string;
  readonly keys: Keys;
  /** Where each region's gateway is reached from outside: a market that lives elsewhere is answered with a redirect there. */
  readonly gatewayUrls: Readonly<Record<string, string>>;
}

/** How one app of a cell is run. */
export interface CellApp {
  readonly name: AppName;
  /** Has a database of its own, so its migrations run before it starts. */
  readonly migrates: boolean;
  /** Megabytes of old space: enough for its work, small enough that a whole system fits in 4 GB. */
  readonly heapMb: number;
  /**
   * Half of the young generation, in megabytes, which it grows to under load and costs up to three times. Where facts come by the hundred
   * thousand a small one is copied over so often that it is a third of all work.
   */
  readonly semiSpaceMb?: number;
  readonly env: (cell: CellFacts) => Record<string, string>;
}

export const appNames = ['catalog', 'pricing', 'inventory', 'checkout', 'finance', 'gateway'] as const;
export type AppName = (typeof appNames)[number];

export const cellApps: Readonly<Record<AppName, CellApp>> = {
  catalog: { name: 'catalog', migrates: true, heapMb: 192, env: () => ({}) },
  pricing: {
    name: 'pricing',
    migrates: true,
    heapMb: 256,
    semiSpaceMb: 32,
    env: ({ keys, region }) => ({ PRICING_QUOTE_PRIVATE_JWK: JSON.stringify(cellKeys(keys, region).quote.privateJwk) }),
  },
  inventory: { name: 'inventory', migrates: true, heapMb: 192, semiSpaceMb: 32, env: () => ({}) },
  checkout: {
    name: 'checkout',
    migrates: true,
    heapMb: 192,
    semiSpaceMb: 32,
    env: ({ keys, region, ports }) => ({
      CHECKOUT_QUOTE_JWKS: JSON.stringify({ keys: [cellKeys(keys, region).quote.publicJwk] }),
      CHECKOUT_TOKEN_PRIVATE_JWK: JSON.stringify(cellKeys(keys, region).orderToken.privateJwk),
      CHECKOUT_PSP_URL: urlOf(ports.psp),
      CHECKOUT_PSP_WEBHOOK_SECRET: cellKeys(keys, region).pspWebhookSecret,
    }),
  },
  finance: { name: 'finance', migrates: true, heapMb: 192, env: () => ({}) },
  gateway: {
    name: 'gateway',
    migrates: false,
    heapMb: 384,
    semiSpaceMb: 32,
    env: ({ stateDir, ports, gatewayUrls }) => ({
      GATEWAY_STATE_DIR: join(stateDir, 'gateway'),
      GATEWAY_PUBLIC_URLS: JSON.stringify(gatewayUrls),
      GATEWAY_CATALOG_URL: urlOf(ports.catalog),
      GATEWAY_PRICING_URL: urlOf(ports.pricing),
      GATEWAY_INVENTORY_URL: urlOf(ports.inventory),
      GATEWAY_CHECKOUT_URL: urlOf(ports.checkout),
      GATEWAY_FINANCE_URL: urlOf(ports.finance),
      // The console is reached without TLS here.
      GATEWAY_SESSION_SECURE: 'false',
    }),
  },
};

/** What every app of a cell is told, and what this one is told besides. */
export function appEnv(app: CellApp, cell: CellFacts): Record<string, string> {
  const prefix = app.name.toUpperCase();
  return {
    NODE_ENV: 'production',
    REGION: cell.region,
    KAFKA_BROKERS: cell.kafkaBrokers,
    AUTH_JWKS: authJwks(cell.keys, cell.region),
    [`${prefix}_HTTP_PORT`]: String(cell.ports[app.name]),
    ...(app.migrates && { [`${prefix}_DATABASE_URL`]: cell.databaseUrl(app.name) }),
    ...app.env(cell),
  };
}

/** The payment provider of a cell: outside checkout, with a file of its own. */
export function pspEnv({ keys, region, ports, stateDir }: CellFacts): Record<string, string> {
  return {
    PSP_HTTP_PORT: String(ports.psp),
    PSP_STATE_DIR: join(stateDir, 'psp'),
    PSP_WEBHOOK_URL: `${urlOf(ports.checkout)}/v1/psp/webhooks`,
    PSP_WEBHOOK_SECRET: cellKeys(keys, region).pspWebhookSecret,
  };
}

export function urlOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}
