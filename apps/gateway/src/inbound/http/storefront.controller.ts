import { Controller, Inject } from '@nestjs/common';
import { grades } from '@reprise/contracts';
import { getProduct, listCategories, listProducts, listVariantOffers } from '@reprise/contracts/http';
import { Answers, problem } from '@reprise/platform/http';
import type { Call, ProblemAnswer, RawAnswer } from '@reprise/platform/http';
import { NegotiateLocale } from '../../application/negotiate-locale.js';
import { PageAddress } from '../../application/page-address.js';
import type { Market, Row, SearchIndex, SearchPage, Shelf } from '../../application/ports.js';
import { Voice, slugIn } from '../../application/voice.js';
import { rankOffers } from '../../domain/rank-offers.js';
import type { Rendered } from './answer-read.js';
import { answerRead, languageWish, render, visibilityOf } from './answer-read.js';
import { Door } from './enter.js';
import { writeCursor } from './list-cursor.js';
import { listAlternates, productAlternates } from './present-alternates.js';
import { presentCategories } from './present-categories.js';
import { presentProductList } from './present-product-list.js';
import { presentProductPage } from './present-product-page.js';
import { presentRanked } from './present-variant-offers.js';
import { readListQuery } from './read-list-query.js';
import type { ListRequest } from './read-list-query.js';
import { ReadyReads } from './ready-reads.js';
import { RenderedCache } from './rendered-cache.js';

type Answer = RawAnswer | ProblemAnswer;
type Reader = typeof listProducts | typeof listCategories | typeof getProduct | typeof listVariantOffers;

/** Ports are types alone, which Nest cannot look things up by. */
export const SHELF = Symbol('Shelf');
export const SEARCH_INDEX = Symbol('SearchIndex');

