import { cartSchema } from '@reprise/contracts/http';
import { Fault } from '@reprise/kernel';
import { rawAnswer } from '@reprise/platform/http';
import type { Call, RawAnswer } from '@reprise/platform/http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { NegotiateLocale } from '../../application/negotiate-locale.js';
import type { Market, Markets, Shelf } from '../../application/ports.js';
import { priceCart } from '../../application/price-cart.js';
import { Voice } from '../../application/voice.js';
import { languageWish, without } from './answer-read.js';
import { variantTitle } from './variant-title.js';

/** Puts title, price and subtotal on a cart that inventory answered with what it holds alone: prices are not inventory's to know. */
export class EnrichCart {
  constructor(
    private readonly shelf: Shelf,
    private readonly markets: Markets,
    private readonly negotiate: NegotiateLocale,
  ) {}

  /** The enriched cart; a problem document goes through as it is. */
  async run(answered: RawAnswer, call: Call): Promise<RawAnswer> {
    const { market: code } = call.params as { readonly market: string };
    const market = this.markets.find(code);
    if (answered.status >= 300 || market === undefined || !(answered.body instanceof Readable)) return answered;
    const cart = cartSchema.safeParse(JSON.parse((await buffer(answered.body)).toString()));
    if (!cart.success) throw new Fault('inventory answered something that is no cart', { retriable: false });
    const { lines, subtotal } = priceCart(this.shelf, code, cart.data.lines);
    const locale = this.localeFor(market, call);
    const voice = new Voice(market.definition, locale, []);
    const enriched = {
      ...cart.data,
      lines: lines.map(({ held, shown }) => ({
        offerId: held.offerId,
        quantity: held.quantity,
        ...(shown !== undefined && {
          unitPrice: shown.unitPrice.toJSON(),
          title: this.titleOf(shown.product, shown.variantId, voice),
        }),
      })),
      ...(subtotal !== undefined && { subtotal: subtotal.toJSON() }),
    };
    return rawAnswer(answered.status, Buffer.from(JSON.stringify(enriched)), {
      ...without(answered.headers, 'content-length'),
      'content-language': locale,
    });
  }

  private titleOf(product: number, variantId: string, voice: Voice): string {
    const { names, variants } = this.shelf.product(product);
    const title = voice.say(names, 'title');
    const variant = variants.find((each) => each.variantId === variantId);
    if (variant === undefined) return title;
    const colour = variant.colour && voice.say(variant.colour.names, 'colour');
    return variantTitle(title, variant, colour, voice.locale);
  }

  private localeFor(market: Market, { query, raw }: Call): string {
    const { locale } = query as { readonly locale?: string };
    return this.negotiate.run(market, languageWish(locale, raw.headers['accept-language']));
  }
}
