import { Controller } from '@nestjs/common';
import { feedStock, listLocations, putLocation, stockLineSchema } from '@reprise/contracts/http';
import type { SellerId } from '@reprise/kernel';
import { mustBeCountryCode } from '@reprise/kernel';
import type { Call } from '@reprise/platform/http';
import { answer, Answers, readNdjson } from '@reprise/platform/http';
import { FeedStock } from '../../application/feed-stock.js';
import { KeepLocations } from '../../application/keep-locations.js';

/** Where a seller keeps goods, and how many are there. */
@Controller()
export class LocationsController {
  constructor(
    private readonly keepLocations: KeepLocations,
    private readonly feeder: FeedStock,
  ) {}

  @Answers(putLocation)
  async put({ params: { code }, body, principal }: Call<typeof putLocation>) {
    const location = { code, name: body.name, country: mustBeCountryCode(body.country) };
    const isNew = await this.keepLocations.put(principal.subject as SellerId, location);
    return isNew ? answer(201, location) : answer(200, location);
  }

  @Answers(listLocations)
  async list({ principal }: Call<typeof listLocations>) {
    return { items: await this.keepLocations.list(principal.subject as SellerId) };
  }

  @Answers(feedStock)
  feed({ body, query, principal }: Call<typeof feedStock>) {
    const lines = readNdjson(body as AsyncIterable<Buffer>, stockLineSchema);
    return this.feeder.run(principal.subject as SellerId, lines, { dryRun: query.dryRun === 'true' });
  }
}
