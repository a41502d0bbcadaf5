import { CallerAddress } from './caller-address.js';

function seen(trustedProxies: readonly string[], remoteAddress: string, forwardedFor?: string): string {
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  return new CallerAddress(trustedProxies).of({ socket: { remoteAddress }, headers });
}

test('without a proxy of ours nothing but the socket is believed', () => {
  expect(seen([], '203.0.113.9')).toBe('203.0.113.9');
  expect(seen([], '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
  expect(seen(['10.0.0.0/8'], '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
});

test.each([
  ['198.51.100.1', '198.51.100.1'],
  // What the caller wrote before our proxy added to it is the caller's own word.
  ['1.2.3.4, 198.51.100.1', '198.51.100.1'],
  ['198.51.100.1, 10.1.2.3', '198.51.100.1'],
  ['198.51.100.1:55012', '198.51.100.1'],
  ['not an address', '10.0.0.7'],
  ['', '10.0.0.7'],
  ['10.9.9.9', '10.9.9.9'],
  ['[2001:db8:1:2::5]:443', '2001:db8:1:2'],
])('behind proxies of ours %p comes from %s', (forwardedFor, expected) => {
  expect(seen(['10.0.0.0/8', '2001:db8:ffff::/48'], '10.0.0.7', forwardedFor)).toBe(expected);
});

test.each([
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is the caller %s', (address, expected) => {
  expect(seen([], address)).toBe(expected);
});

test('a proxy reached over IPv6 is trusted by its IPv6 network, one over a mapped address by its IPv4 one', () => {
  expect(seen(['2001:db8:ffff::/48'], '2001:db8:ffff::1', '198.51.100.1')).toBe('198.51.100.1');
  expect(seen(['10.0.0.7'], '::ffff:10.0.0.7', '198.51.100.1')).toBe('198.51.100.1');
});
