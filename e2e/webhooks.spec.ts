import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { call, credentials, eventually } from './api.js';
import { newImei, order, quote, regionOf, stateOffer } from './buy.js';

/** What a seller's or a storefront's own server would be. */
interface Told {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let url: string;
const told: Told[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      told.push({ path: request.url ?? '', headers: request.headers, body });
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each(['fr', 'us'] as const)(
  'in %s a seller and a storefront are told of an order and its parcel, signed, and of nothing they may not know',
  async (market) => {
    const region = regionOf[market];
    const { offerId, token: seller } = await stateOffer(market, 2, '299.99');
    const subscribe = async (as: 'seller' | 'ops', token: string) => {
      const { status, body } = await call(region, 'PUT', `/v1/${as}/webhooks/journey`, {
        token,
        body: { url: `${url}/${market}/${as}`, eventTypes: ['order.confirmed', 'shipment.shipped'] },
      });
      expect(status).toBe(201);
      return body.secret as string;
    };
    const secrets = { seller: await subscribe('seller', seller), ops: await subscribe('ops', credentials.ops) };

    const quoted = await quote(market, [{ offerId, quantity: 1 }]);
    const placed = await order(market, quoted.body.token);
    expect(placed.body.status).toBe('confirmed');
    const { id, lines } = placed.body;
    const imei = newImei();
    const shipped = await call(region, 'POST', `/v1/seller/orders/${id}/shipments`, {
      token: seller,
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { carrier: 'UPS', lines: [{ lineId: lines[0].id, quantity: 1, units: [{ imei }] }] },
    });
    expect(shipped.status).toBe(201);

    for (const as of ['seller', 'ops'] as const) {
      const messages = await eventually(
        () =>
          Promise.resolve(
            told
              .filter(({ path, body }) => path === `/${market}/${as}` && body.includes(id))
              .map(
                ({ headers, body }) => new Webhook(secrets[as]).verify(body, headers as Record<string, string>) as any,
              ),
          ),
        (found) => found.length >= 2,
      );
      expect(messages.map(({ type }) => type).sort()).toEqual(['order.confirmed', 'shipment.shipped']);
      expect(messages[0].data).toMatchObject({ orderId: id, market });
    }
    const all = told.filter(({ body }) => body.includes(id)).map(({ body }) => body);
    expect(all.join()).not.toMatch(/canary|example\.org|imei/i);
    expect(all.join()).not.toContain(imei);

    const { body: log } = await call(region, 'GET', '/v1/seller/webhooks/journey/deliveries', { token: seller });
    expect(log.items.map(({ state }: { state: string }) => state)).not.toContain('failed');
    for (const [as, token] of [
      ['seller', seller],
      ['ops', credentials.ops],
    ] as const)
      expect((await call(region, 'DELETE', `/v1/${as}/webhooks/journey`, { token })).status).toBe(204);
  },
);
