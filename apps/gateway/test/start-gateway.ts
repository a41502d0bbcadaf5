import type { FactContract, Topic } from '@reprise/contracts/events';
import {
  catalogMarketTopic,
  catalogProductTopic,
  inventoryStockTopic,
  marketChangedV1,
  offerChangedV1,
  pricingOfferTopic,
  pricingPricesTopic,
  pricingSellerTopic,
  pricesChangedV1,
  productChangedV1,
  sellerChangedV1,
  stockChangedV1,
} from '@reprise/contracts/events';
import { mintToken } from '@reprise/platform/http';
import type { TokenRole } from '@reprise/platform/http';
import { ensureTopics } from '@reprise/platform/messaging';
import { createLogger } from '@reprise/platform/telemetry';
import { rawProduce, testBrokers, testTopics, waitFor } from '@reprise/platform/testing';
import type { RawRecord } from '@reprise/platform/testing';
import { exportJWK, generateKeyPair } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StateKind, States } from '../src/application/ports.js';
import type { GatewayConfig } from '../src/gateway.config.js';
import { makeGateway } from '../src/make-gateway.js';
import type { Gateway } from '../src/make-gateway.js';
import { record } from './shop.js';

const heardTopics: readonly Topic[] = [
  catalogMarketTopic,
  catalogProductTopic,
  pricingSellerTopic,
  pricingOfferTopic,
  pricingPricesTopic,
  inventoryStockTopic,
];

const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
const publicJwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA', kty: 'OKP' };
const privateJwk = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'EdDSA' };

/** A token of a role, signed with the key the gateway under test knows. */
export function tokenOf(role: TokenRole, sub: string = role, ttlSeconds = 60): Promise<string> {
  return mintToken({ role, sub, ttlSeconds }, privateJwk);
}

/** A gateway on topics and a directory of its own, which can be stopped and started again. */
export class TestGateway {
  readonly own = testTopics(heardTopics);
  readonly contracts: { readonly [Kind in StateKind]: FactContract };
  readonly stateDir = mkdtempSync(join(tmpdir(), 'gateway-'));
  url = '';
  gateway!: Gateway;

  constructor(private readonly config: Partial<GatewayConfig> = {}) {
    const on = (contract: unknown) => this.own.on(contract as FactContract);
    this.contracts = {
      market: on(marketChangedV1),
      product: on(productChangedV1),
      seller: on(sellerChangedV1),
      offer: on(offerChangedV1),
      stock: on(stockChangedV1),
      price: on(pricesChangedV1),
    };
  }

  async createTopics(): Promise<void> {
    await ensureTopics(testBrokers(), this.own.topics, { region: this.config.region ?? 'eu' });
  }

  /** Starts and, unless told otherwise, waits until it may answer. */
  async start(more: Partial<GatewayConfig> = {}, { filled = true } = {}): Promise<void> {
    const config = { ...this.defaults(), ...this.config, ...more };
    const facts = Object.entries(this.contracts).map(([kind, contract]) => ({ kind: kind as StateKind, contract }));
    const logger = createLogger({ service: 'gateway', region: config.region, level: 'silent' });
    this.gateway = await makeGateway(config, logger, facts);
    ({ url: this.url } = await this.gateway.app.listen(0));
    if (filled) await waitFor(() => this.gateway.model.isFilled, { timeoutMs: 30_000, what: 'the read model' });
  }

  async stop(): Promise<void> {
    await this.gateway.app.close();
    for (const { run } of this.gateway.onShutdown) await run();
  }

  remove(): void {
    rmSync(this.stateDir, { recursive: true, force: true });
  }

  /** Says facts on Kafka as their services would. */
  async say<Kind extends StateKind>(
    ...said: readonly { readonly kind: Kind; readonly state: States[Kind] }[]
  ): Promise<void> {
    const records = said.map(({ kind, state }) =>
      record(this.contracts[kind] as FactContract<{ version: number }>, state),
    );
    await this.produce(...records);
  }

  async produce(...records: readonly RawRecord[]): Promise<void> {
    await rawProduce(testBrokers(), records);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, { headers });
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are what the test is about to look into
  async json(path: string, headers: Record<string, string> = {}): Promise<any> {
    return (await this.get(path, headers)).json();
  }

  private defaults(): GatewayConfig {
    const nobody = 'http://127.0.0.1:9';
    return {
      region: 'eu',
      httpHost: '127.0.0.1',
      httpPort: 0,
      kafkaBrokers: testBrokers(),
      logLevel: 'silent',
      authJwks: { keys: [publicJwk] },
      otlpEndpoint: undefined,
      // Each answer is held against its contract before it leaves.
      checkAnswers: true,
      drainGraceMs: 1_000,
      stateDir: this.stateDir,
      publicUrls: { eu: 'http://eu.test', us: 'http://us.test' },
      storefrontUrl: 'https://shop.example/{market}/{locale}/products/{slug}',
      catalogUrl: nobody,
      pricingUrl: nobody,
      inventoryUrl: nobody,
      checkoutUrl: nobody,
      financeUrl: nobody,
      rateLimitReads: 0,
      rateLimitWrites: 0,
      rateLimitWindowSeconds: 60,
      trustedProxies: [],
      corsOrigins: [],
      sessionSecure: false,
      openSearchUrl: undefined,
      openSearchIndex: 'test-products',
      openSearchTimeoutMs: 5_000,
      cacheBytes: 10_000_000,
      commandTimeoutMs: 2_000,
      orderTimeoutMs: 3_000,
      uploadTimeoutMs: 10_000,
    };
  }
}
