import { Controller, Inject } from '@nestjs/common';
import { getOwnQuality, getSellerQuality, overrideQualityGate } from '@reprise/contracts/http';
import { instantOf, isRejection, reject, toIso } from '@reprise/kernel';
import { answer, Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { ChangeSeller, noSuchSeller } from '../../application/change-seller.js';
import { ShowQuality } from '../../application/show-quality.js';
import { presentSellerQuality, scopeJson } from './present-seller-quality.js';

@Controller()
export class SellerQualityController {
  constructor(
    @Inject(ShowQuality) private readonly showQuality: ShowQuality,
    @Inject(ChangeSeller) private readonly changeSeller: ChangeSeller,
  ) {}

  @Answers(getOwnQuality)
  async own({ principal }: Call<typeof getOwnQuality>) {
    const report = await this.showQuality.run(principal.subject);
    if (report !== undefined) return presentSellerQuality(report);
    return reject('SellerNotRegistered', `The seller ${principal.subject} is not registered in this region.`);
  }

  @Answers(getSellerQuality)
  async of({ params }: Call<typeof getSellerQuality>) {
    const report = await this.showQuality.run(params.sellerId);
    return report === undefined ? noSuchSeller(params.sellerId) : presentSellerQuality(report);
  }

  @Answers(overrideQualityGate)
  async override({ params, body, principal }: Call<typeof overrideQualityGate>) {
    const { reason, until: text, ...scope } = body;
    const until = instantOf(text);
    if (until === undefined)
      return reject('ValidationFailed', 'A moment of the years 1900 to 9999 with an offset.', { field: 'body.until' });
    const author = { actor: principal.subject, role: principal.role, why: reason };
    const made = await this.changeSeller.override(params.sellerId, { ...scope, until }, author);
    return isRejection(made) ? made : answer(201, { ...scopeJson(made), until: toIso(made.until) });
  }
}
