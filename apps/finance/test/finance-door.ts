import type { Envelope, FactContract } from '@reprise/contracts/events';
import { facts, topicNamesHeardIn } from '@reprise/contracts/events';
import { operationsOf } from '@reprise/contracts/http';
import type { Clock } from '@reprise/kernel';
import { newId, systemClock } from '@reprise/kernel';
import { createHttpApp, mintToken } from '@reprise/platform/http';
import type { HttpApp } from '@reprise/platform/http';
import { ensureTopics, FactConsumer } from '@reprise/platform/messaging';
import { createLogger } from '@reprise/platform/telemetry';
import { createTestDatabase, rawProduce, testBrokers, testTopics } from '@reprise/platform/testing';
import type { TestDatabase } from '@reprise/platform/testing';
import { exportJWK, generateKeyPair } from 'jose';
import { FinanceModule } from '../src/finance.module.js';
import { problemOf } from '../src/inbound/http/problem-of.js';
import { readBooks } from '../src/outbound/books/read-books.js';
import { readSettlementAccounts } from '../src/outbound/books/read-settlement-accounts.js';
import { migrations } from '../src/outbound/postgres/migrations/index.js';

type Role = 'finance' | 'ops' | 'seller';

/** Finance as it runs, on a database and topics of its own. */
export interface FinanceDoor {
  readonly db: TestDatabase;
  readonly consumer: FactConsumer;
  readonly app: HttpApp;
  readonly url: string;
  /** Where a contract is said in this cell, and where a copy of another's arrives. */
  topicsOf<Data>(contract: FactContract<Data>): readonly string[];
  /** Says facts of a contract, in this cell or as mirrored from another. */
  tell<Data>(contract: FactContract<Data>, facts: readonly Told<Data>[]): Promise<void>;
  /** A call and its answer. The subject is who the token names. */
  call<Body>(path: string, options?: CallOptions): Promise<{ status: number; body: Body }>;
  close(): Promise<void>;
}

export interface Told<Data> {
  readonly data: Data;
  readonly region?: string;
  readonly occurredAt?: string;
  readonly version?: number;
  readonly market?: string;
}

export interface CallOptions {
  readonly method?: string;
  readonly body?: unknown;
  /** A file, sent as it is under its media type. */
  readonly file?: { readonly type: string; readonly text: string };
  readonly role?: Role;
  readonly subject?: string;
}

/** Opens it and waits until it hears. */
export async function openFinance(clock: Clock = systemClock): Promise<FinanceDoor> {
  const brokers = testBrokers();
  const [books, accounts] = await Promise.all([readBooks(), readSettlementAccounts()]);
  const hearings = FinanceModule.hearings(books);
  const names = testTopics([...new Set(hearings.map(({ contract }) => contract.topic))]);
  const db = await createTestDatabase({ migrations });
  await ensureTopics(brokers, names.topics, { region: 'eu' });
  const consumer = new FactConsumer({
    groupId: names.named('finance'),
    brokers,
    database: db.database,
    region: 'eu',
    knownFacts: facts,
    hearings: hearings.map((hearing) => {
      const contract = names.on(hearing.contract);
      return { ...hearing, contract, topicsIn: (region: string) => topicNamesHeardIn(region, contract.topic) };
    }),
  });
  const logger = createLogger({ service: 'finance', region: 'eu', level: 'silent' });
  const { privateKey, publicKey } = await generateKeyPair('Ed25519', { extractable: true });
  const key = { kid: 'test', alg: 'EdDSA' };
  const privateJwk = { ...(await exportJWK(privateKey)), ...key };
  const app = await createHttpApp(FinanceModule.with({ database: db.database, logger, books, accounts }, clock), {
    service: 'finance',
    config: { region: 'eu', authJwks: { keys: [{ ...(await exportJWK(publicKey)), ...key }] }, checkAnswers: true },
    logger,
    operations: [...operationsOf('finance')],
    problemOf,
  });
  const { url } = await app.listen(0);
  const topicsOf = <Data>(contract: FactContract<Data>): string[] =>
    topicNamesHeardIn('eu', names.on(contract as unknown as FactContract).topic);
  await consumer.start();
  return {
    ...{ db, consumer, app, url },
    topicsOf,
    tell: (contract, told) => {
      const topics = topicsOf(contract);
      return rawProduce(
        brokers,
        told.map((each) => messageOf(contract, each, topics)),
      );
    },
    call: async (path, { method = 'GET', body, file, role = 'finance', subject = newId() } = {}) => {
      const token = await mintToken({ role, sub: subject, ttlSeconds: 600 }, privateJwk);
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(file && { 'content-type': file.type }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(file && { body: file.text }),
      });
      return { status: response.status, body: (await response.json()) as never };
    },
    close: async () => {
      await consumer.stop();
      await app.close();
      await db.drop();
    },
  };
}

function messageOf<Data>(contract: FactContract<Data>, told: Told<Data>, topics: readonly string[]) {
  const { data, region = 'eu', occurredAt = new Date().toISOString(), version = 1, market } = told;
  const envelope: Envelope = {
    ...{
      id: newId(),
      type: contract.type,
      v: contract.v,
      occurredAt,
      region,
      key: contract.keyOf(data),
      version,
      data,
    },
    ...(market !== undefined && { market }),
  } as Envelope;
  const topic = region === 'eu' ? topics[0] : topics.find((name) => name.startsWith(`${region}.`));
  return { topic: topic as string, key: envelope.key, value: JSON.stringify(envelope) };
}
