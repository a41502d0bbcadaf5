import { RequestRefused } from './answer.js';
import { readSessionCookie, sessionCookie, setCookie } from './session-cookie.js';

const cookie = sessionCookie('eu', false);
const forOps = { policy: ['ops'] as const };
const forAnybody = { policy: ['public'] as const };

function tokenOf(
  method: string,
  headers: Record<string, string>,
  operation: Parameters<typeof readSessionCookie>[2] = forOps,
) {
  const request = { method, headers: { ...headers } as Record<string, string> };
  readSessionCookie(request as Parameters<typeof readSessionCookie>[0], cookie, operation);
  return request.headers['authorization'];
}

describe('readSessionCookie', () => {
  test('a read needs the cookie alone', () => {
    expect(tokenOf('GET', { cookie: 'theme=dark; reprise-eu=a.b.c; other=1' })).toBe('Bearer a.b.c');
  });

  test('the cookie of another region, or none, is nobody', () => {
    expect(tokenOf('GET', { cookie: 'reprise-us=a.b.c' })).toBeUndefined();
    expect(tokenOf('GET', { cookie: 'xreprise-eu=a.b.c; reprise-eu=' })).toBeUndefined();
    expect(tokenOf('GET', {})).toBeUndefined();
  });

  test('a stated token wins over the cookie', () => {
    expect(tokenOf('GET', { cookie: 'reprise-eu=a.b.c', authorization: 'Bearer other' })).toBe('Bearer other');
  });

  test.each(['POST', 'PUT', 'DELETE'])('%s needs the header a foreign page cannot send', (method) => {
    expect(() => tokenOf(method, { cookie: 'reprise-eu=a.b.c' })).toThrow(RequestRefused);
    expect(tokenOf(method, { cookie: 'reprise-eu=a.b.c', 'x-reprise-csrf': '1' })).toBe('Bearer a.b.c');
  });

  test('a call for everybody without that header goes on as nobody’s', () => {
    expect(tokenOf('POST', { cookie: 'reprise-eu=a.b.c' }, forAnybody)).toBeUndefined();
  });
});

describe('setCookie', () => {
  test('is out of reach of scripts and of other sites', () => {
    expect(setCookie(cookie, 'a.b.c', 60)).toBe('reprise-eu=a.b.c; Path=/; HttpOnly; SameSite=Strict; Max-Age=60');
  });

  test('over TLS it is bound to its host', () => {
    expect(setCookie(sessionCookie('eu', true), '', 0)).toBe(
      '__Host-reprise-eu=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0; Secure',
    );
  });
});
