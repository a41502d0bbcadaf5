import type { Bench } from './bench.ts';
import { answersPerSecond, openStorefront } from './storefront.ts';

const path = '/v1/markets/fr/products?category=smartphone&sort=price&limit=24';

export const bench: Bench = {
  about: 'A listing with facets at the gateway, beside plain Fastify that answers with the same bytes.',
  rounds: 5,
  async prepare(stage) {
    const { gatewayUrl, sameBytes } = await openStorefront(stage);
    const bareUrl = await sameBytes(path);
    return [
      {
        label: '24 of 2,000 products, with facets',
        unit: 'answers/s',
        better: 'higher',
        ours: { what: 'gateway', round: () => answersPerSecond(gatewayUrl + path) },
        floor: { what: 'plain Fastify, the same bytes', round: () => answersPerSecond(bareUrl + path) },
        target: { ratio: 0.3 },
      },
    ];
  },
};
