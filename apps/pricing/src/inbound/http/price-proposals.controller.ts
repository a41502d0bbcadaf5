import { Controller, Inject } from '@nestjs/common';
import {
  beginPriceProposal,
  decidePriceProposal,
  editPriceProposal,
  getPriceProposal,
  getPriceProposalHistogram,
  getSeedingRefusal,
  listPriceProposalRows,
  listPriceProposals,
  putSeedingRefusal,
} from '@reprise/contracts/http';
import { isRejection, mustBeLocalDay, reject } from '@reprise/kernel';
import { answer, Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { BeginProposal } from '../../application/begin-proposal.js';
import { DecideProposal, noSuchProposal } from '../../application/decide-proposal.js';
import { ProposalDesk } from '../../application/proposal-ports.js';
import type { PriceProposalSet } from '../../domain/price-proposal.js';
import { proposalJson, proposalRowJson, refusalJson } from './present-proposal.js';

@Controller()
export class PriceProposalsController {
  constructor(
    @Inject(BeginProposal) private readonly beginProposal: BeginProposal,
    @Inject(DecideProposal) private readonly decideProposal: DecideProposal,
    @Inject(ProposalDesk) private readonly desk: ProposalDesk,
  ) {}

  @Answers(beginPriceProposal)
  async begin({ params, body, principal }: Call<typeof beginPriceProposal>) {
    const { date, why, ...terms } = body;
    const author = { actor: principal.subject, role: principal.role, why };
    const day = date === undefined ? undefined : mustBeLocalDay(date);
    const begun = await this.beginProposal.run(params.proposalId, { ...terms, date: day }, author);
    if (isRejection(begun)) return begun;
    return begun.begun ? this.shown(begun.set, 201) : this.shown(begun.set, 200);
  }

  @Answers(listPriceProposals)
  async list({ query }: Call<typeof listPriceProposals>) {
    const { market, cursor, limit } = query;
    const found = await this.desk.page({ market, before: cursor, limit: limit + 1 });
    const items = found.slice(0, limit);
    return {
      items: await Promise.all(items.map(({ set }) => this.json(set))),
      nextCursor: found.length > limit ? (items.at(-1)?.number ?? null) : null,
    };
  }

  @Answers(getPriceProposal)
  async get({ params }: Call<typeof getPriceProposal>) {
    const set = await this.desk.find(params.proposalId);
    return set === undefined ? noSuchProposal(params.proposalId) : this.shown(set, 200);
  }

  @Answers(listPriceProposalRows)
  async rows({ params, query }: Call<typeof listPriceProposalRows>) {
    const set = await this.desk.find(params.proposalId);
    if (set === undefined) return noSuchProposal(params.proposalId);
    const { cursor, limit, only, seller, sort } = query;
    const [deviation, offerId] = cursor?.split(':') ?? [];
    const after = offerId === undefined ? undefined : { deviation: Number(deviation), offerId };
    const page = await this.desk.rowPage(set, { only, seller, sort, after, limit: limit + 1 });
    const rows = page.rows.slice(0, limit);
    const last = rows.at(-1);
    return {
      items: rows.map(proposalRowJson),
      total: page.total,
      nextCursor:
        page.rows.length > limit && last !== undefined ? `${Math.abs(last.deviationPpm ?? 0)}:${last.offerId}` : null,
    };
  }

  /** Three bands wide, so that what is just an outlier and what is far out are told apart. */
  @Answers(getPriceProposalHistogram)
  async histogram({ params, query }: Call<typeof getPriceProposalHistogram>) {
    const set = await this.desk.find(params.proposalId);
    if (set === undefined) return noSuchProposal(params.proposalId);
    const { buckets } = query;
    const widthPpm = Math.max(1, Math.ceil((6 * set.outlierPpm) / buckets));
    const fromPpm = -Math.floor((widthPpm * buckets) / 2);
    const { rows, withoutReference } = await this.desk.histogram(set.id, { fromPpm, widthPpm, buckets });
    const byBucket = new Map(rows.map((row) => [row.bucket, row.rows]));
    return {
      bandPpm: { low: -set.outlierPpm, high: set.outlierPpm },
      buckets: Array.from({ length: buckets }, (_, bucket) => ({
        fromPpm: fromPpm + bucket * widthPpm,
        toPpm: fromPpm + (bucket + 1) * widthPpm,
        rows: byBucket.get(bucket) ?? 0,
      })),
      withoutReference,
    };
  }

  @Answers(editPriceProposal)
  async edit({ params, body, headers }: Call<typeof editPriceProposal>) {
    const edited = await this.decideProposal.edit(params.proposalId, body.rows, body.change, versionOf(headers));
    if (isRejection(edited)) return edited;
    const set = await this.json(edited.set);
    return answer(200, { ...set, changedRows: edited.changedRows }, { etag: `"${set.version}"` });
  }

  @Answers(decidePriceProposal)
  async decide({ params, body, headers, principal }: Call<typeof decidePriceProposal>) {
    const { decision, why, acceptBelowCost } = body;
    const author = { actor: principal.subject, role: principal.role, why };
    const set = await this.decideProposal.decide(
      params.proposalId,
      { to: decision, acceptBelowCost },
      author,
      versionOf(headers),
    );
    return isRejection(set) ? set : this.shown(set, 200);
  }

  @Answers(getSeedingRefusal)
  async refusal({ principal }: Call<typeof getSeedingRefusal>) {
    return refusalJson(await this.desk.refusal(principal.subject));
  }

  @Answers(putSeedingRefusal)
  async refuse({ body, principal }: Call<typeof putSeedingRefusal>) {
    const refusal = { everywhere: body.everywhere, markets: body.markets, skus: new Set(body.skus) };
    if (await this.desk.saveRefusal(principal.subject, refusal)) return refusalJson(refusal);
    return reject('SellerNotRegistered', `The seller ${principal.subject} is not registered in this region.`);
  }

  private async shown<const Status extends 200 | 201>(set: PriceProposalSet, status: Status) {
    return answer(status, await this.json(set), { etag: `"${set.version}"` });
  }

  private async json(set: PriceProposalSet) {
    return proposalJson(set, await this.desk.counts(set.id));
  }
}

function versionOf(headers: { readonly 'if-match'?: string | undefined }): number | undefined {
  const [, digits] = /"(\d+)"$/.exec(headers['if-match'] ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}
