import { readdirSync, readFileSync } from 'node:fs';
import { isRejection, Money, mustBeInstant } from '@reprise/kernel';
import fc from 'fast-check';
import { parse } from 'yaml';
import { realMarket, realTables } from '../../test/real-markets.js';
import { marginVatGivenBack } from './margin-vat.js';
import type { QuoteDraft, QuoteRequest, QuoteRequestLine } from './quote.js';
import { quotePrice } from './quote-price.js';

const now = mustBeInstant('2026-11-24T10:00:00Z');
const eur = (amount: string): Money => Money.of(amount, 'EUR');
const used = (price: string, cost: string, change: Partial<QuoteRequestLine> = {}): QuoteRequestLine => ({
  offerId: 'used',
  sellerId: 'seller',
  variantId: 'variant',
  category: 'smartphone',
  unitPrice: eur(price),
  quantity: 1,
  vatScheme: 'MARGINAL',
  unitCosts: [eur(cost)],
  shipsFrom: 'FR',
  ...change,
});
function quoted(change: Partial<QuoteRequest>): QuoteDraft {
  const request = { market: realMarket('fr'), lines: [], shipTo: { country: 'FR' }, ...change };
  const answer = quotePrice(request, realTables, now);
  if (isRejection(answer)) throw new Error(`${answer.code} ${answer.field}: ${answer.message}`);
  return answer;
}

// Directive 2006/112/EC art. 315: the VAT inside the margin, selling price less purchase price; art. 35: at the rate of the state of dispatch.
test.each([
  ['in France', 'FR', 'FR', '319.00', '220.00', 200_000, '99.00', '16.50', '82.50'],
  ['in Germany', 'DE', 'DE', '319.00', '220.00', 190_000, '99.00', '15.81', '83.19'],
  ['in Germany at a loss', 'DE', 'DE', '319.00', '350.00', 190_000, '-31.00', '0.00', '-31.00'],
  ['from France to a German consumer', 'FR', 'DE', '319.00', '220.00', 200_000, '99.00', '16.50', '82.50'],
])('%s: %s to %s, %s bought for %s', (_claim, shipsFrom, country, price, cost, ratePpm, margin, tax, netMargin) => {
  const { lines, totals } = quoted({ lines: [used(price, cost, { shipsFrom })], shipTo: { country } });
  const decided = lines[0]?.margin;
  expect(decided).toMatchObject({ ratePpm, jurisdiction: { code: shipsFrom } });
  expect([decided?.result?.margin, decided?.result?.tax].map((money) => money?.toDecimalString())).toEqual([
    margin,
    tax,
  ]);
  expect(decided?.result?.margin.minus(decided.result.tax).toDecimalString()).toBe(netMargin);
  // Art. 325: nothing of it is shown; the buyer sees one price.
  expect([totals.tax, totals.net, totals.gross].map(String)).toEqual(['0.00 EUR', `${price} EUR`, `${price} EUR`]);
  expect(lines[0]?.taxLines).toMatchObject([
    { treatment: 'marginScheme', legalMentionKey: 'marginScheme', rate: '0.00' },
  ]);
});

// Art. 35 asks for the place of dispatch, and a part of a state may have a rate of its own (art. 104 and 105) or be outside of it all (art. 6).
test.each([
  ['Funchal on Madeira', 'PT', '9000-001', 'PT-MADEIRA', 220_000, '17.85'],
  ['Ponta Delgada on the Azores', 'PT', '9500-001', 'PT-ACORES', 160_000, '13.66'],
  ['Lisbon', 'PT', '1000-001', 'PT', 230_000, '18.51'],
  ['Jungholz', 'AT', '6691', 'AT-JUNGHOLZ-MITTELBERG', 190_000, '15.81'],
  ['Ajaccio on Corsica, which is France', 'FR', '20000', 'FR', 200_000, '16.50'],
])(
  'bought for 220.00 and sent for 319.00 from %s: %s %s is taxed as %s',
  (_town, shipsFrom, shipsFromPostalCode, code, ratePpm, tax) => {
    const { lines } = quoted({ lines: [used('319.00', '220.00', { shipsFrom, shipsFromPostalCode })] });
    expect(lines[0]?.margin).toMatchObject({ ratePpm, jurisdiction: { code } });
    expect(lines[0]?.margin?.result?.tax.toDecimalString()).toBe(tax);
  },
);

test.each([
  ['the Canary Islands', 'ES', '35001'],
  ['Ceuta', 'ES', '51001'],
  ['Réunion', 'FR', '97400'],
  ['Helgoland', 'DE', '27498'],
])(
  'what leaves %s would be an import, and is not sold; from the rest of the country it is',
  (_place, shipsFrom, postalCode) => {
    const market = realMarket('fr');
    const line = used('319.00', '220.00', { shipsFrom, shipsFromPostalCode: postalCode });
    const answer = quotePrice({ market, lines: [line], shipTo: { country: 'FR' } }, realTables, now);
    expect(answer).toMatchObject({ code: 'QuoteRejected', field: 'lines[0].offerId' });
    expect(quoted({ lines: [used('319.00', '220.00', { shipsFrom })] }).totals.gross.toDecimalString()).toBe('319.00');
  },
);

