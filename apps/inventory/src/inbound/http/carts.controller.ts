import { Controller } from '@nestjs/common';
import type { cartSchema } from '@reprise/contracts/http';
import { createCart, deleteCartLine, extendCart, getCart, putCartLine } from '@reprise/contracts/http';
import type { CartId, MarketCode, OfferId, Outcome } from '@reprise/kernel';
import { isRejection, toIso } from '@reprise/kernel';
import type { Call } from '@reprise/platform/http';
import { Answers, answer } from '@reprise/platform/http';
import type { z } from 'zod';
import { ExtendForPayment } from '../../application/extend-for-payment.js';
import { HoldLine } from '../../application/hold-line.js';
import { OpenCart } from '../../application/open-cart.js';
import { ReadCart } from '../../application/read-cart.js';
import type { Cart, CartRejection } from '../../domain/cart.js';

/** The cart calls of the public API. A cart's id is its key: whoever knows it may change it. */
@Controller()
export class CartsController {
  constructor(
    private readonly openCart: OpenCart,
    private readonly readCart: ReadCart,
    private readonly holdLine: HoldLine,
    private readonly extendForPayment: ExtendForPayment,
  ) {}

  @Answers(createCart)
  async create({ params }: Call<typeof createCart>) {
    const cart = await this.openCart.run(params.market as MarketCode);
    if (isRejection(cart)) return cart;
    return answer(201, toJson(cart), { location: `/v1/markets/${cart.market}/carts/${cart.id}` });
  }

  @Answers(getCart)
  async get({ params }: Call<typeof getCart>) {
    return view(await this.readCart.run(params.market as MarketCode, idIn<CartId>(params.cartId)));
  }

  @Answers(extendCart)
  async extend({ params }: Call<typeof extendCart>) {
    return view(await this.extendForPayment.run(params.market as MarketCode, idIn<CartId>(params.cartId)));
  }

  @Answers(putCartLine)
  async put({ params, body }: Call<typeof putCartLine>) {
    return view(await this.holdLine.run({ ...lineIn(params), quantity: body.quantity }));
  }

  @Answers(deleteCartLine)
  async delete({ params }: Call<typeof deleteCartLine>) {
    return view(await this.holdLine.run({ ...lineIn(params), quantity: 0 }));
  }
}

type CartJson = z.input<typeof cartSchema>;

function view(cart: Outcome<Cart, CartRejection>): CartJson | CartRejection {
  return isRejection(cart) ? cart : toJson(cart);
}

function toJson({ id, market, status, expiresAt, lines }: Cart): CartJson {
  return { id, market, status, expiresAt: toIso(expiresAt), lines: [...lines] };
}

function lineIn(params: { readonly market: string; readonly cartId: string; readonly offerId: string }) {
  return {
    market: params.market as MarketCode,
    cartId: idIn<CartId>(params.cartId),
    offerId: idIn<OfferId>(params.offerId),
  };
}

/** A path may spell a UUID in capitals; ours are compared as text. */
function idIn<Id extends string>(param: string): Id {
  return param.toLowerCase() as Id;
}
