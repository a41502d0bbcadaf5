import { readFileSync } from 'node:fs';
import type { DataOf } from '@reprise/contracts/events';
import { marketChangedV1, productChangedV1 } from '@reprise/contracts/events';
import { operationsOf } from '@reprise/contracts/http';
import { taxTableSchema, feeTableSchema } from '@reprise/contracts/market';
import type { FixedClock } from '@reprise/kernel';
import { fixedClock, mustBeInstant, newId } from '@reprise/kernel';
import { loadConfig } from '@reprise/platform/config';
import type { HttpApp, TokenRole } from '@reprise/platform/http';
import { createHttpApp, mintToken } from '@reprise/platform/http';
import { createLogger, Metrics } from '@reprise/platform/telemetry';
import type { TestDatabase } from '@reprise/platform/testing';
import { createTestDatabase } from '@reprise/platform/testing';
import { exportJWK, generateKeyPair } from 'jose';
import { parse } from 'yaml';
import { ListFxRates } from '../src/application/list-fx-rates.js';
import { RepriceDue } from '../src/application/reprice-due.js';
import { WorkProposal } from '../src/application/work-proposal.js';
import { RateTables } from '../src/application/ports.js';
import { adoptMarkets, adoptProducts } from '../src/outbound/postgres/adopt-facts.js';
import { pricingMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresMarketBook } from '../src/outbound/postgres/postgres-market-book.js';
import { PostgresProposalDesk } from '../src/outbound/postgres/postgres-proposal-desk.js';
import { PostgresPriceLists } from '../src/outbound/postgres/postgres-price-lists.js';
import { PostgresUnitOfWork } from '../src/outbound/postgres/postgres-unit-of-work.js';
import { pricingConfigSchema } from '../src/pricing.config.js';
import { PricingModule } from '../src/pricing.module.js';

export interface Answer {
  readonly status: number;
  // A test asserts what is in it; a type would only repeat the contract.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: Record<string, any>;
}

const variantId = productChangedV1.example.variants[0]?.variantId ?? '';

/** Pricing over HTTP with a database of its own and a clock that moves when told: France and Germany, one product, one seller. */
export class PricingDoor {
  readonly sellerId = newId();
  private app!: HttpApp;
  private url = '';
  private tokens!: Readonly<Record<'ops' | 'seller', string>>;

  private constructor(
    readonly test: TestDatabase,
    readonly clock: FixedClock,
  ) {}

  static async open(at: string): Promise<PricingDoor> {
    const test = await createTestDatabase({ migrations: pricingMigrations });
    const door = new PricingDoor(test, fixedClock(mustBeInstant(at)));
    await door.start();
    await door.furnish();
    return door;
  }

  private async start(): Promise<void> {
    const [token, quote] = await Promise.all([newKey('token'), newKey('quote')]);
    const config = loadConfig(pricingConfigSchema, {
      REGION: 'eu',
      KAFKA_BROKERS: '127.0.0.1:1',
      LOG_LEVEL: 'silent',
      AUTH_JWKS: JSON.stringify({ keys: [token.publicJwk] }),
      HTTP_CHECK_ANSWERS: 'true',
      PRICING_HTTP_PORT: '0',
      PRICING_DATABASE_URL: this.test.url,
      PRICING_QUOTE_PRIVATE_JWK: JSON.stringify(quote.privateJwk),
    });
    const logger = createLogger({ service: 'pricing', region: 'eu', level: 'silent' });
    const metrics = new Metrics({ service: 'pricing', region: 'eu' });
    const module = await PricingModule.with({ config, logger, metrics, database: this.test.database }, this.clock);
    this.app = await createHttpApp(module, {
      service: 'pricing',
      config,
      logger,
      operations: operationsOf('pricing'),
    });
    ({ url: this.url } = await this.app.listen(0));
    const mint = (role: TokenRole, sub: string) => mintToken({ role, sub, ttlSeconds: 600 }, token.privateJwk);
    this.tokens = { ops: await mint('ops', 'olga'), seller: await mint('seller', this.sellerId) };
  }

  private async furnish(): Promise<void> {
    await this.adopt([], [productChangedV1.example]);
    await this.adopt([marketOf('fr'), marketOf('de')], []);
    const tables = this.app.nest.get(RateTables);
    const tax = taxTableSchema.parse(yaml('tax/eu-vat.yaml'));
    const fee = feeTableSchema.parse(yaml('fees/fr-copie-privee.yaml'));
    await tables.store({ kind: 'tax', id: tax.id, content: tax, storedBy: 'spec' });
    await tables.store({ kind: 'fee', id: fee.id, content: fee, storedBy: 'spec' });
    await new PostgresUnitOfWork(this.test.database).inTransaction((tx) =>
      tx.saveSeller({
        sellerId: this.sellerId,
        version: 1,
        name: 'Spec',
        establishedIn: 'FR',
        status: 'active',
        demo: true,
      }),
    );
  }

  adopt(
    markets: readonly DataOf<typeof marketChangedV1>[],
    products: readonly DataOf<typeof productChangedV1>[],
  ): Promise<void> {
    return this.test.database.inTransaction(async (tx) => {
      await adoptMarkets(tx, markets);
      await adoptProducts(tx, products);
    });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.test.drop();
  }

