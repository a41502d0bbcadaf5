import type { Outcome } from '@reprise/kernel';
import { isRejection } from '@reprise/kernel';
import { RequestRefused } from '@reprise/platform/http';
import type { VerifyToken } from '@reprise/platform/http';
import type { EnterMarket, MarketRejection, Visit } from '../../application/enter-market.js';
import type { Market } from '../../application/ports.js';

/** What of a call says who is at the door. */
interface Caller {
  readonly raw: { readonly headers: { readonly authorization?: string | undefined } };
}

/** Lets a call into a market or refuses it with the problem document that says why. */
export class Door {
  constructor(
    readonly markets: EnterMarket,
    private readonly verify: VerifyToken,
    /** Says whether this copy ever held everything; before that an empty answer would be a lie. */
    private readonly isFilled: () => boolean,
  ) {}

  /** The market for anybody to shop in. Answers at once: what most calls pay for. */
  enter(code: string): Market {
    this.expectFilled();
    return admitted(this.markets.run(code));
  }

  /**
   * The market, also in preview for an operator. A token is looked at only where it decides: calls open to everybody must answer the same
   * to everybody, or caches would mix them up.
   */
  enterAs(code: string, call: Caller): Market | Promise<Market> {
    this.expectFilled();
    const entered = this.markets.run(code);
    if (!isRejection(entered) || entered.code !== 'MarketNotFound' || call.raw.headers.authorization === undefined)
      return admitted(entered);
    return this.isOperator(call).then((operator) => admitted(this.markets.run(code, { operator, closedToo: false })));
  }

  /** Whether a market somebody was let into is open to everybody as it then was. A market that changed is another value. */
  isStill(market: Market): boolean {
    return this.isFilled() && this.markets.run(market.code) === market;
  }

  /** For calls that were forwarded: who they are was verified already. */
  visit(code: string, visit: Visit): Market {
    this.expectFilled();
    return admitted(this.markets.run(code, visit));
  }

  async isOperator({ raw }: Caller): Promise<boolean> {
    const [, token] = /^Bearer (\S{1,8192})$/i.exec(raw.headers.authorization ?? '') ?? [];
    return token !== undefined && (await this.verify(token)).role === 'ops';
  }

  expectFilled(): void {
    if (this.isFilled()) return;
    throw new RequestRefused(
      'ServiceUnavailable',
      'The gateway is still reading what is for sale. Ask again in a moment.',
      {
        headers: { 'retry-after': '1' },
        details: { service: 'gateway' },
      },
    );
  }
}

/** The market, or the refusal thrown: nothing was decided yet, so this is the door's business and not the use-case's. */
export function admitted(entered: Outcome<Market, MarketRejection>): Market {
  if (!isRejection(entered)) return entered;
  const { code, message, field, details } = entered;
  throw new RequestRefused(code, message, {
    ...(field !== undefined && { errors: [{ field, code, message }] }),
    ...(details !== undefined && { details }),
  });
}
