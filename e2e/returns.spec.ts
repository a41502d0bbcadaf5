import { call, cents, chargesFor, credentials, eventually } from './api.js';
import { newImei, order, quote, regionOf, stateOffer } from './buy.js';
import type { MarketCode } from './buy.js';

/** Two phones, paid. */
async function sell(market: MarketCode) {
  const { offerId, token: seller } = await stateOffer(market, 3, '299.99');
  const quoted = await quote(market, [{ offerId, quantity: 2 }]);
  const placed = await order(market, quoted.body.token);
  expect(placed.body.status).toBe('confirmed');
  const region = regionOf[market];
  const { id, accessToken, totals } = placed.body;
  const path = `/v1/markets/${market}/orders/${id}`;
  const post = (to: string, token: string, body: unknown = {}) =>
    call(region, 'POST', to, { token, body, headers: { 'idempotency-key': crypto.randomUUID() } });
  return {
    ...{ id, totals, seller, region, line: placed.body.lines[0].id },
    ofSeller: (what: string, body?: unknown) => post(`/v1/seller/orders/${id}/${what}`, seller, body),
    ofBuyer: (what: string, body?: unknown) => post(`${path}/${what}`, accessToken, body),
    ofOps: (what: string, body?: unknown) => post(`${path}/${what}`, credentials.ops, body),
    read: () => call(region, 'GET', path, { token: accessToken }),
  };
}

/** What finance heard of an order: its sale and its refunds, oldest first. */
async function bookedFor(market: MarketCode, id: string, count: number): Promise<any[]> {
  const ofOrder = (body: any) => (body.items ?? []).filter((item: any) => item.sale.orderId === id).reverse();
  const { body } = await eventually(
    () => call('eu', 'GET', `/v1/finance/sales?market=${market}&limit=200`, { token: credentials.finance }),
    (answer) => ofOrder(answer.body).length === count,
  );
  return ofOrder(body).map((item: any) => item.sale);
}

test.each(['fr', 'us'] as const)(
  'in %s two phones are sent, arrive, are withdrawn from in two steps, come back, and are refunded to the cent',
  async (market) => {
    const sold = await sell(market);
    const units = [{ imei: newImei() }, { imei: newImei() }];
    const parcel = await sold.ofSeller('shipments', {
      carrier: 'UPS',
      lines: [{ lineId: sold.line, quantity: 2, units }],
    });
    expect(parcel).toMatchObject({ status: 201, body: { status: 'shipped', lines: [{ units }] } });
    expect((await sold.ofSeller(`shipments/${parcel.body.id}/delivered`)).body.status).toBe('delivered');
    expect((await sold.read()).body).toMatchObject({
      consignments: [{ status: 'delivered' }],
      withdrawal: { open: true, until: expect.any(String) },
    });

    const stated = await sold.ofBuyer('withdrawal');
    expect(stated.body).toMatchObject({ refund: sold.totals.gross, goodsToSendBack: true });
    const confirmed = await sold.ofBuyer(`withdrawal/${stated.body.withdrawalId}/confirmation`, {
      confirmationToken: stated.body.confirmationToken,
    });
    expect(confirmed.body.text).toContain(confirmed.body.withdrawnAt);
    const [back] = confirmed.body.returns;
    expect((await sold.ofSeller(`returns/${back.id}/receipt`)).body.status).toBe('received');
    const { body } = await eventually(sold.read, (answer) => answer.body.status === 'refunded');
    expect(body).toMatchObject({ refunded: sold.totals.gross, returns: [{ status: 'refunded' }] });

    const [sale, refund] = await bookedFor(market, sold.id, 2);
    expect([refund.kind, refund.returnId, refund.totals]).toEqual(['refund', back.id, sale.totals]);
    expect(refund.lines[0].taxLines).toEqual(sale.lines[0].taxLines);
    const charges = await chargesFor(sold.region, sold.id);
    expect(charges.filter(({ kind }) => kind === 'charge')).toHaveLength(1);
  },
);

test.each(['fr', 'us'] as const)(
  'in %s one of two phones is called off and the price of the other lowered: each part with its own tax, the rest still paid',
  async (market) => {
    const sold = await sell(market);
    const off = await sold.ofBuyer('cancellations', { lines: [{ lineId: sold.line, quantity: 1 }] });
    expect(off.body.returns).toMatchObject([{ kind: 'cancellation' }]);
    const { currency } = sold.totals.gross;
    const amount = { amount: '20.00', currency };
    const lowered = await sold.ofOps('refunds', { reason: 'a scratch', lines: [{ lineId: sold.line, amount }] });
    expect(lowered.status).toBeLessThan(300);
    const { body } = await eventually(sold.read, (answer) =>
      answer.body.refunds.every(({ status }: any) => status === 'settled'),
    );
    expect(body.status).toBe('confirmed');
    const [sale, ...refunds] = await bookedFor(market, sold.id, 3);
    for (const { totals, lines } of refunds) {
      const { net, tax, fees, shipping, gross } = totals;
      expect(cents(net) + cents(tax) + cents(fees) + cents(shipping)).toBe(cents(gross));
      for (const { taxLines, tax: ofLine } of lines)
        expect(taxLines.reduce((sum: number, each: any) => sum + cents(each.amount), 0)).toBe(cents(ofLine));
    }
    expect(refunds.reduce((sum, { totals }) => sum + cents(totals.gross), 0)).toBe(cents(body.refunded));
    // Half of the goods, and the twenty.
    const [line] = sale.lines;
    const half = (cents(line.gross) + line.fees.reduce((sum: number, fee: any) => sum + cents(fee.amount), 0)) / 2;
    expect(Math.abs(cents(body.refunded) - half - 2_000)).toBeLessThanOrEqual(1);
    const tooMany = await sold.ofSeller('shipments', {
      carrier: 'UPS',
      lines: [{ lineId: sold.line, quantity: 2, units: [{ imei: newImei() }, { imei: newImei() }] }],
    });
    expect(tooMany.body).toMatchObject({ status: 409, code: 'QuantityNotLeft' });
  },
);
