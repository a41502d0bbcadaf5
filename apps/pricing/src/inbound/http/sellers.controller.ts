import { Controller, Inject } from '@nestjs/common';
import { getSeller, listSellers, putSeller, putSellerIdentity, transitionSeller } from '@reprise/contracts/http';
import { isRejection, toIso } from '@reprise/kernel';
import { Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { ChangeSeller, noSuchSeller } from '../../application/change-seller.js';
import type { Seller } from '../../application/ports.js';
import { RegisterSeller } from '../../application/register-seller.js';
import { SellerDesk } from '../../application/seller-ports.js';
import type { RecordedSellerEvent } from '../../application/seller-ports.js';
import { missingOf } from '../../domain/seller-life.js';
import { decimalOf } from './present-seller-quality.js';
import { readSellerCursor, writeSellerCursor } from './seller-cursor.js';

/** Events of a seller that a person reads at once. */
const historyMax = 100;

@Controller()
export class SellersController {
  constructor(
    @Inject(RegisterSeller) private readonly registerSeller: RegisterSeller,
    @Inject(ChangeSeller) private readonly changeSeller: ChangeSeller,
    @Inject(SellerDesk) private readonly sellers: SellerDesk,
  ) {}

  @Answers(putSeller)
  async put({ params, body, principal }: Call<typeof putSeller>) {
    const by = { actor: principal.subject, role: principal.role };
    const seller = await this.registerSeller.run(params.sellerId, body, by);
    return isRejection(seller) ? seller : sellerJson(seller);
  }

  @Answers(getSeller)
  async get({ params: { sellerId } }: Call<typeof getSeller>) {
    const [seller, identity, events] = await Promise.all([
      this.sellers.seller(sellerId),
      this.sellers.identity(sellerId),
      this.sellers.events(sellerId, historyMax),
    ]);
    if (seller === undefined) return noSuchSeller(sellerId);
    return {
      ...sellerJson(seller),
      identity: identity ?? null,
      missing: [...missingOf(identity)],
      history: events.map(eventJson),
    };
  }

  @Answers(putSellerIdentity)
  identify({ params, body: { identity, reason }, principal }: Call<typeof putSellerIdentity>) {
    const author = { actor: principal.subject, role: principal.role, why: reason };
    return this.changeSeller.identify(params.sellerId, identity, author);
  }

  @Answers(transitionSeller)
  async move({ params, body: { to, reason }, principal }: Call<typeof transitionSeller>) {
    const author = { actor: principal.subject, role: principal.role, why: reason };
    const seller = await this.changeSeller.move(params.sellerId, to, author);
    return isRejection(seller) ? seller : sellerJson(seller);
  }

  @Answers(listSellers)
  async list({ query: { status, sort, limit, cursor } }: Call<typeof listSellers>) {
    const after = cursor === undefined ? undefined : readSellerCursor(sort, cursor);
    const found = await this.sellers.page({ status, sort, after, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(({ failurePpm, shipped, ...seller }) => ({
        ...sellerJson(seller),
        failureRate: failurePpm === null ? null : decimalOf(failurePpm),
        shipped,
        gates: seller.gates?.length ?? 0,
      })),
      nextCursor: found.length > limit && last !== undefined ? writeSellerCursor(sort, last) : null,
    };
  }
}

function sellerJson({ sellerId, version, name, establishedIn, status, demo, markets, handlingDays }: Seller) {
  return {
    ...{ sellerId, version, name, establishedIn, status, demo },
    markets: markets === undefined ? null : [...markets],
    handlingDays: handlingDays ?? 1,
  };
}

function eventJson({ eventId, sellerVersion, action, at, author, before, after }: RecordedSellerEvent) {
  return {
    ...{ id: eventId, sellerVersion, action },
    at: toIso(at),
    actor: { subject: author.actor, role: author.role },
    why: author.why,
    ...{ from: before, to: after },
  };
}
