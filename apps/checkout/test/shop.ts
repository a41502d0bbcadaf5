import type { LockedQuote } from '@reprise/contracts';
import { operations } from '@reprise/contracts/http';
import { newId } from '@reprise/kernel';
import { loadConfig } from '@reprise/platform/config';
import type { HttpApp } from '@reprise/platform/http';
import { createHttpApp, mintToken } from '@reprise/platform/http';
import { createLogger, Metrics } from '@reprise/platform/telemetry';
import type { TestDatabase } from '@reprise/platform/testing';
import { createTestDatabase } from '@reprise/platform/testing';
import { IssueDueDocuments } from '../src/application/issue-due-documents.js';
import { HearProvider } from '../src/application/hear-provider.js';
import { RunDueSteps } from '../src/application/run-due-steps.js';
import { checkoutConfigSchema } from '../src/checkout.config.js';
import { chooseProvider } from '../src/choose-provider.js';
import { CheckoutModule } from '../src/checkout.module.js';
import { problemOf } from '../src/inbound/http/problem-of.js';
import { mountProviderWebhooks } from '../src/inbound/http/provider-webhooks.js';
import { checkoutMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresDesk } from '../src/outbound/postgres/postgres-desk.js';
import { InventoryStandIn } from './inventory-stand-in.js';
import { freePort, ProviderProcess } from './provider-process.js';
import { realTerms } from './real-terms.js';
import type { SigningKey } from './quotes.js';
import { newSigningKey, quoteOf, signQuote } from './quotes.js';

/** Times a test can wait for: a provider that is silent for longer than this has not answered. */
export const pspTimeoutMs = 300;
export const lateWebhookMs = 1_500;

/** What every way of running checkout in a test has: its database, its provider, the keys of those it trusts. */
export interface Surroundings {
  readonly db: TestDatabase;
  readonly provider: ProviderProcess;
  readonly quoteKey: SigningKey;
  readonly tokenKey: SigningKey;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

export async function surroundings(): Promise<Surroundings> {
  const db = await createTestDatabase({ migrations: checkoutMigrations, database: { poolSize: 16 } });
  const port = await freePort();
  const provider = new ProviderProcess(`http://127.0.0.1:${port}/v1/psp/webhooks`, lateWebhookMs);
  await provider.start();
  const [quoteKey, tokenKey] = await Promise.all([newSigningKey('quote'), newSigningKey('order')]);
  await new PostgresDesk(db.database).transact((tx) =>
    tx.saveMarkets([
      {
        ...{ code: 'fr', version: 1, status: 'live', region: 'eu', paymentMethods: ['card'] },
        ...{ timeZone: 'Europe/Paris', withdrawalDays: 14, documentTerms: realTerms('fr') },
      },
    ]),
  );
  const env = {
    REGION: 'eu',
    // Nobody is there: orders are accepted all the same, and what they say waits in the outbox.
    KAFKA_BROKERS: '127.0.0.1:1',
    LOG_LEVEL: 'silent',
    AUTH_JWKS: JSON.stringify({ keys: [tokenKey.publicJwk] }),
    HTTP_CHECK_ANSWERS: 'true',
    CHECKOUT_HTTP_PORT: String(port),
    CHECKOUT_DATABASE_URL: db.url,
    CHECKOUT_QUOTE_JWKS: JSON.stringify({ keys: [quoteKey.publicJwk] }),
    CHECKOUT_TOKEN_PRIVATE_JWK: JSON.stringify(tokenKey.privateJwk),
    CHECKOUT_PSP_URL: provider.url,
    CHECKOUT_PSP_TIMEOUT_MS: String(pspTimeoutMs),
    CHECKOUT_PSP_WEBHOOK_SECRET: provider.secret,
    CHECKOUT_PAYMENT_TRIES: '5',
    CHECKOUT_STEP_POLL_MS: '50',
    CHECKOUT_STEP_CONCURRENCY: '16',
    CHECKOUT_WEBHOOK_TARGETS: 'any',
    CHECKOUT_WEBHOOK_POLL_MS: '50',
  };
  const close = async () => {
    await provider.remove();
    await db.drop();
  };
  return { db, provider, quoteKey, tokenKey, port, env, close };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // A test asserts what is in it; a type would only repeat the contract.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: Record<string, any>;
}

/** Checkout as its callers know it: a URL. */
export class Shopper {
  readonly url: string;

  constructor(readonly around: Surroundings) {
    this.url = `http://127.0.0.1:${around.port}`;
  }

  quote(offerId: string = newId(), changed: Partial<LockedQuote> = {}): Promise<string> {
    return signQuote(quoteOf(offerId, changed), this.around.quoteKey);
  }

