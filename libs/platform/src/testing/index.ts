export { asKafkaAdmin, rawConsume, rawProduce, type RawRecord } from '../messaging/raw-kafka.js';
export { createTestDatabase, databaseUrl, type TestDatabase } from './create-test-database.js';
export { requiredForTests, testBrokers } from './test.config.js';
export { testTopics, type TestTopics } from './test-topics.js';
export { waitFor, type WaitOptions } from './wait-for.js';
export { startFaultProxy, type FaultProxy } from './fault-proxy.js';
