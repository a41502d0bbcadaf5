import { randomUUID } from 'node:crypto';
import { call, credentials } from './api.js';

export const freshSku = (): string => `E2E-${randomUUID().slice(-8)}`;

/** A product nobody else has, as an importer states it. `sell` puts it up for sale in France, ten of it. */
export async function stateSellable() {
  const [productId, variantId, word] = [randomUUID(), randomUUID(), randomUUID().slice(-8)];
  const [model, slug] = [`Journey ${word}`, `acme-journey-${word}`];
  const product = {
    ...{ productId, status: 'published', brand: 'Acme', model, slug, names: { en: `Acme ${model}` } },
    ...{ category: 'smartphone', categoryPath: ['mobile', 'smartphone'] },
    ...{ attributes: {}, modelCodes: [], aliases: [], sources: [] },
    variants: [
      {
        variantId,
        canonicalKey: JSON.stringify({ brand: 'acme', model: model.toLowerCase(), storageGb: 128 }),
        storageGb: 128,
        ...{ mpns: [], gtins: [], assumed: false },
      },
    ],
  };
  const stated = await call('eu', 'POST', '/v1/ops/products/import', {
    token: credentials.ops,
    body: `${JSON.stringify(product)}\n`,
    headers: { 'content-type': 'application/x-ndjson' },
  });
  if (stated.body?.created !== 1) throw new Error(`the product was refused: ${JSON.stringify(stated.body)}`);
  return { productId, variantId, slug, sell: (sku: string, amount: string) => sell(variantId, sku, amount) };
}

/** Pricing hears of a new variant a moment after the catalogue: until then it refuses offers of it. */
async function sell(variantId: string, sku: string, amount: string): Promise<void> {
  const terms = { variantId, grade: 'GOOD', quantity: 10, vatScheme: 'REGULAR', warrantyMonths: 24, shipsFrom: 'FR' };
  let last: unknown;
  for (const until = Date.now() + 20_000; Date.now() < until; await new Promise((later) => setTimeout(later, 100)))
    for (const { token } of credentials.sellers) {
      const body = { ...terms, prices: [{ market: 'fr', amount }] };
      const answer = await call('eu', 'PUT', `/v1/seller/offers/${sku}`, { token, body });
      if (answer.status === 201) return;
      if (answer.body?.code !== 'SellerNotRegistered') last = answer.body;
    }
  throw new Error(`the offer was refused: ${JSON.stringify(last)}`);
}
