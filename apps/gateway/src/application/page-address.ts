/** Where shoppers see a product, told by a template with `{market}`, `{locale}` and `{slug}`. */
export class PageAddress {
  constructor(private readonly template: string) {}

  /** Address of a product's page in a locale. */
  ofProduct(market: string, locale: string, slug: string): string {
    return this.template
      .replaceAll('{market}', encodeURIComponent(market))
      .replaceAll('{locale}', encodeURIComponent(locale))
      .replaceAll('{slug}', encodeURIComponent(slug));
  }

  /** The page opened at one variant and grade: what an advertisement of that offer leads to. */
  ofOffer(market: string, locale: string, slug: string, variantId: string, grade: string): string {
    const url = new URL(this.ofProduct(market, locale, slug));
    url.searchParams.set('variant', variantId);
    url.searchParams.set('grade', grade);
    return url.href;
  }

  /** The shop itself: what stands before any path. */
  ofShop(market: string, locale: string): string {
    return new URL('/', this.ofProduct(market, locale, '')).href;
  }
}
