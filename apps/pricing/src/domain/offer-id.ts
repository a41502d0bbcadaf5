import { idFromName, mustBeId } from '@reprise/kernel';

const offerNamespace = mustBeId('6f1d2c52-5f0a-5d6e-9a3b-0c7a1e4b8d21');

/** The id of a seller's offer: the same stock-keeping unit is the same offer, however often and from wherever it is stated. */
export function offerIdOf(sellerId: string, sku: string): string {
  return idFromName(offerNamespace, `${sellerId}/${sku}`);
}
