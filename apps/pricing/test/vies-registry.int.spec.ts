import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ViesRegistry } from '../src/outbound/vat-ids/vies-registry.js';

/** What VIES answers, as it was recorded: status and body. */
const recorded = {
  valid: [
    200,
    {
      countryCode: 'DE',
      vatNumber: '136695976',
      requestDate: '2026-11-24T10:00:00.000Z',
      valid: true,
      requestIdentifier: 'WAPIAAAAY0zXqKxM',
      name: '---',
      address: '---',
      traderName: '---',
      traderNameMatch: 'NOT_PROCESSED',
    },
  ],
  validUnnamed: [200, { countryCode: 'DE', vatNumber: '136695976', valid: true, requestIdentifier: '', name: '---' }],
  invalid: [200, { countryCode: 'DE', vatNumber: '123456789', valid: false, requestIdentifier: '', name: '---' }],
  malformed: [400, { actionSucceed: false, errorWrappers: [{ error: 'INVALID_INPUT', message: '' }] }],
  stateAway: [200, { actionSucceed: false, errorWrappers: [{ error: 'MS_UNAVAILABLE', message: '' }] }],
  busy: [500, { actionSucceed: false, errorWrappers: [{ error: 'MS_MAX_CONCURRENT_REQ', message: '' }] }],
  // An error can come with a "valid: false" that means nothing.
  awayAndInvalid: [200, { valid: false, userError: 'MS_UNAVAILABLE' }],
  badRequester: [400, { actionSucceed: false, errorWrappers: [{ error: 'INVALID_REQUESTER_INFO' }] }],
} as const;

let server: Server;
let url: string;
let answer: { status: number; body: string } | 'silence';
let asked: { path: string; body: unknown }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({ path: `${request.method} ${request.url}`, body: JSON.parse(body) });
      if (answer === 'silence') return;
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rest-api/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => void (asked = []));

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
const ask = (vatId: string, requesterVatId?: string) =>
  new ViesRegistry({ url, timeoutMs: 300, requesterVatId }).ask(vatId);

test.each([
  ['valid', { kind: 'registered', consultationNumber: 'WAPIAAAAY0zXqKxM' }],
  ['validUnnamed', { kind: 'registered' }],
  ['invalid', { kind: 'notRegistered' }],
  ['malformed', { kind: 'notRegistered' }],
  ['stateAway', { kind: 'unanswered', why: 'MS_UNAVAILABLE' }],
  ['busy', { kind: 'unanswered', why: 'MS_MAX_CONCURRENT_REQ' }],
  ['awayAndInvalid', { kind: 'unanswered', why: 'MS_UNAVAILABLE' }],
  ['badRequester', { kind: 'unanswered', why: 'INVALID_REQUESTER_INFO' }],
] as const)('the recorded answer %s means %j', async (name, meaning) => {
  const [status, body] = recorded[name];
  answer = { status, body: JSON.stringify(body) };
  expect(await ask('DE136695976')).toEqual(meaning);
});

test('the number is cut into state and rest, and we name ourselves for a receipt', async () => {
  answer = { status: 200, body: JSON.stringify(recorded.valid[1]) };
  await ask('EL094259216', 'FR40303265045');
  await ask('EL094259216');
  const number = { countryCode: 'EL', vatNumber: '094259216' };
  expect(asked).toEqual([
    {
      path: 'POST /rest-api/check-vat-number',
      body: { ...number, requesterMemberStateCode: 'FR', requesterNumber: '40303265045' },
    },
    { path: 'POST /rest-api/check-vat-number', body: number },
  ]);
});

test.each([
  ['no JSON', { status: 200, body: '<html>maintenance</html>' }],
  ['no verdict', { status: 200, body: '{}' }],
  ['a verdict that is no boolean', { status: 200, body: '{"valid":"true"}' }],
  ['an error without a name', { status: 503, body: '{}' }],
  ['a redirect', { status: 302, body: '{}' }],
  ['silence', 'silence' as const],
])('%s is no answer, and never a verdict', async (_claim, given) => {
  answer = given;
  expect(await ask('DE136695976')).toMatchObject({ kind: 'unanswered' });
});

test('a registry that is not there is no answer', async () => {
  const away = new ViesRegistry({ url: 'http://127.0.0.1:9', timeoutMs: 300 });
  expect(await away.ask('DE136695976')).toMatchObject({ kind: 'unanswered' });
});
