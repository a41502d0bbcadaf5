import type { Bench } from './bench.ts';
import { answersPerSecond, openStorefront } from './storefront.ts';

const path = '/v1/markets/fr/products/product-7';

export const bench: Bench = {
  about: 'A product page at the gateway, beside plain Fastify that answers with the same bytes.',
  rounds: 5,
  async prepare(stage) {
    const { gatewayUrl, sameBytes } = await openStorefront(stage);
    const bareUrl = await sameBytes(path);
    return [
      {
        label: 'one product with its offers',
        unit: 'answers/s',
        better: 'higher',
        ours: { what: 'gateway', round: () => answersPerSecond(gatewayUrl + path) },
        floor: { what: 'plain Fastify, the same bytes', round: () => answersPerSecond(bareUrl + path) },
        target: { ratio: 0.8 },
      },
    ];
  },
};