test('art. 139(3): margin goods to a business of another state are not exempt, and stay margin goods', () => {
  const buyer = { vatId: 'DE136695976', vatIdStatus: 'valid' as const };
  const { lines, totals } = quoted({ lines: [used('319.00', '220.00')], shipTo: { country: 'DE' }, buyer });
  expect(lines[0]?.decision.rule).toBe('eu.marginScheme');
  expect(totals.gross.toDecimalString()).toBe('319.00');
});

test('individual method: the loss on one unit is not set off against the gain on another', () => {
  const two = used('319.00', '0.00', { quantity: 2, unitCosts: [eur('350.00'), eur('220.00')] });
  expect(quoted({ lines: [two] }).lines[0]?.margin?.result?.tax.toDecimalString()).toBe('16.50');
});

test('in a mixed basket each line is taxed by its own scheme, and the tax lines keep them apart', () => {
  const regular = used('499.00', '0.00', { offerId: 'regular', vatScheme: 'REGULAR', unitCosts: undefined });
  const { lines, taxLines, shipping, totals } = quoted({
    lines: [used('319.00', '220.00'), regular],
    shippingMethod: 'express',
  });
  expect(taxLines.map(({ treatment, ratePpm }) => [treatment, ratePpm])).toEqual([
    ['marginScheme', 0],
    ['standard', 200_000],
  ]);
  // Delivery of 9.90 follows the goods: 3.86 with the margin good, without VAT shown, and 6.04 with the other: 505.04 holds 84.17,
  // of which 83.163… is the line's and 1.006… the delivery's.
  expect(lines.map(({ tax }) => tax.toDecimalString())).toEqual(['0.00', '83.16']);
  expect([shipping.tax, totals.tax, totals.gross].map(String)).toEqual(['1.01 EUR', '84.17 EUR', '827.90 EUR']);
});

test('units with a purchase that art. 314 refuses are taxed in full at the destination, whatever they were offered as', () => {
  const bad = used('319.00', '220.00', {
    purchases: [{ supplierKind: 'business', vatScheme: 'REGULAR', country: 'FR' }],
  });
  const { lines, totals } = quoted({ lines: [bad], shipTo: { country: 'DE' } });
  expect(lines[0]?.decision).toMatchObject({ rule: 'eu.marginNotEligible', marginRefused: 'vatWasDeductible' });
  expect(lines[0]?.margin).toBeUndefined();
  expect([totals.tax, totals.gross].map(String)).toEqual(['50.93 EUR', '319.00 EUR']);
});

test('a refund gives back exactly what was charged; a partial one lowers the selling price, never the cost (art. 90)', () => {
  const back = (refund: string, cost = '220.00') =>
    marginVatGivenBack(eur('319.00'), eur(cost), eur(refund), 200_000, 'halfUp').toDecimalString();
  expect(back('319.00')).toBe('16.50');
  // 89.00 of margin is left, which bears 14.83.
  expect(back('10.00')).toBe('1.67');
  expect(back('99.00')).toBe('16.50');
  expect(back('319.00', '350.00')).toBe('0.00');
});

test('property: reductions one after the other give back what one of them all would, and never more than was charged', () => {
  const cents = fc.bigInt({ min: 1n, max: 1_000_000n });
  fc.assert(
    fc.property(
      cents,
      cents,
      fc.array(fc.bigInt({ min: 0n, max: 300_000n }), { maxLength: 8 }),
      (price, cost, cuts) => {
        const money = (minor: bigint): Money => Money.ofMinor(minor, eur('0.00').currency);
        let left = price;
        let given = 0n;
        for (const cut of cuts) {
          const refund = cut < left ? cut : left;
          given += marginVatGivenBack(money(left), money(cost), money(refund), 200_000, 'halfUp').minor;
          left -= refund;
        }
        const atOnce = marginVatGivenBack(money(price), money(cost), money(price - left), 200_000, 'halfUp').minor;
        const charged = marginVatGivenBack(money(price), money(cost), money(price), 200_000, 'halfUp').minor;
        expect(given).toBe(atOnce);
        expect(given <= charged).toBe(true);
      },
    ),
  );
});

// Directive 2006/112/EC art. 226(14), as each language's text of it has the words.
describe('every language of a market says what art. 226(14) wants', () => {
  const words: Readonly<Record<string, RegExp>> = {
    de: /^Gebrauchtgegenstände\/Sonderregelung$/,
    en: /^Margin scheme [—–] second-hand goods$/i,
    es: /^Régimen especial [—–-]? ?(de los )?bienes usados$/i,
    fr: /^Régime particulier [—–] Biens d'occasion$/i,
    hu: /^Különbözet szerinti szabályozás [—–] használt cikkek$/i,
    it: /^Regime del margine [—–] beni usati$/i,
    nl: /^Bijzondere regeling [—–] gebruikte goederen$/i,
    pl: /^Procedura marży [—–] towary używane$/i,
    pt: /^Regime da margem de lucro [—–] Bens em segunda mão$/i,
    sv: /^Vinstmarginalbeskattning för begagnade varor$/i,
  };
  const folder = new URL('../../../../markets/locales/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

  test.each(files)('%s', (name) => {
    const language = name.slice(0, 2);
    const { legal } = parse(readFileSync(new URL(name, folder), 'utf8')) as { legal: Record<string, string> };
    expect(legal['marginScheme']).toMatch(words[language] ?? /^no wording is known$/);
    expect(legal['marginVatNotRecoverable']).toBeTruthy();
  });
});