  /** A body of text is sent as it is; `headers` then say what it is. */
  async call(
    method: string,
    path: string,
    options: { as?: 'ops' | 'seller'; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { body } = options;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.as === undefined ? {} : { authorization: `Bearer ${this.tokens[options.as]}` }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
  }

  /** Sends a file as its sender would. */
  async upload(
    path: string,
    text: string,
    { as = 'seller', type = 'application/x-ndjson' }: { as?: 'ops' | 'seller'; type?: string } = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${this.tokens[as]}` },
      body: text,
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  /** Another process, that may die: its own pool and its own idea of what is due. */
  async repricer(): Promise<{ readonly run: () => Promise<boolean>; readonly die: () => Promise<void> }> {
    const database = await this.test.connectAgain();
    const lists = new PostgresPriceLists(database);
    const repriceDue = new RepriceDue(
      new PostgresUnitOfWork(database, lists),
      new PostgresMarketBook(database),
      lists,
      this.clock,
    );
    return { run: () => repriceDue.run(), die: () => database.close() };
  }

  /** Another process that works at proposals, a few rows a transaction. */
  async proposalWorker(
    rowsAtOnce: number,
  ): Promise<{ readonly run: () => Promise<boolean>; readonly die: () => Promise<void> }> {
    const database = await this.test.connectAgain();
    const lists = new PostgresPriceLists(database);
    const work = new WorkProposal(
      new PostgresProposalDesk(database, lists),
      new PostgresMarketBook(database),
      this.app.nest.get(ListFxRates),
      this.clock,
      { rowsBuilt: rowsAtOnce, rowsApplied: rowsAtOnce },
    );
    return { run: () => work.run(), die: () => database.close() };
  }

  /** Prices again everything that is due. */
  async settle(): Promise<void> {
    const { run, die } = await this.repricer();
    while (await run());
    await die();
  }

  /** Moves the clock and does what is due by then. */
  async at(moment: string): Promise<void> {
    this.clock.set(mustBeInstant(moment));
    await this.settle();
  }

  async putOffer(sku: string, amount: string, change: Record<string, unknown> = {}): Promise<string> {
    const { status, body } = await this.call('PUT', `/v1/seller/offers/${sku}`, {
      as: 'seller',
      body: offerBody(amount, change),
    });
    if (status !== 200 && status !== 201) throw new Error(JSON.stringify(body));
    return body['offerId'] as string;
  }

  async putList(id: string, list: Record<string, unknown>): Promise<Answer> {
    return this.call('PUT', `/v1/ops/price-lists/${id}`, { as: 'ops', body: listBody(list) });
  }

  async price(
    offerId: string,
    query: Record<string, string> = {},
    market = 'fr',
    as?: 'ops' | 'seller',
  ): Promise<Answer['body']> {
    const path = `/v1/markets/${market}/offers/${offerId}/price?${new URLSearchParams(query).toString()}`;
    const { body } = await this.call('GET', path, as === undefined ? {} : { as });
    return body;
  }

  /** What was said of an offer, oldest first: version, displayed price in France and the prior price beside it. */
  async said(offerId: string): Promise<unknown[]> {
    const rows = await this.test.database.query<{
      data: { version: number; prices: { market: string; price: Amount; priorPrice?: Amount }[] };
    }>("SELECT envelope->'data' AS data FROM outbox_fact WHERE topic = 'pricing.offer' AND key = $1 ORDER BY id", [
      offerId,
    ]);
    return rows.map(({ data: { version, prices } }) => {
      const shown = prices.find(({ market }) => market === 'fr');
      return [version, shown?.price.amount, ...(shown?.priorPrice === undefined ? [] : [shown.priorPrice.amount])];
    });
  }
}

interface Amount {
  readonly amount: string;
}

export function offerBody(amount: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    variantId,
    grade: 'EXCELLENT',
    quantity: 5,
    vatScheme: 'REGULAR',
    warrantyMonths: 24,
    shipsFrom: 'FR',
    prices: [{ market: 'fr', amount }],
    ...change,
  };
}

function listBody(list: Record<string, unknown>): Record<string, unknown> {
  return {
    kind: 'sale',
    title: 'Spec',
    reason: 'A spec wants it.',
    validFrom: '2026-11-01T00:00:00+01:00',
    rules: { market: 'fr' },
    adjustment: { type: 'percentOff', percent: '10' },
    ...list,
  };
}

/** Progressive reductions are allowed in France and not in this Germany, so that both readings of the law are seen. */
export function marketOf(code: 'fr' | 'de'): DataOf<typeof marketChangedV1> {
  const { definition } = marketChangedV1.example;
  if (code === 'fr') return marketChangedV1.example;
  return {
    market: 'de',
    version: 1,
    status: 'live',
    definition: {
      ...definition,
      code: 'de',
      countries: ['DE'],
      timeZone: 'Europe/Berlin',
      fees: [],
      consumerLaw: { ...definition.consumerLaw, priorPrice: { windowDays: 30, progressiveReduction: false } },
    },
  };
}

function yaml(file: string): unknown {
  return parse(readFileSync(new URL(`../../../markets/${file}`, import.meta.url), 'utf8'));
}

async function newKey(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const [publicJwk, privateJwk] = await Promise.all([exportJWK(publicKey), exportJWK(privateKey)]);
  return {
    publicJwk: { ...publicJwk, kty: 'OKP', kid, alg: 'EdDSA' },
    privateJwk: { ...privateJwk, kty: 'OKP', kid, alg: 'EdDSA' },
  };
}
