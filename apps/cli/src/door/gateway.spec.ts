import { Gateway } from './gateway.js';
import { CallRefused, GatewayUnreachable } from './failures.js';

const problem = (code: string) => ({ type: '', title: '', status: 503, code, detail: '', errors: [], requestId: 'r' });
const response = { status: 503 };

test('a service that is starting is asked again until it answers', async () => {
  const answers = [
    { error: problem('ServiceUnavailable'), response },
    { data: 'here', response: { status: 200 } },
  ];
  const answered = await new Gateway('http://unused').call(
    'it',
    async () => answers.shift() as { data: string; response: typeof response },
  );
  expect(answered).toBe('here');
});

test('a business refusal is not asked again', async () => {
  let calls = 0;
  const refused = new Gateway('http://unused').call('offer', async () => {
    calls += 1;
    return { error: problem('OfferNotFound'), response };
  });
  await expect(refused).rejects.toBeInstanceOf(CallRefused);
  expect(calls).toBe(1);
});

test('a refusal the caller expects is an answer', async () => {
  const gateway = new Gateway('http://unused');
  const ask = () =>
    gateway.callUnless(['MarketNotFound'], 'market', async () => ({ error: problem('MarketNotFound'), response }));
  expect(await ask()).toBeUndefined();
});

test('a failed connection names the gateway', async () => {
  const failed = new Gateway('http://unused').call('it', () => Promise.reject(new TypeError('fetch failed')));
  await expect(failed).rejects.toBeInstanceOf(GatewayUnreachable);
  await expect(failed).rejects.toThrow('http://unused does not answer');
});

test('an answer that is no problem document is no gateway of ours', async () => {
  const failed = new Gateway('http://unused').call('it', async () => ({ error: '<html>', response: { status: 502 } }));
  await expect(failed).rejects.toThrow('answered 502 without a problem document');
});
