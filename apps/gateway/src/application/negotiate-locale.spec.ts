import { marketChangedV1 } from '@reprise/contracts/events';
import { NegotiateLocale, isLanguageTag } from './negotiate-locale.js';
import type { Market } from './ports.js';

const { definition } = marketChangedV1.example;

function marketWith(defaultLocale: string, ...locales: string[]): Market {
  return {
    code: 'be',
    version: 1,
    status: 'live',
    definition: { ...definition, defaultLocale, locales: locales.map((locale) => ({ locale, fallback: ['en'] })) },
  };
}

const belgium = marketWith('nl-BE', 'nl-BE', 'fr-BE', 'de');
const negotiate = new NegotiateLocale();

test.each<[string | undefined, string | undefined, string]>([
  [undefined, undefined, 'nl-BE'],
  ['fr-BE', 'nl', 'fr-BE'],
  ['fr', undefined, 'fr-BE'],
  ['fr-FR', undefined, 'fr-BE'],
  [undefined, 'fr;q=0.5, de;q=0.9', 'de'],
  [undefined, 'ja, fr;q=0.2', 'fr-BE'],
  [undefined, 'ja', 'nl-BE'],
  ['ja', 'de', 'de'],
  [undefined, '*', 'nl-BE'],
  [undefined, ';;;===, %%%', 'nl-BE'],
  [undefined, `fr,${'x'.repeat(300)}`, 'nl-BE'],
])('?locale=%s over Accept-Language %s gives %s', (locale, acceptLanguage, expected) => {
  expect(negotiate.run(belgium, { locale, acceptLanguage })).toBe(expected);
});

test('a market that changed its locales is negotiated anew', () => {
  const before = { ...marketWith('nl-BE', 'nl-BE'), version: 2 };
  const after = { ...marketWith('nl-BE', 'nl-BE', 'fr-BE'), version: 3 };
  expect(negotiate.run(before, { locale: 'fr' })).toBe('nl-BE');
  expect(negotiate.run(after, { locale: 'fr' })).toBe('fr-BE');
});

test('a thousand invented headers are answered and not remembered for ever', () => {
  for (let i = 0; i < 5_000; i++)
    expect(negotiate.run(belgium, { acceptLanguage: `fr;q=0.${i}` })).toMatch(/^(fr|nl)-BE$/);
});

test('tags are told from nonsense', () => {
  expect(isLanguageTag('fr-FR')).toBe(true);
  expect(isLanguageTag('zh-Hant-TW')).toBe(true);
  expect(isLanguageTag('french please')).toBe(false);
  expect(isLanguageTag('')).toBe(false);
});
