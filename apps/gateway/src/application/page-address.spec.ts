import { PageAddress } from './page-address.js';

test('every shop has its address: by path, by domain, in whatever order', () => {
  const byPath = new PageAddress('https://shop.example/{market}/{locale}/p/{slug}');
  expect(byPath.ofProduct('fr', 'fr-FR', 'apple-iphone-13')).toBe('https://shop.example/fr/fr-FR/p/apple-iphone-13');
  const byDomain = new PageAddress('https://{market}.shop.example/p/{slug}?hl={locale}');
  expect(byDomain.ofOffer('de', 'de-DE', 'x', 'v1', 'GOOD')).toBe(
    'https://de.shop.example/p/x?hl=de-DE&variant=v1&grade=GOOD',
  );
  expect(byDomain.ofShop('de', 'de-DE')).toBe('https://de.shop.example/');
});

test('what is not of an address is written so that it stays in its place', () => {
  const address = new PageAddress('https://shop.example/{market}/{slug}');
  expect(address.ofProduct('fr', 'fr-FR', '../x?y#z')).toBe('https://shop.example/fr/..%2Fx%3Fy%23z');
});
