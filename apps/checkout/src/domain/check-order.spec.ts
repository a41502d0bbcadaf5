import { Money, mustBeInstant } from '@reprise/kernel';
import type { MarketCode, QuoteId } from '@reprise/kernel';
import type { MarketCopy } from './check-order.js';
import { refuseMarket, refuseOrder } from './check-order.js';
import type { Destination, PostalArea, VerifiedQuote } from './order.js';

const now = mustBeInstant('2026-11-24T10:00:00Z');
const zero = Money.of('0.00', 'EUR');
const market: MarketCopy = { code: 'fr', status: 'live', region: 'eu', paymentMethods: ['card', 'paypal'] };
const quote: VerifiedQuote = {
  quoteId: 'q' as QuoteId,
  market: 'fr' as MarketCode,
  region: 'eu',
  expiresAt: mustBeInstant('2026-11-24T10:00:01Z'),
  shipTo: { country: 'FR', postalCode: '75011' },
  lines: [],
  totals: { net: zero, tax: zero, fees: zero, shipping: zero, gross: zero },
  shown: {},
};
const asked = { market, shipTo: { country: 'FR', postalCode: '75 011' }, paymentMethod: 'card' };
const refuse = (changed: Partial<VerifiedQuote>, askedFor: Partial<typeof asked> = {}) =>
  refuseOrder({ ...quote, ...changed }, { ...asked, ...askedFor }, 'eu', now);

test('a quote as it was given, to where it was made for, is accepted', () => {
  expect(refuse({})).toBeUndefined();
});

test.each<[string, ReturnType<typeof refuse>, string, string]>([
  ['of another market', refuse({ market: 'de' as MarketCode }), 'QuoteTokenInvalid', 'quoteToken'],
  ['of another region', refuse({ region: 'us' }), 'QuoteTokenInvalid', 'quoteToken'],
  ['that expires this very instant', refuse({ expiresAt: now }), 'QuoteExpired', 'quoteToken'],
  [
    'paid in a way the market does not take',
    refuse({}, { paymentMethod: 'barter' }),
    'PaymentMethodNotAccepted',
    'payment.method',
  ],
])('a quote %s is refused, naming the field', (_name, refusal, code, field) => {
  expect(refusal).toMatchObject({ code, field });
});

const us = { country: 'US', region: 'US-CA', postalCode: '90001' };
test.each<[Destination, Destination, string | undefined]>([
  [{ country: 'FR' }, { country: 'FR', postalCode: '75011' }, undefined],
  [{ country: 'FR' }, { country: 'DE' }, 'shipTo.country'],
  [us, { country: 'US', region: 'ca', postalCode: '90001' }, undefined],
  [us, { country: 'US', region: 'NY', postalCode: '90001' }, 'shipTo.region'],
  [us, { country: 'US', region: 'CA', postalCode: '10001' }, 'shipTo.postalCode'],
  [us, { country: 'US', region: 'CA' }, 'shipTo.postalCode'],
  [us, { country: 'US', postalCode: '90001' }, 'shipTo.region'],
])('quoted for %j, ordered to %j: refused at %s', (quoted, ordered, field) => {
  const refusal = refuse({ shipTo: quoted }, { shipTo: ordered as typeof asked.shipTo });
  expect(refusal?.field).toBe(field);
  expect(refusal?.code).toBe(field === undefined ? undefined : 'ShipToDiffersFromQuote');
});

const overseas = { postalCodes: ['971*', '9000-9499'] };
const notLivigno = { postalCodes: ['23030'], exceptCities: ['Livigno'] };
const livigno = { postalCodes: ['23030'], cities: ['Livigno'] };
test.each<[Destination, readonly PostalArea[], Destination, string | undefined]>([
  [{ country: 'FR' }, [overseas], { country: 'FR', postalCode: '75011' }, undefined],
  [{ country: 'FR' }, [overseas], { country: 'FR', postalCode: 'F-97110' }, 'shipTo.postalCode'],
  [{ country: 'FR' }, [overseas], { country: 'FR', postalCode: '9250' }, 'shipTo.postalCode'],
  [{ country: 'FR' }, [overseas], { country: 'FR' }, 'shipTo.postalCode'],
  [
    { country: 'IT', postalCode: '23030' },
    [livigno],
    { country: 'IT', postalCode: '23030', city: 'LIVIGNO (SO)' },
    'shipTo.city',
  ],
  [{ country: 'IT', postalCode: '23030' }, [livigno], { country: 'IT', postalCode: '23030' }, 'shipTo.city'],
  [
    { country: 'IT', postalCode: '23030' },
    [livigno],
    { country: 'IT', postalCode: '23030', city: 'Valdidentro' },
    undefined,
  ],
  [
    { country: 'IT', postalCode: '23030', city: 'Livigno' },
    [notLivigno],
    { country: 'IT', postalCode: '23030', city: 'Livigno' },
    undefined,
  ],
  [
    { country: 'IT', postalCode: '23030', city: 'Livigno' },
    [notLivigno],
    { country: 'IT', postalCode: '23030', city: 'Valdidentro' },
    'shipTo.city',
  ],
])('quoted for %j, where %j is taxed otherwise, ordered to %j: refused at %s', (quoted, elsewhere, ordered, field) => {
  const refusal = refuse({ shipTo: quoted, elsewhere }, { shipTo: ordered as typeof asked.shipTo });
  expect(refusal?.field).toBe(field);
  expect(refusal?.code).toBe(field === undefined ? undefined : 'ShipToDiffersFromQuote');
});

test.each([
  [undefined, 'MarketNotFound'],
  [{ ...market, status: 'draft' }, 'MarketNotFound'],
  [{ ...market, status: 'preview' }, 'MarketNotLive'],
  [{ ...market, status: 'suspended' }, 'MarketNotLive'],
  [{ ...market, status: 'retired' }, 'MarketNotFound'],
  [{ ...market, region: 'us' }, 'MarketInOtherRegion'],
  [market, undefined],
])('a market %j is refused with %s', (copy, code) => {
  expect(refuseMarket('fr', copy, 'eu')?.code).toBe(code);
});
