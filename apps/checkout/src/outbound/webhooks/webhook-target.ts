import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** Where webhooks may go: over TLS to the public internet, or, where tests run, anywhere. */
export type WebhookTargets = 'public' | 'any';

export interface TargetFault {
  readonly code:
    'urlMalformed' | 'urlNotHttps' | 'urlNamesUser' | 'urlHasFragment' | 'portNotAllowed' | 'addressNotPublic';
  readonly message: string;
}

/** Why nothing is sent to a URL, as far as the URL itself says. Where its name leads is looked at each time it is sent to. */
export function refuseTarget(text: string, allowed: WebhookTargets): TargetFault | undefined {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '')
    return { code: 'urlMalformed', message: 'A URL such as https://example.com/hooks.' };
  if (url.username !== '' || url.password !== '')
    return { code: 'urlNamesUser', message: 'No user or password in the URL: messages are signed.' };
  if (url.hash !== '') return { code: 'urlHasFragment', message: 'A fragment never reaches the server.' };
  if (allowed === 'any') return undefined;
  if (url.protocol !== 'https:') return { code: 'urlNotHttps', message: 'Only https: a message names orders.' };
  // Below 1024 other protocols listen, some of which take an HTTP request for commands.
  const port = url.port === '' ? 443 : Number(url.port);
  if (port !== 443 && port < 1024) return { code: 'portNotAllowed', message: 'Port 443, or one from 1024 on.' };
  const host = hostOf(url);
  const isName = isIP(host) === 0;
  if (isName ? isLocalName(host) : !isPublicAddress(host))
    return { code: 'addressNotPublic', message: `${host} is not on the public internet.` };
  return undefined;
}

/** Host without the brackets an IPv6 address has in a URL. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** Names that never lead to the internet (RFC 6761, RFC 8375 and the habit of naming inner networks). */
function isLocalName(host: string): boolean {
  const name = host.replace(/\.$/, '');
  if (!name.includes('.')) return true;
  return ['.localhost', '.local', '.internal', '.home.arpa', '.test', '.invalid', '.onion'].some((end) =>
    name.endsWith(end),
  );
}
