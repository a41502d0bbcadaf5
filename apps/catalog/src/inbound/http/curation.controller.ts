import type { ProductRecord, ProductState } from '@reprise/contracts/events';
import type { Call } from '@reprise/platform/http';
import type { Curation } from '../../application/curate-products.js';
import type { CuratedProduct } from '../../application/ports.js';
import type { ShelvedProduct } from '../../domain/stated-product.js';
import { Controller, Inject } from '@nestjs/common';
import { getOpsProduct, mergeProduct, publishProduct, splitProduct } from '@reprise/contracts/http';
import { isRejection, newId } from '@reprise/kernel';
import { Answers } from '@reprise/platform/http';
import { CurateProducts } from '../../application/curate-products.js';

@Controller()
export class CurationController {
  constructor(@Inject(CurateProducts) private readonly products: CurateProducts<ProductRecord>) {}

  @Answers(getOpsProduct)
  async get({ params }: Call<typeof getOpsProduct>) {
    const found = await this.products.find(params.productId);
    return isRejection(found) ? found : shownInFull(found);
  }

  @Answers(mergeProduct)
  async merge({ params, body, principal }: Call<typeof mergeProduct>) {
    const authority = { actor: principal.subject, reason: body.reason };
    const answer = await this.products.merge(params.productId, body.into, authority);
    return isRejection(answer) ? answer : answered(answer);
  }

  @Answers(splitProduct)
  async split({ params, body, principal }: Call<typeof splitProduct>) {
    const authority = { actor: principal.subject, reason: body.reason };
    const fresh = body.product && { ...body.product, productId: newId() };
    const answer = await this.products.split(params.productId, body.variantIds, fresh, authority);
    return isRejection(answer) ? answer : answered(answer);
  }

  @Answers(publishProduct)
  async publish({ params, body, principal }: Call<typeof publishProduct>) {
    const authority = { actor: principal.subject, reason: body.reason };
    const windows = body.markets.map(({ market, publishedFrom, publishedTo }) => ({
      market,
      ...(publishedFrom !== undefined && { from: publishedFrom }),
      ...(publishedTo !== undefined && { to: publishedTo }),
    }));
    const answer = await this.products.publish(params.productId, windows, authority);
    return isRejection(answer) ? answer : answered(answer);
  }
}

function answered({ product, changed }: Curation<ProductRecord>) {
  return { changed, product: shown(product) };
}

function shownInFull({ product, merged, changes }: CuratedProduct<ProductRecord>) {
  return {
    product: shown(product),
    merged: merged.map((one) => ({ ...one, variantIds: [...one.variantIds] })),
    changes: [...changes],
  };
}

/** As its fact says it, which is checked against the contract when it is said. */
function shown({ stands, version }: ShelvedProduct<ProductRecord>): ProductState {
  return { ...stands, version } as ProductState;
}
