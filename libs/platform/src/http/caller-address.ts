import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * The address a request comes from, as far as it can be believed: what a proxy of ours says in `X-Forwarded-For`, and of what it was told
 * only the part that other proxies of ours said. An IPv6 caller is its /64, which is what one line is given.
 */
export class CallerAddress {
  private readonly trusted = new BlockList();
  private readonly trustsAny: boolean;

  /** `trustedProxies`: addresses and networks (`10.0.0.0/8`). */
  constructor(trustedProxies: readonly string[]) {
    this.trustsAny = trustedProxies.length > 0;
    for (const entry of trustedProxies) {
      const [address = '', bits] = entry.split('/');
      const family = familyOf(address);
      if (bits === undefined) this.trusted.addAddress(address, family);
      else this.trusted.addSubnet(address, Number(bits), family);
    }
  }

  of({
    socket,
    headers,
  }: Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } }): string {
    const peer = plainAddress(socket.remoteAddress ?? '');
    return networkOf(this.trustsAny ? this.behindProxies(peer, headers['x-forwarded-for']) : peer);
  }

  private behindProxies(peer: string, forwardedFor: string | string[] | undefined): string {
    const hops = [forwardedFor ?? []].flat().join(',').split(',');
    let address = peer;
    while (this.isTrusted(address)) {
      const next = plainAddress(hops.pop()?.trim() ?? '');
      if (isIP(next) === 0) return address;
      address = next;
    }
    return address;
  }

  private isTrusted(address: string): boolean {
    return isIP(address) !== 0 && this.trusted.check(address, familyOf(address));
  }
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}

/** Without a port, a zone, or the prefix of an IPv4 address that came over an IPv6 socket. */
function plainAddress(address: string): string {
  if (!address.includes(':')) return address;
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(address) ?? [];
  const [bare = ''] = (bracketed ?? address).split('%');
  const [, withoutPort] = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(bare) ?? [];
  if (withoutPort !== undefined) return withoutPort;
  const mapped = bare.toLowerCase().startsWith('::ffff:') ? bare.slice(7) : '';
  return isIPv4(mapped) ? mapped : bare;
}

/** An IPv4 address itself; the first four groups of an IPv6 one. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...after];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
