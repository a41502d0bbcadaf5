import { call, credentials } from './api.js';

test('every market that is open says what is ready of it, from its own region', async () => {
  const report = await call('us', 'GET', '/v1/ops/markets/us/readiness', { token: credentials.ops });
  expect(report.body).toMatchObject({ market: 'us', status: 'live', ready: true, blocking: 0 });
  const elsewhere = await call('eu', 'GET', '/v1/ops/markets/us/readiness', { token: credentials.ops });
  expect(elsewhere.body).toMatchObject({ status: 421, code: 'MarketInOtherRegion' });
});
