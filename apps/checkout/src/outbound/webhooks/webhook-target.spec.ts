import { refuseTarget } from './webhook-target.js';

test.each([
  ['not a url', 'urlMalformed'],
  ['ftp://example.com/', 'urlMalformed'],
  ['file:///etc/passwd', 'urlMalformed'],
  ['https://user:secret@example.com/', 'urlNamesUser'],
  ['https://example.com/#here', 'urlHasFragment'],
  ['http://example.com/', 'urlNotHttps'],
  ['https://example.com:25/', 'portNotAllowed'],
  ['https://example.com:22/', 'portNotAllowed'],
  ['https://127.0.0.1/', 'addressNotPublic'],
  // All of these are 127.0.0.1 to a resolver.
  ['https://2130706433/', 'addressNotPublic'],
  ['https://0x7f.1/', 'addressNotPublic'],
  ['https://0177.0.0.1/', 'addressNotPublic'],
  ['https://[::1]/', 'addressNotPublic'],
  ['https://[::ffff:169.254.169.254]/', 'addressNotPublic'],
  ['https://169.254.169.254/latest/meta-data', 'addressNotPublic'],
  ['https://localhost:8443/', 'addressNotPublic'],
  ['https://metadata/', 'addressNotPublic'],
  ['https://metadata.google.internal/', 'addressNotPublic'],
  ['https://printer.local./', 'addressNotPublic'],
])('%s is refused: %s', (url, code) => {
  expect(refuseTarget(url, 'public')?.code).toBe(code);
});

test.each(['https://example.com/hooks', 'https://example.com:8443/hooks?shop=1', 'https://8.8.8.8/'])(
  '%s is not',
  (url) => {
    expect(refuseTarget(url, 'public')).toBeUndefined();
  },
);

test('where tests run a URL may be anywhere, and still has to be one', () => {
  expect(refuseTarget('http://127.0.0.1:9999/', 'any')).toBeUndefined();
  expect(refuseTarget('gopher://127.0.0.1/', 'any')?.code).toBe('urlMalformed');
});
