import { Controller, Inject } from '@nestjs/common';
import type { DataOf, saleRecordedV1 } from '@reprise/contracts/events';
import { listSales } from '@reprise/contracts/http';
import { isRejection } from '@reprise/kernel';
import { Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { ListSales } from '../../application/list-sales.js';

@Controller()
export class SalesController {
  constructor(@Inject(ListSales) private readonly list: ListSales) {}

  @Answers(listSales)
  async listSales({ query }: Call<typeof listSales>) {
    const { market, kind, limit, cursor } = query;
    const page = await this.list.run({
      filter: { ...(market === undefined ? {} : { market }), ...(kind === undefined ? {} : { kind }) },
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (isRejection(page)) return page;
    return {
      items: page.sales.map(({ eventId, region, occurredAt, said }) => ({
        eventId,
        region,
        occurredAt: occurredAt.toISOString(),
        // Stored as it was heard, and it was heard only because it satisfied the contract.
        sale: said as DataOf<typeof saleRecordedV1>,
      })),
      totals: page.totals.map(({ market, sales, refunds, net, tax, fees, shipping, gross }) => ({
        ...{ market, sales, refunds },
        net: net.toJSON(),
        tax: tax.toJSON(),
        fees: fees.toJSON(),
        shipping: shipping.toJSON(),
        gross: gross.toJSON(),
      })),
      nextCursor: page.nextCursor,
    };
  }
}
