import { Controller, Inject } from '@nestjs/common';
import { getMerchantFeed, getSitemap, getSitemapIndex, getStructuredData } from '@reprise/contracts/http';
import { Answers, problem, rawAnswer } from '@reprise/platform/http';
import type { Call, ProblemAnswer, RawAnswer } from '@reprise/platform/http';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { NegotiateLocale } from '../../application/negotiate-locale.js';
import { PageAddress } from '../../application/page-address.js';
import type { Market, Row, Shelf } from '../../application/ports.js';
import { OPERATORS_ONLY, answerRead, isKnownTag, languageWish, renderText, visibilityOf } from './answer-read.js';
import type { Rendered } from './answer-read.js';
import { Door } from './enter.js';
import { presentProductPage } from './present-product-page.js';
import { presentStructuredData } from './present-structured-data.js';
import { RenderedCache } from './rendered-cache.js';
import { SHELF } from './storefront.controller.js';
import { merchantFeed } from './write-merchant-feed.js';
import { SITEMAP_PAGES, productsOnSale, sitemap, sitemapIndex } from './write-sitemap.js';

type Answer = RawAnswer | ProblemAnswer;

/** Crawlers read these, some once an hour: a quarter of an hour in a shared cache is as fresh as they are. */
const CRAWLED = 'public, max-age=0, s-maxage=900, stale-while-revalidate=3600';
/** Text written at a time: larger holds up other answers, smaller costs a turn of the event loop more often. */
const CHUNK_CHARS = 65_536;

/** What search engines and shopping portals read of a market: from the same read model as its pages, written while it is sent. */
@Controller()
export class ExportsController {
  /** Revisions are counted anew by each process, so a tag made of one names the process. */
  private readonly process = randomUUID().slice(0, 8);

  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(NegotiateLocale) private readonly negotiate: NegotiateLocale,
    @Inject(SHELF) private readonly shelf: Shelf,
    @Inject(RenderedCache) private readonly cache: RenderedCache,
    @Inject(PageAddress) private readonly address: PageAddress,
  ) {}

  @Answers(getStructuredData)
  async structuredData(call: Call<typeof getStructuredData>): Promise<Answer> {
    const { market: code, idOrSlug } = call.params;
    const wish = languageWish(call.query.locale, call.raw.headers['accept-language']);
    const market = await this.door.enterAs(code, call);
    const locale = this.negotiate.run(market, wish);
    const row = this.shelf.productRow(idOrSlug);
    if (row === undefined || !this.shelf.isShown(row, code))
      return notFound('ProductNotFound', 'path.idOrSlug', 'No product has this id or slug.');
    const name = `structured ${row} ${market.code} ${locale}`;
    const revision = `${this.shelf.revision(row)} ${market.version}`;
    const rendered = this.cache.get(name, revision, () => this.renderStructuredData(row, market, locale));
    return answerRead(rendered, call.raw.headers['if-none-match']);
  }

  @Answers(getSitemapIndex)
  async sitemaps(call: Call<typeof getSitemapIndex>): Promise<Answer> {
    const market = await this.door.enterAs(call.params.market, call);
    const { code } = market;
    // Where we are reached is where the sitemaps are; a gateway nobody told its own address can only name the shop's.
    const base = this.door.markets.urlOf(market) ?? new URL(this.address.ofShop(code, '')).origin;
    const addressOf = (locale: string, part: number) => `${base}/v1/markets/${code}/sitemaps/${locale}/${part}`;
    return this.crawled(call, market, () => [
      sitemapIndex(market, productsOnSale(this.shelf, market).length, addressOf),
    ]);
  }

  @Answers(getSitemap)
  async sitemap(call: Call<typeof getSitemap>): Promise<Answer> {
    const { market: code, locale, part } = call.params;
    const market = await this.door.enterAs(code, call);
    const offered = market.definition.locales.map((each) => each.locale);
    if (!offered.includes(locale))
      return notFound('SitemapNotFound', 'path.locale', `The market ${code} speaks ${offered.join(', ')}.`);
    const products = productsOnSale(this.shelf, market);
    const last = Math.max(1, Math.ceil(products.length / SITEMAP_PAGES));
    if (part > last) return notFound('SitemapNotFound', 'path.part', `The last part is ${last}.`);
    const pages = products.slice((part - 1) * SITEMAP_PAGES, part * SITEMAP_PAGES);
    const markets = this.door.markets.list();
    return this.crawled(call, market, () => sitemap(this.shelf, { market, locale, markets }, pages, this.address));
  }

  @Answers(getMerchantFeed)
  async merchantFeed(call: Call<typeof getMerchantFeed>): Promise<Answer> {
    const wish = languageWish(call.query.locale, call.raw.headers['accept-language']);
    const market = await this.door.enterAs(call.params.market, call);
    const locale = this.negotiate.run(market, wish);
    const write = () => merchantFeed(this.shelf, market, locale, productsOnSale(this.shelf, market), this.address);
    return this.crawled(call, market, write, locale);
  }

  private renderStructuredData(row: Row, market: Market, locale: string): Rendered {
    const page = presentProductPage(this.shelf, row, market, locale);
    const data = presentStructuredData(page, market.definition, this.address);
    // A page carries this inside <script>, which a "</script>" in a name would end.
    const text = JSON.stringify(data).replaceAll('<', '\\u003c');
    return renderText(text, 'application/ld+json; charset=utf-8', locale, visibilityOf(market));
  }

  /** XML, written as fast as it is read; 304 where nothing in the market changed since the tag was given. */
  private crawled(
    { raw }: Pick<Call, 'raw'>,
    market: Market,
    write: () => Iterable<string>,
    locale?: string,
  ): RawAnswer {
    const etag = `W/"${this.process}-${this.shelf.listRevision(market.code)}-${this.door.markets.revision}-${locale ?? ''}"`;
    const headers = {
      etag,
      'cache-control': visibilityOf(market) === 'everybody' ? CRAWLED : OPERATORS_ONLY,
      ...(locale !== undefined && { 'content-language': locale, vary: 'Origin, Accept-Language' }),
    };
    if (isKnownTag(raw.headers['if-none-match'], etag)) return rawAnswer(304, null, headers);
    const text = Readable.from(inChunks(write()), { highWaterMark: 1 });
    return rawAnswer(200, text, { ...headers, 'content-type': 'application/xml; charset=utf-8' });
  }
}

/** Pieces put together to chunks worth sending. */
function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK_CHARS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function notFound(code: 'ProductNotFound' | 'SitemapNotFound', field: string, message: string): ProblemAnswer {
  return problem(code, message, { errors: [{ field, code, message }] });
}
