import type { Instant } from '@reprise/kernel';
import { instantOfEpochMs, Money, mustBeCurrency } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import type { ShownHistory } from '../../application/displayed-offers.js';
import type { DisplayedStretch, PriceHistory } from '../../application/price-history.js';
import type { Offer } from '../../domain/offer.js';
import { readShownHistories } from './displayed-price-rows.js';

interface StretchRow {
  readonly change_id: string;
  readonly changed_at: Date;
  readonly until: Date | null;
  readonly currency: string;
  readonly amount_minor: string | null;
  readonly prior_minor: string | null;
  readonly source: string;
  readonly announced: boolean;
  readonly offer_version: string;
  readonly actor: string;
  readonly actor_role: string;
  readonly why: string;
}

/** Each displayed price with when the next one replaced it and who set it: the offer's seller unless a list did. */
const stretchSelect = `
  SELECT c.change_id, c.changed_at, next.changed_at AS until, c.currency, c.amount_minor, c.prior_minor, c.source, c.announced,
    c.offer_version, coalesce(c.actor, o.seller_id::text) AS actor, coalesce(c.actor_role, 'seller') AS actor_role,
    coalesce(c.why, 'Stated by the seller.') AS why
  FROM price_change c
  JOIN offer o ON o.offer_id = c.offer_id
  LEFT JOIN LATERAL (
    SELECT n.changed_at FROM price_change n
    WHERE n.offer_id = c.offer_id AND n.market = c.market AND (n.changed_at, n.change_id) > (c.changed_at, c.change_id)
    ORDER BY n.changed_at, n.change_id LIMIT 1
  ) next ON true
  WHERE c.offer_id = $1 AND c.market = $2`;

/** Price history in PostgreSQL. */
export class PostgresPriceHistory implements PriceHistory {
  constructor(private readonly database: Database) {}

  async shown(offer: Offer): Promise<ShownHistory> {
    const histories = await readShownHistories(this.database, [offer]);
    return histories.get(offer.offerId) ?? { own: new Map(), elsewhere: new Map() };
  }

  async at(offerId: string, market: string, at: Instant): Promise<DisplayedStretch | undefined> {
    const [row] = await this.database.query<StretchRow>(
      `${stretchSelect} AND c.changed_at <= $3 ORDER BY c.changed_at DESC, c.change_id DESC LIMIT 1`,
      [offerId, market, new Date(at)],
    );
    return row && stretchOf(row);
  }

  async page({
    offerId,
    market,
    before,
    limit,
  }: {
    readonly offerId: string;
    readonly market: string;
    readonly before: string | undefined;
    readonly limit: number;
  }): Promise<readonly DisplayedStretch[]> {
    const rows = await this.database.query<StretchRow>(
      `${stretchSelect} AND ($3::bigint IS NULL OR (c.changed_at, c.change_id) <
         (SELECT b.changed_at, b.change_id FROM price_change b WHERE b.change_id = $3))
       ORDER BY c.changed_at DESC, c.change_id DESC LIMIT $4`,
      [offerId, market, before ?? null, limit],
    );
    return rows.map(stretchOf);
  }
}

function stretchOf(row: StretchRow): DisplayedStretch {
  const money = (minor: string): Money => Money.ofMinor(BigInt(minor), mustBeCurrency(row.currency));
  return {
    changeId: row.change_id,
    from: instantOfEpochMs(row.changed_at.getTime()),
    to: row.until === null ? undefined : instantOfEpochMs(row.until.getTime()),
    price: row.amount_minor === null ? null : money(row.amount_minor),
    priorPrice: row.prior_minor === null ? undefined : money(row.prior_minor),
    source: row.source,
    announced: row.announced,
    offerVersion: Number(row.offer_version),
    author: { actor: row.actor, role: row.actor_role, why: row.why },
  };
}
