import { readCredentials } from './credentials.js';
import { UsageError } from './failures.js';

/** The token a seller's command acts with: the one given, else that of the seller named, else that of the only one there is. */
export async function sellerToken(flags: {
  readonly token?: string;
  readonly credentials: string;
  readonly seller?: string;
}): Promise<string> {
  if (flags.token !== undefined) return flags.token;
  const { sellers } = await readCredentials(flags.credentials);
  const [only] = sellers;
  const chosen =
    flags.seller === undefined
      ? sellers.length === 1
        ? only
        : undefined
      : sellers.find(({ id }) => id === flags.seller);
  if (chosen !== undefined) return chosen.token;
  const known = sellers.map(({ id }) => id).join('\n  ');
  throw new UsageError(
    flags.seller === undefined
      ? `Say which seller with --seller, or give --token. ${flags.credentials} knows\n  ${known}`
      : `${flags.credentials} has no seller ${flags.seller}. It knows\n  ${known}`,
  );
}
