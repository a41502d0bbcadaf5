import { marketChangedV1, unitChangedV1 } from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import { newId } from '@reprise/kernel';
import { decodeJwt } from 'jose';
import { adoptUnits } from '../src/outbound/postgres/adopt-facts.js';
import { PricingDoor } from './pricing-door.js';

let door: PricingDoor;

beforeAll(async () => {
  door = await PricingDoor.open('2026-11-24T10:00:00Z');
});
afterAll(() => door.close());

const quote = (offers: readonly string[], change: Record<string, unknown> = {}, market = 'fr') =>
  door.call('POST', `/v1/markets/${market}/quotes?locale=fr-FR`, {
    body: {
      lines: offers.map((offerId) => ({ offerId, quantity: 1 })),
      shipTo: { country: 'FR', postalCode: '75011' },
      ...change,
    },
  });
const toGermany = { shipTo: { country: 'DE', postalCode: '10115' } };

describe('a business buyer', () => {
  let offerId: string;
  beforeAll(async () => {
    offerId = await door.putOffer('B2B', '499.00');
  });

  test('of another state pays without VAT, and the line says by which article and on what proof', async () => {
    const { status, body } = await quote([offerId], { ...toGermany, buyer: { vatId: 'de 136 695 976' } });
    expect(status).toBe(201);
    expect(body['totals']).toMatchObject({
      net: { amount: '415.83' },
      tax: { amount: '0.00' },
      gross: { amount: '415.83' },
    });
    expect(body['lines'][0].taxLines).toMatchObject([
      { treatment: 'exempt', rate: '0.00', reason: 'Directive 2006/112/EC, article 138(1)' },
    ]);
    expect(body['lines'][0].taxDecision).toMatchObject({
      rule: 'eu.intraEuSupply',
      tables: expect.arrayContaining(['eu-vat@2026-11-24']) as unknown,
      decidedAt: '2026-11-24T10:00:00.000Z',
      business: { state: 'DE', checkedBy: 'checkDigits', checkedAt: '2026-11-24T10:00:00.000Z' },
    });
    expect(body['legalMentions'][0]).toContain('article 138');
    expect(body['buyer']).toMatchObject({ vatId: 'DE136695976', vatIdStatus: 'valid' });
    expect(JSON.stringify(body['lines'])).not.toContain('136695976');
  });

  test('with wrong check digits is told so and taxed as a consumer', async () => {
    const { status, body } = await quote([offerId], { ...toGermany, buyer: { vatId: 'DE123456789' } });
    expect(status).toBe(201);
    expect(body['totals'].tax.amount).toBe('79.67');
    expect(body['buyer']).toEqual({ vatId: 'DE123456789', vatIdStatus: 'unchecked' });
    expect(body['notices']).toMatchObject([{ code: 'vatIdCheckDigitsWrong', field: 'buyer.vatId' }]);
  });

  test('with a number of no member state is refused, and the field named', async () => {
    const { status, body } = await quote([offerId], { buyer: { vatId: 'GB110305878' } });
    expect([status, body['code'], body['errors'][0].field]).toEqual([422, 'BuyerVatIdInvalid', 'buyer.vatId']);
  });

  test('is told before paying that margin goods hold no VAT to recover', async () => {
    const used = await door.putOffer('B2B-USED', '319.00', { vatScheme: 'MARGINAL' });
    const { body } = await quote([used], { ...toGermany, buyer: { vatId: 'DE136695976' } });
    expect(body['lines'][0].taxDecision).toMatchObject({
      rule: 'eu.marginScheme',
      marginRate: { jurisdiction: 'FR', rate: '0.20' },
    });
    expect(body['notices']).toEqual([
      {
        code: 'marginVatNotRecoverable',
        field: 'lines[0]',
        message: marketChangedV1.example.definition.wording['en']?.legal.marginVatNotRecoverable,
      },
    ]);
    expect(body['legalMentions']).toEqual([marketChangedV1.example.definition.wording['en']?.legal.marginScheme]);
  });
});

