import { Money, mustBeCurrency } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import type { UnitOnHand, UnitShelf } from '../../application/ports.js';
import type { Offer } from '../../domain/offer.js';

interface UnitRow extends Pick<UnitOnHand, 'supplierKind' | 'vatScheme' | 'country' | 'status'> {
  readonly unit_id: string;
  readonly currency: string;
  readonly cost_minor: string;
  readonly acquired_on: string;
}

/** The copy of inventory's units. */
export class PostgresUnitShelf implements UnitShelf {
  constructor(private readonly database: Database) {}

  async onHand({ sellerId, sku }: Pick<Offer, 'sellerId' | 'sku'>, limit: number): Promise<UnitOnHand[]> {
    const rows = await this.database.query<UnitRow>(
      `SELECT unit_id, status, supplier_kind AS "supplierKind", vat_scheme AS "vatScheme", country, currency, cost_minor,
         acquired_at::text AS acquired_on
       FROM unit WHERE seller_id = $1 AND sku = $2 AND status IN ('received', 'tested', 'listed')
       ORDER BY acquired_at, unit_id LIMIT $3`,
      [sellerId, sku, limit],
    );
    return rows.map(({ unit_id, currency, cost_minor, acquired_on, ...row }) => ({
      ...row,
      unitId: unit_id,
      cost: Money.ofMinor(BigInt(cost_minor), mustBeCurrency(currency)),
      acquiredAt: acquired_on,
    }));
  }
}
