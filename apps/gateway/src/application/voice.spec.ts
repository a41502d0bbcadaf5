import { marketChangedV1 } from '@reprise/contracts/events';
import { Voice } from './voice.js';

const { definition } = marketChangedV1.example;
const market = {
  ...definition,
  defaultLocale: 'fr-FR',
  locales: [
    { locale: 'fr-FR', fallback: ['en'] },
    { locale: 'de', fallback: ['fr'] },
    { locale: 'zh-Hant', fallback: ['en'] },
  ],
};

test('the language itself is no fallback', () => {
  const voice = new Voice(market, 'fr-FR');
  expect(voice.say({ en: 'Midnight', fr: 'Minuit' }, 'colour')).toBe('Minuit');
  expect(voice.servedLocales['colour']).toBeUndefined();
});

test('a fallback follows the declared chain and is said', () => {
  const voice = new Voice(market, 'de');
  expect(voice.say({ en: 'Midnight', fr: 'Minuit' }, 'colour')).toBe('Minuit');
  expect(voice.say({ en: 'Title' }, 'title')).toBe('Title');
  expect(voice.servedLocales).toMatchObject({ colour: 'fr', title: 'en' });
});

test('a script is part of a language', () => {
  expect(new Voice(market, 'zh-Hant').say({ en: 'Midnight', zh: '午夜' }, 'colour')).toBe('Midnight');
});

test('wording that fell back is said', () => {
  expect(new Voice(market, 'fr-FR').servedLocales).toEqual({ grades: 'en', 'category.name': 'en' });
});
