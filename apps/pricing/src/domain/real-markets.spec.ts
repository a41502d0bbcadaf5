import { readdirSync, readFileSync } from 'node:fs';
import type { LocaleWording } from '@reprise/contracts/market';
import { localeWordingSchema, marketFileSchema } from '@reprise/contracts/market';
import { isRejection, Money, mustBeInstant } from '@reprise/kernel';
import fc from 'fast-check';
import { parse } from 'yaml';
import { realMarket, realTables } from '../../test/real-markets.js';
import type { QuoteRequest } from './quote.js';
import { quotePrice } from './quote-price.js';
import type { LegalMentionKey } from './tax-stack.js';

const folder = new URL('../../../../markets/', import.meta.url);
const readYaml = (path: string): unknown => parse(readFileSync(new URL(path, folder), 'utf8'));
const namesIn = (path: string): string[] =>
  readdirSync(new URL(path, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''));

const locales = new Map<string, LocaleWording>(
  namesIn('locales/').map((name) => [name, localeWordingSchema.parse(readYaml(`locales/${name}.yaml`))]),
);
const markets = namesIn('.').map((code) => marketFileSchema.parse(readYaml(`${code}.yaml`)));
const now = mustBeInstant('2026-11-24T10:00:00Z');

/** Every mention a tax decision can ask for: a key that is added to the type is missing here, and does not compile. */
const legalMentions: { readonly [key in LegalMentionKey]: true } = {
  marginScheme: true,
  reverseCharge: true,
  intraEuSupply: true,
  export: true,
  deemedSupplier: true,
};

describe.each(markets.map(({ code }) => code))('market %s', (code) => {
  const source = markets.find((market) => market.code === code) as (typeof markets)[number];
  const market = realMarket(code);

  test('each of its languages is worded in that language, by a fallback if need be', () => {
    for (const { locale, fallback } of source.locales) {
      const worded = [locale, ...fallback].find((candidate) => locales.has(candidate));
      expect({ locale, language: worded?.split('-')[0] }).toEqual({ locale, language: locale.split('-')[0] });
    }
  });

  test('every sentence the law may want of a sale stands in each of its languages', () => {
    for (const { locale, fallback } of source.locales) {
      const words = locales.get([locale, ...fallback].find((candidate) => locales.has(candidate)) ?? '');
      for (const key of Object.keys(legalMentions) as LegalMentionKey[])
        expect({ locale, key, worded: (words?.legal[key] ?? '') !== '' }).toEqual({ locale, key, worded: true });
    }
  });

  test('its names of shipping methods and payments are in each of its languages', () => {
    for (const { locale } of source.locales)
      for (const { name } of [...source.shipping, ...source.payments, source])
        expect(Object.keys(name)).toContain(locale.split('-')[0]);
  });

  test('its tables tax every place it delivers to, from every place it delivers from', () => {
    for (const shipTo of addressesOf(source.shipsTo))
      for (const shipsFrom of source.shipsFrom ?? [market.homeCountry]) {
        const quote = quotePrice(
          requestOf(market, { shipTo, shipsFrom, amount: market.priceMax.minor / 2n }),
          realTables,
          now,
        );
        expect({ shipTo, shipsFrom, quote: isRejection(quote) ? quote.message : 'priced' }).toEqual({
          ...{ shipTo, shipsFrom },
          quote: 'priced',
        });
      }
  });

  test('property: whatever is sold to whom and where, the sums hold and every mention has its words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...addressesOf(source.shipsTo)),
        fc.constantFrom(...(source.shipsFrom ?? [market.homeCountry])),
        fc.constantFrom(...source.tax.vatSchemes),
        fc.bigInt({ min: market.priceMin.minor, max: market.priceMax.minor }),
        fc.constantFrom(undefined, ...source.shipping.map(({ id }) => id)),
        fc.constantFrom('FR', 'HK', 'US'),
        (shipTo, shipsFrom, vatScheme, amount, shippingMethod, sellerEstablishedIn) => {
          const request = requestOf(market, { shipTo, shipsFrom, amount });
          const [line] = request.lines;
          const quote = quotePrice(
            {
              ...request,
              ...(shippingMethod === undefined ? {} : { shippingMethod }),
              lines: [{ ...(line as QuoteRequest['lines'][number]), vatScheme, sellerEstablishedIn }],
            },
            realTables,
            now,
          );
          if (isRejection(quote)) return expect(quote.code).toBe('ShippingMethodNotOffered');
          const { net, tax, fees, shipping, gross } = quote.totals;
          expect(Money.sum([net, tax, fees, shipping], market.currency)).toEqual(gross);
          for (const { legalMentionKey } of quote.taxLines)
            if (legalMentionKey !== undefined) expect(Object.keys(legalMentions)).toContain(legalMentionKey);
        },
      ),
    );
  });
});

test('every language says everything the others say', () => {
  const keysOf = (words: LocaleWording) => [
    ...Object.keys(words.grades),
    ...Object.keys(words.categories),
    ...Object.keys(words.legal),
  ];
  const english = locales.get('en') as LocaleWording;
  for (const [locale, words] of locales)
    expect({ locale, keys: keysOf(words).sort() }).toEqual({ locale, keys: keysOf(english).sort() });
});

test('no sentence of law was left in English', () => {
  const english = locales.get('en') as LocaleWording;
  for (const [locale, words] of locales)
    for (const [key, text] of Object.entries(words.legal))
      if (locale !== 'en')
        expect({ locale, key, untranslated: text === english.legal[key as keyof typeof english.legal] }).toEqual({
          ...{ locale, key },
          untranslated: false,
        });
});

/** One address in each place; a state and a ZIP code where the tax depends on them. */
function addressesOf(countries: readonly string[]): QuoteRequest['shipTo'][] {
  return countries.flatMap((country): QuoteRequest['shipTo'][] => {
    const states = [...realTables.taxes.values()].flatMap((table) =>
      table.regime === 'us-sales-tax' && table.country === country ? [...table.states.keys()] : [],
    );
    if (states.length === 0) return [country === 'XI' ? { country: 'GB', postalCode: 'BT1 1AA' } : { country }];
    return states.flatMap((region) => {
      const postalCode = zipOf(region);
      return postalCode === undefined ? [] : [{ country, region, postalCode }];
    });
  });
}

function zipOf(state: string): string | undefined {
  for (let prefix = 0; prefix < 1_000; prefix += 1) {
    const zip = `${String(prefix).padStart(3, '0')}01`;
    for (const table of realTables.taxes.values())
      if (table.regime === 'us-sales-tax' && table.statesOfZip(zip)?.includes(state)) return zip;
  }
  return undefined;
}

function requestOf(
  market: QuoteRequest['market'],
  { shipTo, shipsFrom, amount }: { shipTo: QuoteRequest['shipTo']; shipsFrom: string; amount: bigint },
): QuoteRequest {
  return {
    market,
    shipTo,
    lines: [
      {
        ...{ offerId: 'offer-0', sellerId: 'seller-0', variantId: 'variant-0', category: 'smartphone', quantity: 1 },
        unitPrice: Money.ofMinor(amount, market.currency),
        vatScheme: 'REGULAR',
        shipsFrom,
      },
    ],
  };
}