describe('a voucher', () => {
  const put = (code: string, body: Record<string, unknown>) =>
    door.call('PUT', `/v1/ops/vouchers/${code}`, {
      as: 'ops',
      body: { market: 'fr', amount: { amount: '10.00', currency: 'EUR' }, validFrom: '2026-11-01T00:00:00Z', ...body },
    });
  let offers: string[];
  beforeAll(async () => {
    offers = await Promise.all([
      door.putOffer('V1', '299.00'),
      door.putOffer('V2', '99.99'),
      door.putOffer('V3', '19.90'),
    ]);
  });

  test('stated twice is one version; read back it is as stated, whichever case it is written in', async () => {
    const [first, again] = [
      await put('Spring-10', { minBasket: { amount: '50.00', currency: 'EUR' } }),
      await put('SPRING-10', { minBasket: { amount: '50.00', currency: 'EUR' } }),
    ];
    expect([first.status, first.body['version'], again.body['version']]).toEqual([200, 1, 1]);
    const changed = await put('SPRING-10', { amount: undefined, percent: 7.5 });
    expect(changed.body).toMatchObject({ code: 'SPRING-10', percent: 7.5, version: 2 });
    const read = await door.call('GET', '/v1/ops/vouchers/spring-10', { as: 'ops' });
    expect(read.body).toEqual(changed.body);
    expect((await door.call('GET', '/v1/ops/vouchers/NEVER-SEEN', { as: 'ops' })).body['code']).toBe('VoucherNotFound');
  });

  test('comes off before VAT, shared over the lines, and is in the signed token', async () => {
    await put('TEN', { onceOnly: true });
    const { status, body } = await quote(offers, { voucher: 'ten' });
    expect(status).toBe(201);
    const amounts = (of: string) => body['lines'].map((line: Record<string, { amount: string }>) => line[of]?.amount);
    expect(amounts('discount')).toEqual(['7.14', '2.39', '0.47']);
    expect(amounts('gross')).toEqual(['291.86', '97.60', '19.43']);
    expect(body['totals']).toMatchObject({
      gross: { amount: '408.89' },
      tax: { amount: '68.15' },
      discount: { amount: '10.00' },
    });
    expect(body['voucher']).toEqual({
      code: 'TEN',
      discount: { amount: '10.00', currency: 'EUR' },
      borneBy: 'MARKETPLACE',
      onceOnly: true,
    });
    expect(decodeJwt<{ quote: { voucher: unknown } }>(body['token'] as string).quote.voucher).toEqual(body['voucher']);
  });

  test.each([
    ['VoucherUnknown', 'NOBODY', {}],
    ['VoucherNotInForce', 'OVER', { validUntil: '2026-11-24T10:00:00Z' }],
    ['VoucherNotInForce', 'SOON', { validFrom: '2026-11-24T10:00:00.001Z' }],
    ['VoucherBelowMinimum', 'BIG', { minBasket: { amount: '418.90', currency: 'EUR' } }],
    ['VoucherOfOtherMarket', 'GERMAN', { market: 'de' }],
    ['VoucherNotApplicable', 'ELSE', { borneBy: 'SELLER', sellerId: newId() }],
  ])('is refused as %s', async (problem, code, change) => {
    if (code !== 'NOBODY') expect((await put(code, change)).status).toBe(200);
    const { status, body } = await quote(offers, { voucher: code });
    expect([status, body['code'], body['errors'][0].field]).toEqual([422, problem, 'voucher']);
  });

  test.each<[string, Record<string, unknown>]>([
    ['market', { market: 'zz' }],
    ['amount', { percent: 5 }],
    ['amount', { amount: undefined }],
    ['amount.currency', { amount: { amount: '10.00', currency: 'PLN' } }],
    ['amount.amount', { amount: { amount: '10.005', currency: 'EUR' } }],
    ['amount.amount', { amount: { amount: '-10.00', currency: 'EUR' } }],
    ['minBasket.amount', { minBasket: { amount: '0.00', currency: 'EUR' } }],
    ['validUntil', { validUntil: '2026-11-01T00:00:00Z' }],
    ['sellerId', { borneBy: 'SELLER' }],
    ['sellerId', { sellerId: newId() }],
  ])('that breaks a rule is refused, naming %s, and nothing is stored', async (field, change) => {
    const code = `BAD-${newId()}`;
    const { status, body } = await put(code, change);
    expect([status, body['code'], body['errors'][0].field]).toEqual([422, 'VoucherRejected', field]);
    expect((await door.call('GET', `/v1/ops/vouchers/${code}`, { as: 'ops' })).status).toBe(404);
  });

  test('is for operators to state', async () => {
    const { status } = await door.call('PUT', '/v1/ops/vouchers/MINE', { as: 'seller', body: {} });
    expect(status).toBe(403);
  });
});

