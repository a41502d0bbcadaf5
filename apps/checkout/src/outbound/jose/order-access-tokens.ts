import type { OrderId } from '@reprise/kernel';
import { mintToken } from '@reprise/platform/http';
import type { AccessTokens } from '../../application/ports.js';

/** Mints the tokens that open one order each, with checkout's own key. */
export class OrderAccessTokens implements AccessTokens {
  constructor(
    private readonly privateJwk: object,
    private readonly ttlSeconds: number,
  ) {}

  mint(orderId: OrderId): Promise<string> {
    return mintToken({ role: 'buyer', sub: orderId, ttlSeconds: this.ttlSeconds }, this.privateJwk);
  }
}
