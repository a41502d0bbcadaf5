import type { Envelope, FactContract, ProductState } from '@reprise/contracts/events';
import {
  marketChangedV1,
  offerChangedV1,
  productChangedV1,
  sellerChangedV1,
  stockChangedV1,
} from '@reprise/contracts/events';
import { randomUUID } from 'node:crypto';
import type { RawRecord } from '@reprise/platform/testing';
import type { StateChange, States } from '../src/application/ports.js';

/** A small shop to say facts about: every value is the least that makes a product buyable. */

export const ids = {
  product: '0199d3a0-0000-5000-8000-000000000020',
  variant: '0199d3a0-0000-5000-8000-000000000021',
  seller: '0199d3a0-0000-7000-8000-000000000001',
  offer: '0199d3a0-0000-7000-8000-000000000010',
};

export function market(
  code: string,
  more: Partial<States['market']> = {},
  definition: Partial<States['market']['definition']> = {},
): States['market'] {
  const example = marketChangedV1.example;
  const locales = [
    { locale: 'fr-FR', fallback: ['fr', 'en'] },
    { locale: 'en', fallback: [] },
  ];
  const country = code.toUpperCase();
  const [shipping] = example.definition.shipping;
  return {
    market: code,
    version: 1,
    status: 'live',
    definition: {
      ...example.definition,
      code,
      countries: [country],
      shipsTo: [country],
      shipping: [{ ...shipping, countries: [country] } as (typeof example.definition.shipping)[number]],
      locales,
      defaultLocale: 'fr-FR',
      ...definition,
    },
    ...more,
  };
}

export function product(more: Partial<ProductState> = {}): ProductState {
  return { ...productChangedV1.example, productId: ids.product, version: 1, ...more };
}

export function seller(more: Partial<States['seller']> = {}): States['seller'] {
  return { ...sellerChangedV1.example, sellerId: ids.seller, version: 1, status: 'active', ...more };
}

export function offer(amount: string, more: Partial<States['offer']> = {}): States['offer'] {
  return {
    ...offerChangedV1.example,
    offerId: ids.offer,
    version: 1,
    sellerId: ids.seller,
    productId: ids.product,
    variantId: ids.variant,
    prices: [{ market: 'fr', price: { amount, currency: 'EUR' } }],
    ...more,
  };
}

export function stock(available: number, more: Partial<States['stock']> = {}): States['stock'] {
  return {
    ...stockChangedV1.example,
    offerId: ids.offer,
    version: 1,
    onHand: available,
    reserved: 0,
    allocated: 0,
    available,
    ...more,
  };
}

/** A change as the fold hands it over. */
export function change<Kind extends keyof States>(kind: Kind, state: States[Kind]): StateChange {
  const keys = {
    market: 'market',
    product: 'productId',
    seller: 'sellerId',
    offer: 'offerId',
    stock: 'offerId',
    price: 'offerId',
  } as const satisfies { [K in keyof States]: string };
  return { kind, key: (state as unknown as Record<string, string>)[keys[kind]], state } as StateChange;
}

/** A fact as the bytes a relay would publish. */
export function record<Data extends { readonly version: number }>(
  contract: FactContract<Data>,
  data: Data,
  region = 'eu',
): RawRecord {
  const key = contract.keyOf(data);
  const envelope: Envelope = {
    id: randomUUID(),
    type: contract.type,
    v: contract.v,
    occurredAt: new Date().toISOString(),
    region,
    key,
    version: data.version,
    data,
  };
  return { topic: contract.topic.name, key, value: JSON.stringify(envelope) };
}