  async order(
    quoteToken: string,
    options: {
      readonly token?: string;
      readonly key?: string | undefined;
      readonly wait?: number;
      readonly body?: Record<string, unknown>;
    } = {},
  ): Promise<Answer> {
    const { token = 'tok_approve', wait = 10, body = {} } = options;
    const key = 'key' in options ? options.key : newId();
    return this.call('POST', '/v1/markets/fr/orders', {
      headers: { prefer: `wait=${wait}`, ...(key !== undefined && { 'idempotency-key': key }) },
      body: {
        quoteToken,
        customer: { email: 'ada.canary@example.org', name: 'Ada Canary' },
        shipTo: { country: 'FR', postalCode: '75011', line1: '1 Canary Wharf' },
        payment: { method: 'card', token },
        ...body,
      },
    });
  }

  read(orderId: string, accessToken?: string): Promise<Answer> {
    return this.call('GET', `/v1/markets/fr/orders/${orderId}`, {
      headers: accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` },
    });
  }

  refund(orderId: string, key: string = newId(), body: Record<string, unknown> = {}): Promise<Answer> {
    const path = `/v1/markets/fr/orders/${orderId}/refunds`;
    return this.post(path, {
      as: { role: 'ops', sub: 'op-1' },
      key,
      body: { reason: 'the screen is broken', ...body },
    });
  }

  /** A call that must count once, with a key of its own unless one is given. */
  async post(
    path: string,
    {
      as,
      key = newId(),
      body = {},
    }: {
      readonly as: { readonly role: 'buyer' | 'seller' | 'ops'; readonly sub: string };
      /** Null sends none. */
      readonly key?: string | null | undefined;
      readonly body?: unknown;
    },
  ): Promise<Answer> {
    const token = await mintToken({ ...as, ttlSeconds: 60 }, this.around.tokenKey.privateJwk);
    const headers = { authorization: `Bearer ${token}`, ...(key !== null && { 'idempotency-key': key }) };
    return this.call('POST', path, { headers, body });
  }

  async get(path: string, as: { readonly role: 'buyer' | 'seller' | 'ops'; readonly sub: string }): Promise<Answer> {
    const token = await mintToken({ ...as, ttlSeconds: 60 }, this.around.tokenKey.privateJwk);
    return this.call('GET', path, { headers: { authorization: `Bearer ${token}` } });
  }

  async call(
    method: string,
    path: string,
    { headers, body }: { readonly headers: Record<string, string>; readonly body?: unknown },
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (text === '' ? {} : JSON.parse(text)) as Answer['body'],
    };
  }
}

/** Checkout in this process, with everything but Kafka; a stand-in answers for inventory. */
export class Shop extends Shopper {
  private constructor(
    around: Surroundings,
    private readonly app: HttpApp,
    readonly inventory: InventoryStandIn,
    private readonly steps: RunDueSteps,
    readonly documents: IssueDueDocuments,
  ) {
    super(around);
  }

  static async open(): Promise<Shop> {
    const around = await surroundings();
    const config = loadConfig(checkoutConfigSchema, around.env);
    const { database } = around.db;
    const logger = createLogger({ service: 'checkout', region: 'eu', level: 'silent' });
    const metrics = new Metrics({ service: 'checkout', region: 'eu' });
    const app = await createHttpApp(CheckoutModule.with({ config, database, logger, metrics }), {
      service: 'checkout',
      config,
      logger,
      metrics,
      operations: operations.filter(({ owner }) => owner === 'checkout'),
      problemOf,
    });
    mountProviderWebhooks(app, { hearProvider: app.nest.get(HearProvider), read: chooseProvider(config).readNews });
    await app.listen(around.port);
    const steps = app.nest.get(RunDueSteps);
    steps.start();
    const documents = app.nest.get(IssueDueDocuments);
    documents.start();
    const inventory = new InventoryStandIn(database, () => steps.wake());
    inventory.start();
    return new Shop(around, app, inventory, steps, documents);
  }

  get provider(): ProviderProcess {
    return this.around.provider;
  }

  query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return this.around.db.database.query<Row>(sql, params);
  }

  /** Everything said about an order, as `type` or, for money, `type kind`. */
  async said(orderId: string): Promise<string[]> {
    const rows = await this.query<{ said: string }>(
      `SELECT concat_ws(' ', envelope->>'type', envelope->'data'->>'kind') AS said FROM outbox WHERE key = $1 ORDER BY id`,
      [orderId],
    );
    return rows.map(({ said }) => said);
  }

  /** The latest fact of a type about an order, by key where there are several. */
  async factsOf(type: string, orderId: string): Promise<Answer['body'][]> {
    const rows = await this.query<{ data: Answer['body'] }>(
      `SELECT envelope->'data' AS data FROM outbox WHERE envelope->>'type' = $1 AND envelope->'data'->>'orderId' = $2 ORDER BY id`,
      [type, orderId],
    );
    return rows.map(({ data }) => data);
  }

  async close(): Promise<void> {
    await this.inventory.stop();
    await this.steps.stop();
    await this.documents.stop();
    await this.app.close();
    await this.around.close();
  }
}
