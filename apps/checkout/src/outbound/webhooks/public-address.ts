import { BlockList, isIP } from 'node:net';

/** What IANA registers as not globally reachable, of IPv4 (RFC 6890 and after). Metadata services answer in 169.254.0.0/16. */
const closedV4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closedV4.addSubnet(network, prefix, 'ipv4');

/**
 * Of IPv6 only what is given out for the internet is open. Outside of it lie loopback, link-local, unique local, IPv4-mapped and the NAT64
 * prefix, each a way to an address behind our own walls; inside, the tunnels that carry an IPv4 address and what is for documents.
 */
const openV6 = new BlockList();
openV6.addSubnet('2000::', 3, 'ipv6');
const closedV6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closedV6.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address is one of the public internet. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closedV4.check(address, 'ipv4');
    case 6:
      // A zone (`fe80::1%eth0`) is only ever of a local link.
      return !address.includes('%') && openV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
    default:
      return false;
  }
}
