/** Reads a variable an integration spec cannot do without. Fails rather than skips: a skipped spec proves nothing and looks green. */
export function requiredForTests(name: 'TEST_DATABASE_URL' | 'TEST_KAFKA_BROKERS'): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: integration specs need a real PostgreSQL and Kafka (npm test starts both)`);
}

/** Brokers of the test cluster. */
export function testBrokers(): string[] {
  return requiredForTests('TEST_KAFKA_BROKERS').split(',');
}