describe('the margin scheme asks how each unit was bought', () => {
  type Unit = DataOf<typeof unitChangedV1>;
  const unit = (sku: string, change: Partial<Unit> = {}, acquisition: Partial<Unit['acquisition']> = {}): Unit => ({
    ...unitChangedV1.example,
    unitId: newId(),
    sellerId: door.sellerId,
    sku,
    ...change,
    acquisition: { ...unitChangedV1.example.acquisition, ...acquisition },
  });
  const hear = (...units: Unit[]) => door.test.database.inTransaction((tx) => adoptUnits(tx, units));
  const bought = { supplierKind: 'business', vatScheme: 'REGULAR' } as const;
  const explain = async (offerId: string, as?: 'ops' | 'seller') =>
    (await door.call('GET', `/v1/markets/fr/offers/${offerId}/price?explain=true`, as === undefined ? {} : { as }))
      .body;

  test('one listed unit that was bought with VAT makes the whole price taxed, and the offer is flagged', async () => {
    const offerId = await door.putOffer('MIXED', '319.00', { vatScheme: 'MARGINAL' });
    const good = unit('MIXED');
    const bad = unit('MIXED', {}, bought);
    await hear(good);
    expect((await quote([offerId])).body['lines'][0]).toMatchObject({
      tax: { amount: '0.00' },
      taxDecision: { rule: 'eu.marginScheme' },
    });
    await hear(bad);
    const { body } = await quote([offerId]);
    expect(body['lines'][0]).toMatchObject({
      gross: { amount: '319.00' },
      tax: { amount: '53.17' },
      taxDecision: { rule: 'eu.marginNotEligible', marginRefused: 'vatWasDeductible', vatScheme: 'MARGINAL' },
    });
    const { buyability, steps } = await explain(offerId);
    expect(buyability).toMatchObject({ buyable: true, warnings: [{ code: 'marginRefused' }] });
    expect(JSON.stringify(steps)).toContain('eu.marginNotEligible');
    await hear({ ...bad, version: bad.version + 1, status: 'sold' });
    expect((await quote([offerId])).body['lines'][0].taxDecision.rule).toBe('eu.marginScheme');
    // Heard again, late: the newest stays.
    await hear(bad);
    expect((await quote([offerId])).body['lines'][0].taxDecision.rule).toBe('eu.marginScheme');
  });

  test('a unit that is not listed yet taxes nothing, and is flagged all the same', async () => {
    const offerId = await door.putOffer('EARLY', '319.00', { vatScheme: 'MARGINAL' });
    await hear(unit('EARLY', { status: 'received' }, bought));
    expect((await quote([offerId])).body['lines'][0].taxDecision.rule).toBe('eu.marginScheme');
    expect((await explain(offerId)).buyability.warnings).toHaveLength(1);
  });

  test('its seller and operators see the VAT on each unit’s margin; nobody else does', async () => {
    const offerId = await door.putOffer('SHELF', '319.00', { vatScheme: 'MARGINAL' });
    const [gain, loss] = [
      unit('SHELF', {}, { acquiredAt: '2026-10-01' }),
      unit('SHELF', {}, { acquiredAt: '2026-10-02', cost: { amount: '350.00', currency: 'EUR' } }),
    ];
    await hear(gain, loss, unit('SHELF', {}, { ...bought, acquiredAt: '2026-10-03' }));
    const seen = (await explain(offerId, 'seller')).margin;
    expect(seen).toMatchObject({
      jurisdiction: 'FR',
      rate: '0.20',
      units: [
        {
          unitId: gain.unitId,
          eligible: true,
          cost: { amount: '220.00' },
          margin: { amount: '99.00' },
          tax: { amount: '16.50' },
          netMargin: { amount: '82.50' },
        },
        {
          unitId: loss.unitId,
          eligible: true,
          margin: { amount: '-31.00' },
          tax: { amount: '0.00' },
          netMargin: { amount: '-31.00' },
        },
        { eligible: false, refusal: { code: 'vatWasDeductible' } },
      ],
    });
    expect((await explain(offerId, 'ops')).margin).toEqual(seen);
    const [anybody, token] = [await explain(offerId), (await quote([offerId])).body['token'] as string];
    expect(anybody).not.toHaveProperty('margin');
    for (const text of [JSON.stringify(anybody), JSON.stringify(decodeJwt(token))])
      expect(text).not.toMatch(/220\.00|350\.00|16\.50|marginTax|unitCost/);
  });
});