/** What shoppers read, answered from this process's own memory: no other service and no database is asked. */
@Controller()
export class StorefrontController {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(NegotiateLocale) private readonly negotiate: NegotiateLocale,
    @Inject(SHELF) private readonly shelf: Shelf,
    @Inject(SEARCH_INDEX) private readonly index: SearchIndex,
    @Inject(RenderedCache) private readonly cache: RenderedCache,
    @Inject(ReadyReads) private readonly ready: ReadyReads,
    @Inject(PageAddress) private readonly address: PageAddress,
  ) {}

  @Answers(listProducts)
  list(call: Call<typeof listProducts>): Answer | Promise<Answer> {
    return this.inMarket(call, (market, locale) => {
      const request = readListQuery(market, call.query, locale);
      const { limit, after } = request.search;
      const name = `list ${locale} ${limit} ${after === undefined ? '' : JSON.stringify(after)} ${request.list}`;
      const revision = this.listRevision(market);
      const known = this.cache.find(name, revision);
      if (known !== undefined) {
        this.noteList(call, market, name);
        return this.answer(known, call);
      }
      const page = this.index.search(request.search);
      const rendered = (found: SearchPage): Rendered => this.renderList(found, request, market, locale);
      // A server's answer may be older than the revision: kept, it would stay when the newer one is there.
      if (page instanceof Promise) return page.then((found) => this.answer(rendered(found), call));
      return this.answer(this.cache.keep(name, revision, rendered(page)), call);
    });
  }

  @Answers(listCategories)
  categories(call: Call<typeof listCategories>): Answer | Promise<Answer> {
    return this.inMarket(call, (market, locale) => {
      const page = this.index.search({ market: market.code, availability: 'buyable', sort: 'name', limit: 1 });
      const rendered = ({ facets }: SearchPage): Answer =>
        this.answer(render(presentCategories(facets.category, market, locale), locale, visibilityOf(market)), call);
      return page instanceof Promise ? page.then(rendered) : rendered(page);
    });
  }

  @Answers(getProduct)
  get(call: Call<typeof getProduct>): Answer | Promise<Answer> {
    return this.inMarket(call, (market, locale) => {
      const { idOrSlug } = call.params;
      const row = this.shelf.productRow(idOrSlug);
      if (row === undefined || !this.shelf.isShown(row, market.code))
        return notFound('ProductNotFound', 'path.idOrSlug', 'No product has this id or slug.');
      const name = this.pageName(row, market.code, locale, idOrSlug);
      const rendered = this.cache.get(name, this.pageRevision(row), () =>
        this.renderPage(row, market, locale, idOrSlug),
      );
      this.notePage(call, market, locale, { name, row });
      return this.answer(rendered, call);
    });
  }

  @Answers(listVariantOffers)
  offers(call: Call<typeof listVariantOffers>): Answer | Promise<Answer> {
    return this.inMarket(call, (market, locale) => {
      const { variantId } = call.params;
      const variant = this.shelf.variantRow(variantId);
      if (variant === undefined) return notFound('VariantNotFound', 'path.variantId', 'No product has this variant.');
      const voice = new Voice(market.definition, locale);
      const items = grades
        .filter((grade) => call.query.grade === undefined || call.query.grade === grade)
        .flatMap((grade) => {
          const terms = this.shelf.terms(market.code, grade);
          if (terms === undefined) return [];
          const { ranked } = rankOffers(this.shelf.offers(variant, grade, market.code), terms);
          return ranked.map((offer) => presentRanked(offer, voice, terms));
        });
      const answer = { variantId, market: market.code, locale, items };
      return this.answer(render(answer, locale, visibilityOf(market)), call);
    });
  }

  private inMarket(
    call: Call<Reader>,
    answer: (market: Market, locale: string) => Answer | Promise<Answer>,
  ): Answer | Promise<Answer> {
    const { query, raw, params } = call;
    const wish = languageWish(query.locale, raw.headers['accept-language']);
    const within = (market: Market) => answer(market, this.negotiate.run(market, wish));
    const market = this.door.enterAs(params.market, call);
    return market instanceof Promise ? market.then(within) : within(market);
  }

  private listRevision(market: Market): string {
    return `${this.shelf.listRevision(market.code)} ${this.door.markets.revision}`;
  }

  private pageRevision(row: Row): string {
    return `${this.shelf.revision(row)} ${this.door.markets.revision}`;
  }

  // What is noted outlives the call: these two see to it that nothing of the call is held on to.

  private noteList({ raw, operation }: Call<Reader>, market: Market, name: string): void {
    if (visibilityOf(market) !== 'everybody') return;
    const revisionNow = () => (this.door.isStill(market) ? this.listRevision(market) : undefined);
    this.ready.note(raw.raw, { operation: operation.id, name, revisionNow });
  }

  private notePage(
    { raw, operation, params }: Call<typeof getProduct>,
    market: Market,
    locale: string,
    { name, row }: { readonly name: string; readonly row: Row },
  ): void {
    if (visibilityOf(market) !== 'everybody') return;
    const { idOrSlug } = params;
    // An address may come to be a former one, or another product's: then it is another answer's.
    const isStillThis = () =>
      this.shelf.productRow(idOrSlug) === row &&
      this.shelf.isShown(row, market.code) &&
      this.pageName(row, market.code, locale, idOrSlug) === name;
    const revisionNow = () => (this.door.isStill(market) && isStillThis() ? this.pageRevision(row) : undefined);
    this.ready.note(raw.raw, { operation: operation.id, name, revisionNow });
  }

  /** Nearly every call asks by the product's id or its address in that language, and all of those share one answer. */
  private pageName(row: Row, market: string, locale: string, idOrSlug: string): string {
    const card = this.shelf.card(row);
    const isItsOwn = idOrSlug === card.productId || idOrSlug === slugIn(locale, card);
    return `page ${row} ${market} ${locale} ${isItsOwn ? '' : idOrSlug}`;
  }

  private renderList(page: SearchPage, { list }: ListRequest, market: Market, locale: string): Rendered {
    const nextCursor = page.next === null ? null : writeCursor(list, page.next);
    const presented = presentProductList(this.shelf, page, market, locale, nextCursor);
    const alternates = listAlternates(this.door.markets.list(), market.code, locale);
    return render({ ...presented, alternates }, locale, visibilityOf(market));
  }

  private renderPage(row: Row, market: Market, locale: string, asked: string): Rendered {
    const page = presentProductPage(this.shelf, row, market, locale, asked);
    const everywhere = productAlternates(this.shelf, row, this.door.markets.list(), this.address);
    return render({ ...page, alternates: everywhere(market.code, locale) }, locale, visibilityOf(market));
  }

  private answer(rendered: Rendered, { raw }: Pick<Call, 'raw'>): RawAnswer {
    return answerRead(rendered, raw.headers['if-none-match']);
  }
}

function notFound(code: 'ProductNotFound' | 'VariantNotFound', field: string, message: string): ProblemAnswer {
  return problem(code, message, { errors: [{ field, code, message }] });
}
