import { Controller, Inject } from '@nestjs/common';
import type { LockedQuote as LockedQuoteJson } from '@reprise/contracts';
import { createQuote } from '@reprise/contracts/http';
import type { Instant } from '@reprise/kernel';
import { isRejection } from '@reprise/kernel';
import { Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { MakeQuote } from '../../application/make-quote.js';
import { lockedQuoteJson, shownQuoteJson } from './present-quote.js';

/** Signs a quote, so that checkout can trust it without asking. */
export abstract class QuoteSigner {
  abstract sign(quote: LockedQuoteJson, issuedAt: Instant): Promise<string>;
}

@Controller()
export class QuotesController {
  constructor(
    @Inject(MakeQuote) private readonly makeQuote: MakeQuote,
    @Inject(QuoteSigner) private readonly signer: QuoteSigner,
  ) {}

  @Answers(createQuote)
  async create({ params, query, body }: Call<typeof createQuote>) {
    const { lines, shipTo, buyer, shippingMethod, voucher, cartId } = body;
    const locked = await this.makeQuote.run({
      market: params.market,
      locale: query.locale,
      lines,
      shipTo: withoutUndefined(shipTo),
      ...(buyer?.vatId === undefined ? {} : { vatId: buyer.vatId }),
      ...(voucher === undefined ? {} : { voucher }),
      ...(shippingMethod === undefined ? {} : { shippingMethod }),
      ...(cartId === undefined ? {} : { cartId }),
    });
    if (isRejection(locked)) return locked;
    const quote = lockedQuoteJson(locked);
    return { ...shownQuoteJson(quote), token: await this.signer.sign(quote, locked.issuedAt) };
  }
}

/** Under exact optional types an absent field is not one that is undefined. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never;
}
