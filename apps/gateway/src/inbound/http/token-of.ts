import { decodeJwt } from 'jose';

/** The token of a call that was let in by one. */
export function tokenOf({ authorization = '' }: { readonly authorization?: string | undefined }): string {
  return authorization.replace(/^Bearer /i, '');
}

/** When a token that was verified ends, in Unix milliseconds. */
export function tokenEndMs(token: string): number {
  return (decodeJwt(token).exp ?? 0) * 1_000;
}
