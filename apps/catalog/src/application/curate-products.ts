import type { Outcome, PublicationWindow } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import type { CurationRejection } from '../domain/curation-rejection.js';
import { productNotFound } from '../domain/curation-rejection.js';
import { checkTexts } from '../domain/check-texts.js';
import { mergeProducts } from '../domain/merge-products.js';
import { schedulePublication } from '../domain/schedule-publication.js';
import { splitProduct } from '../domain/split-product.js';
import type { NewProduct } from '../domain/split-product.js';
import type { ShelvedProduct, StatedProduct } from '../domain/stated-product.js';
import type { NotTheWriter } from '../domain/writer-region.js';
import { refuseUnlessWriter } from '../domain/writer-region.js';
import type { CuratedProduct, CurationDesk } from './ports.js';

type Curated<P extends StatedProduct> = StatedProduct & P & { readonly model: string };

/** Who decides, and why: kept with what was decided. */
export interface Authority {
  readonly actor: string;
  readonly reason: string;
}

/** A decision's outcome: the product that now has what was decided about, and whether anything changed. */
export interface Curation<P extends StatedProduct> {
  readonly product: ShelvedProduct<P>;
  readonly changed: boolean;
}

type CurationOutcome<P extends StatedProduct> = Promise<Outcome<Curation<P>, CurationRejection | NotTheWriter>>;

/** What operators decide of products that importers state: which are one, which are two, and when each market shows them. */
export class CurateProducts<P extends Curated<StatedProduct>> {
  constructor(
    private readonly desk: CurationDesk<P>,
    private readonly place: { readonly region: string; readonly writerRegion: string },
  ) {}

  async find(productId: string): Promise<Outcome<CuratedProduct<P>, CurationRejection>> {
    return (await this.desk.find(productId)) ?? productNotFound(productId, 'path.productId');
  }

  async merge(productId: string, into: string, { actor, reason }: Authority): CurationOutcome<P> {
    const refusal = refuseUnlessWriter(this.place.region, this.place.writerRegion);
    if (refusal !== undefined) return refusal;
    return this.desk.change(async (tx) => {
      const before = await tx.family([productId, into]);
      const after = mergeProducts(productId, into, before);
      if (isRejection(after)) return after;
      const change = { productId, action: 'merged', actor, reason, detail: { into } } as const;
      const changed = await tx.keep(before, after, change);
      return { product: newest(into, changed, after), changed: changed.length > 0 };
    });
  }

  async split(
    productId: string,
    variantIds: readonly string[],
    fresh: NewProduct | undefined,
    { actor, reason }: Authority,
  ): CurationOutcome<P> {
    const refusal = refuseUnlessWriter(this.place.region, this.place.writerRegion);
    if (refusal !== undefined) return refusal;
    return this.desk.change(async (tx) => {
      const before = await tx.family([productId]);
      const after = splitProduct(productId, variantIds, fresh, before);
      if (isRejection(after)) return after;
      if (fresh !== undefined && after.productId === fresh.productId) {
        const said = checkTexts({ names: fresh.names, variants: [] }, await tx.phraseRules());
        if (said !== undefined)
          return reject('catalog.phrase_forbidden', said.message, { field: `product.${said.field}` });
        const owner = (await tx.ownersOfSlugs([fresh.slug])).get(fresh.slug);
        if (owner !== undefined)
          return reject('catalog.slug_taken', `The product ${owner} has the address ${fresh.slug}.`, {
            field: 'product.slug',
          });
      }
      const detail = { variantIds: [...variantIds], to: after.productId };
      const changed = await tx.keep(before, after.family, { productId, action: 'split', actor, reason, detail });
      return { product: newest(after.productId, changed, after.family), changed: changed.length > 0 };
    });
  }

  async publish(
    productId: string,
    windows: readonly PublicationWindow[],
    { actor, reason }: Authority,
  ): CurationOutcome<P> {
    const refusal = refuseUnlessWriter(this.place.region, this.place.writerRegion);
    if (refusal !== undefined) return refusal;
    return this.desk.change(async (tx) => {
      const before = await tx.family([productId]);
      const known = before.get(productId);
      if (known === undefined) return productNotFound(productId, 'path.productId');
      const publication = schedulePublication(windows, await tx.marketCodes());
      if (isRejection(publication)) return publication;
      const after = new Map(before).set(productId, { ...known, decisions: { ...known.decisions, publication } });
      const change = { productId, action: 'scheduled', actor, reason, detail: { publication } } as const;
      const changed = await tx.keep(before, after, change);
      return { product: newest(productId, changed, after), changed: changed.length > 0 };
    });
  }
}

function newest<P extends StatedProduct>(
  productId: string,
  changed: readonly ShelvedProduct<P>[],
  family: ReadonlyMap<string, ShelvedProduct<P>>,
): ShelvedProduct<P> {
  const found = changed.find(({ stated }) => stated.productId === productId) ?? family.get(productId);
  return found as ShelvedProduct<P>;
}
