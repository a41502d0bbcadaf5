import { readConsolePort, readStartConfig } from './start.config.ts';

test('with nothing set the gateways have their well-known ports and every part is embedded', () => {
  const nothing = { ports: {}, external: { kafkaBrokers: undefined, databaseUrl: undefined } };
  expect(readStartConfig({})).toEqual({ eu: { gatewayPort: 4100, ...nothing }, us: { gatewayPort: 4200, ...nothing } });
});

test('ports and parts are set by region, and an empty variable sets nothing', () => {
  const { eu, us } = readStartConfig({
    GATEWAY_PORT_EU: '5100',
    POSTGRES_PORT_EU: '5432',
    KAFKA_BROKERS_US: 'a:9092,b:9092',
    DATABASE_URL_US: 'postgres://u:p@db:5432',
    GATEWAY_PORT_US: '',
  });
  expect(eu).toMatchObject({ gatewayPort: 5100, ports: { gateway: 5100, postgres: 5432 } });
  expect(us).toEqual({
    gatewayPort: 4200,
    ports: {},
    external: { kafkaBrokers: 'a:9092,b:9092', databaseUrl: 'postgres://u:p@db:5432' },
  });
});

test('the console has its well-known port unless one is set', () => {
  expect([readConsolePort({}), readConsolePort({ CONSOLE_PORT: '5300' })]).toEqual([4300, 5300]);
  expect(() => readConsolePort({ CONSOLE_PORT: 'x' })).toThrow(/^CONSOLE_PORT must be a port/);
});

test.each(['0', '65536', 'http', '41.5', '-1'])('port %s is refused by the name of its variable', (text) => {
  expect(() => readStartConfig({ GATEWAY_PORT_EU: text })).toThrow(/^GATEWAY_PORT_EU must be a port/);
});

test('a database URL of another kind is refused without repeating the password in it', () => {
  const read = (): unknown => readStartConfig({ DATABASE_URL_EU: 'mysql://u:secret@db' });
  expect(read).toThrow('DATABASE_URL_EU must look like postgres://user:password@host:5432, and does not.');
});
