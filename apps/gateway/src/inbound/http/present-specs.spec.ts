import { marketChangedV1 } from '@reprise/contracts/events';
import { attributeUnits } from '@reprise/contracts/http';
import { localeWordingSchema } from '@reprise/contracts/market';
import type { LocaleWording, MarketDefinition } from '@reprise/contracts/market';
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { formatMessage } from '../../application/format-message.js';
import { Voice } from '../../application/voice.js';
import { presentSpecs } from './present-specs.js';

// The real words: a message that cannot be read, or says nothing, shows here and not on a page.
const folder = new URL('../../../../../markets/locales/', import.meta.url);
const wording: Record<string, LocaleWording> = Object.fromEntries(
  readdirSync(folder).map((file) => [
    file.replace('.yaml', ''),
    localeWordingSchema.parse(parse(readFileSync(new URL(file, folder), 'utf8'))),
  ]),
);
const languages = Object.keys(wording);
const marketIn = (locale: string, fallback: string[] = [], words = wording): MarketDefinition => ({
  ...marketChangedV1.example.definition,
  wording: words,
  locales: [{ locale, fallback }],
  defaultLocale: locale,
});
const attributes = {
  ...{ screenInches: '6.1', resolution: '1170x2532', ramMb: 4096, releaseYear: 2021 },
  ...{ weightGrams: 1200, simCount: 2, os: 'iOS', deviceType: 'feature phone' },
};
const texts = (locale: string) =>
  Object.fromEntries(
    presentSpecs(attributes, new Voice(marketIn(locale), locale)).map(({ code, text }) => [code, text]),
  );

test('a page tells each specification in the reader’s words, and programs its value and unit', () => {
  const voice = new Voice(marketIn('fr-FR', ['fr', 'en']), 'fr-FR');
  expect(presentSpecs(attributes, voice).map(({ label, text, value, unit }) => [label, text, value, unit])).toEqual([
    ['Type', 'téléphone classique', 'feature phone', undefined],
    ['Écran', '6,1 pouces', '6.1', 'inch'],
    ['Définition', '1170x2532 pixels', '1170x2532', 'pixel'],
    ['Mémoire vive', '4 Go', 4096, 'megabyte'],
    ['Année de sortie', '2021', 2021, undefined],
    ['Système', 'iOS', 'iOS', undefined],
    ['Cartes SIM', '2 cartes', 2, undefined],
    ['Poids', '1 200 g', 1200, 'gram'],
  ]);
  expect(voice.servedLocales).not.toHaveProperty('specs');
});

test('what is not known is not told, and a kind nobody has a word for is told as it is', () => {
  const voice = new Voice(marketIn('de-DE', ['de']), 'de-DE');
  expect(presentSpecs({ deviceType: 'peripheral', ramMb: 512 }, voice).map(({ text }) => text)).toEqual([
    'peripheral',
    '512 MB',
  ]);
});

test('words a language lacks come from its fallback, and the page says so', () => {
  const { attributes: _none, ...french } = wording['fr'] as LocaleWording;
  const voice = new Voice(marketIn('fr-FR', ['fr', 'en'], { ...wording, fr: french }), 'fr-FR');
  expect(presentSpecs({ simCount: 1 }, voice)).toMatchObject([{ label: 'SIM cards', text: '1 card' }]);
  expect(voice.servedLocales).toMatchObject({ specs: 'en' });
});

test.each(languages)('every message of %s can be read and says every value', (language) => {
  expect(Object.keys(wording[language]?.attributes ?? {}).sort()).toEqual(Object.keys(attributeUnits).sort());
  const { screenInches, simCount, weightGrams } = texts(language);
  expect(screenInches).toMatch(/6[.,]1/);
  expect(simCount).toMatch(/2/);
  expect(weightGrams).toMatch(/1.?200 g/);
  const kind = (deviceType: string) => presentSpecs({ deviceType }, new Voice(marketIn(language), language))[0]?.text;
  // Said in its own words or not at all: a message that is broken would tell the code.
  expect(kind('portable media player')).not.toBe('portable media player');
  const defects = wording[language]?.ranking?.defects ?? '';
  const said = formatMessage(defects, language, { percent: '3 %', devices: 1234, days: 90 });
  expect(said).toMatch(/3 %.*1.?234.*90/);
  expect(said).not.toMatch(/[{}]/);
});
