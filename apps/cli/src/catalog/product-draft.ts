import type { Sources } from './datasets.js';
import type { AppleVariant } from './read-apple-variants.js';
import { slugOf } from './spelling.js';

/** All that the sources say about one model, before it is a product. */
export interface ProductDraft {
  readonly brand: string;
  readonly model: string;
  readonly deviceType: string;
  /** The names node-device-detector gives it: specifications are listed under these. */
  readonly detectorNames: Set<string>;
  readonly aliases: Set<string>;
  readonly modelCodes: Set<string>;
  readonly appleVariants: AppleVariant[];
  readonly caseSizesMm: Set<number>;
  /** True where a Wi-Fi-only build is listed beside one with a modem. */
  modemIsAChoice: boolean;
  readonly datasets: Set<keyof Sources['datasets']>;
}

/** The drafts of one import, one a brand and model however the sources spell them. Keeps the order of first mention. */
export class DraftBook {
  private readonly drafts = new Map<string, ProductDraft>();

  /** The draft of this model, begun if it is the first mention: then spelling and kind are taken from it. */
  open(brand: string, model: string, deviceType: string): ProductDraft {
    const key = `${slugOf(brand)} ${slugOf(model)}`;
    const known = this.drafts.get(key);
    if (known !== undefined) return known;
    const draft: ProductDraft = {
      brand,
      model,
      deviceType,
      detectorNames: new Set(),
      aliases: new Set(),
      modelCodes: new Set(),
      appleVariants: [],
      caseSizesMm: new Set(),
      modemIsAChoice: false,
      datasets: new Set(),
    };
    this.drafts.set(key, draft);
    return draft;
  }

  [Symbol.iterator](): IterableIterator<ProductDraft> {
    return this.drafts.values();
  }
}
