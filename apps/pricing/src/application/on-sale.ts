import { isOf } from '../domain/quality-gate.js';
import type { ClosedGate } from '../domain/quality-gate.js';
import type { PricedOffer, Seller } from './ports.js';

/** Whether its seller may sell an offer in a market at all; what the offer itself lacks is another question. */
export function mayBeSold(priced: PricedOffer, market: string): boolean {
  const { seller } = priced;
  return seller.status === 'active' && servesMarket(seller, market) && gateBefore(priced, market) === undefined;
}

export function servesMarket({ markets }: Seller, market: string): boolean {
  return markets === undefined || markets.includes(market);
}

/** The quality gate an offer is behind. */
export function gateBefore({ offer, seller, variant }: PricedOffer, market: string): ClosedGate | undefined {
  const goods = { market, category: variant?.category ?? 'other', grade: offer.grade };
  return seller.gates?.find((gate) => isOf(goods, gate));
}
