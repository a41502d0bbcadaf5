import type { DataOf, saleRecordedV1 } from '@reprise/contracts/events';
import { Money, mustBeCurrency } from '@reprise/kernel';
import type { Movement } from './money-trade.ts';

export type SaleFact = DataOf<typeof saleRecordedV1>;

/** A sale or refund as checkout would tell finance of it: one device, its tax inside the price, or on top of it in the US. */
export function saleFactOf(movement: Movement): SaleFact {
  const { market, kind, saleId, orderId, minor, sellerId } = movement;
  const currency = mustBeCurrency(market.currency);
  const money = (amount: number) => Money.ofMinor(BigInt(amount), currency).toJSON();
  const taxMinor = movement.isMarginScheme ? 0 : minor - Math.round((minor * 1_000_000) / (1_000_000 + market.taxPpm));
  const [net, tax, gross] = [money(minor - taxMinor), money(taxMinor), money(minor)];
  const isUs = market.region === 'us';
  const taxLine = {
    jurisdiction: {
      country: market.country,
      ...(isUs && { state: 'NY' }),
      code: isUs ? 'US-NY' : market.country,
      name: market.country,
    },
    rate: (market.taxPpm / 1_000_000).toString(),
    ...{ taxable: net, amount: tax, treatment: 'standard' as const },
    taxCollectionResponsibility: isUs ? ('MARKETPLACE' as const) : ('SELLER' as const),
  };
  return {
    ...{ saleId, kind: kind === 'refund' ? 'refund' : 'sale', orderId, version: 1, market: market.market },
    shipTo: { country: market.country, ...(isUs && { region: 'NY' }) },
    lines: [
      {
        ...{
          lineId: lineIdOf(orderId),
          offerId: orderId,
          sellerId,
          variantId: orderId,
          grade: 'VERY_GOOD',
          quantity: 1,
        },
        vatScheme: movement.isMarginScheme ? 'MARGINAL' : 'REGULAR',
        ...{ unitPrice: isUs ? net : gross, net, tax, gross },
        taxLines: taxMinor === 0 ? [] : [taxLine],
        fees: [],
      },
    ],
    totals: { net, tax, fees: money(0), shipping: money(0), gross },
    payment: { provider: 'psp', reference: movement.reference, method: 'card' },
  };
}

/** The one line of an order: a name of its own that a refund finds again. */
function lineIdOf(orderId: string): string {
  return `${orderId.slice(0, 24)}${[...orderId.slice(24)].reverse().join('')}`;
}
