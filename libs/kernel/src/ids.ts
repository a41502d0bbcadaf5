import { v5, v7, validate } from 'uuid';
import type { Brand } from './brand.js';
import { Bug } from './fault.js';

/** A UUID in lower case canonical form, so that equal ids are equal strings and equal keys. */
export type Uuid = Brand<string, 'Uuid'>;

/** One seller's commercial terms for one variant and grade. */
export type OfferId = Brand<Uuid, 'OfferId'>;
/** A device model. */
export type ProductId = Brand<Uuid, 'ProductId'>;
/** A product in one storage, colour and connectivity. */
export type VariantId = Brand<Uuid, 'VariantId'>;
/** A refurbisher. */
export type SellerId = Brand<Uuid, 'SellerId'>;
/** What a buyer placed. */
export type OrderId = Brand<Uuid, 'OrderId'>;
/** A signed, expiring price. */
export type QuoteId = Brand<Uuid, 'QuoteId'>;
/** A set of holds on stock. */
export type CartId = Brand<Uuid, 'CartId'>;
/** One published fact. */
export type EventId = Brand<Uuid, 'EventId'>;

/** A fresh UUIDv7: unique everywhere, ascending within this process, so indexes append. `newId<OrderId>()`. */
export function newId<Id extends Uuid = Uuid>(): Id {
  return v7() as Id;
}

/**
 * The one id (UUIDv5) of `name` in `namespace`: an importer that runs twice finds what it made. Names are exact bytes: normalise first.
 * Give each kind of thing its own namespace, itself made by `idFromName(projectNamespace, 'product')`.
 */
export function idFromName<Id extends Uuid = Uuid>(namespace: Uuid, name: string): Id {
  return v5(name, namespace) as Id;
}

const offerNamespace = '6f1d2c52-5f0a-5d6e-9a3b-0c7a1e4b8d21' as Uuid;

/** The id of a seller's offer: the same stock-keeping unit is the same offer, however often and from wherever it is stated. */
export function offerIdOf(sellerId: string, sku: string): OfferId {
  return idFromName<OfferId>(offerNamespace, `${sellerId}/${sku}`);
}

/** The id in `text`, or undefined. Upper case, braces and `urn:` forms are refused: they would be second spellings of one key. */
export function idOf<Id extends Uuid = Uuid>(text: string): Id | undefined {
  return validate(text) && text === text.toLowerCase() ? (text as Id) : undefined;
}

/** As idOf, for literals and data already validated: anything else is a Bug. */
export function mustBeId<Id extends Uuid = Uuid>(text: string): Id {
  const id = idOf<Id>(text);
  if (id === undefined) throw new Bug(`${JSON.stringify(text)} is not a lower case UUID`);
  return id;
}
