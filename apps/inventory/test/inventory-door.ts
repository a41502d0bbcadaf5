import { operations } from '@reprise/contracts/http';
import type { SellerId } from '@reprise/kernel';
import { newId } from '@reprise/kernel';
import { loadConfig } from '@reprise/platform/config';
import type { HttpApp } from '@reprise/platform/http';
import { createHttpApp, mintToken } from '@reprise/platform/http';
import { createLogger, Metrics } from '@reprise/platform/telemetry';
import type { TestDatabase } from '@reprise/platform/testing';
import { createTestDatabase } from '@reprise/platform/testing';
import { exportJWK, generateKeyPair } from 'jose';
import { problemOf } from '../src/inbound/http/problem-of.js';
import { inventoryConfig } from '../src/inventory.config.js';
import { InventoryModule } from '../src/inventory.module.js';
import { inventoryMigrations } from '../src/outbound/postgres/migrations.js';
import { PostgresStockRoom } from '../src/outbound/postgres/postgres-stock-room.js';

export interface Answer {
  readonly status: number;
  // A test asserts what is in it; a type would only repeat the contract.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: Record<string, any>;
}

/** Inventory over HTTP with a database of its own, one market and one seller. Every answer is checked against its contract. */
export class InventoryDoor {
  readonly sellerId = newId<SellerId>();
  readonly room: PostgresStockRoom;
  private app!: HttpApp;
  private url = '';
  private tokens!: Readonly<Record<'ops' | 'seller' | 'rival', string>>;

  private constructor(readonly test: TestDatabase) {
    this.room = new PostgresStockRoom(test.database);
  }

  static async open(): Promise<InventoryDoor> {
    const door = new InventoryDoor(await createTestDatabase({ migrations: inventoryMigrations }));
    await door.start();
    await door.room.transact((tx) =>
      tx.saveMarkets([{ code: 'fr' as never, status: 'live', region: 'eu', quantityMax: 5, version: 1 }]),
    );
    return door;
  }

  private async start(): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const named = { kid: 'token', alg: 'EdDSA' };
    const config = loadConfig(inventoryConfig, {
      REGION: 'eu',
      KAFKA_BROKERS: '127.0.0.1:1',
      LOG_LEVEL: 'silent',
      AUTH_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), ...named }] }),
      HTTP_CHECK_ANSWERS: 'true',
      INVENTORY_HTTP_PORT: '0',
      INVENTORY_DATABASE_URL: this.test.url,
    });
    const logger = createLogger({ service: 'inventory', region: 'eu', level: 'silent' });
    const metrics = new Metrics({ service: 'inventory', region: 'eu' });
    const module = InventoryModule.with({ config, logger, metrics, database: this.test.database });
    const owned = operations.filter(({ owner }) => owner === 'inventory');
    this.app = await createHttpApp(module, { service: 'inventory', config, logger, operations: owned, problemOf });
    ({ url: this.url } = await this.app.listen(0));
    const key = { ...(await exportJWK(privateKey)), ...named };
    const mint = (role: 'ops' | 'seller', sub: string) => mintToken({ role, sub, ttlSeconds: 600 }, key);
    this.tokens = {
      ops: await mint('ops', 'olga'),
      seller: await mint('seller', this.sellerId),
      rival: await mint('seller', newId()),
    };
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.test.drop();
  }

  async call(
    method: string,
    path: string,
    options: {
      readonly as?: 'ops' | 'seller' | 'rival';
      readonly body?: unknown;
      readonly lines?: readonly unknown[];
    } = {},
  ): Promise<Answer> {
    const { as, body, lines } = options;
    const sent = lines?.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    const type = lines === undefined ? 'application/json' : 'application/x-ndjson';
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...((body !== undefined || lines !== undefined) && { 'content-type': type }),
        ...(as !== undefined && { authorization: `Bearer ${this.tokens[as]}` }),
      },
      ...((body !== undefined || lines !== undefined) && { body: sent ?? JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }
}
