import createClient from 'openapi-fetch';
import type { Client, ClientOptions } from 'openapi-fetch';
import type { components, paths } from './generated/api.js';

/** Every call of the API by path, typed from its OpenAPI document. */
export type RepriseClient = Client<paths>;

/** A shape of the API by name: `Schema<'ProductPage'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** The problem document every failed call answers with (RFC 9457); branch on `code`. */
export type Problem = Schema<'Problem'>;

/** Where to call and as whom. `token` is a seller, ops or finance token, or an order's access token. */
export interface RepriseClientOptions extends Omit<ClientOptions, 'baseUrl'> {
  readonly baseUrl: string;
  readonly token?: string;
}

/**
 * A typed client of one region's gateway.
 *
 *     const reprise = createRepriseClient({ baseUrl: 'http://localhost:4100' });
 *     const { data, error } = await reprise.GET('/v1/markets/{market}/products', { params: { path: { market: 'fr' } } });
 */
export function createRepriseClient({ token, headers, ...options }: RepriseClientOptions): RepriseClient {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return createClient<paths>({ ...options, headers: { ...authorization, ...headers } });
}
