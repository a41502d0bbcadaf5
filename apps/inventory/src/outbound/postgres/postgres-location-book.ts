import type { OfferId, OrderId, SellerId } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import { insertMany } from '@reprise/platform/persistence';
import type { LocationBook, StockLocation } from '../../application/location-ports.js';
import type { LocationLevel, Split } from '../../domain/location-sheet.js';
import { LocationSheet } from '../../domain/location-sheet.js';

const levelColumns = `offer_id AS "offerId", location, on_hand AS "onHand", allocated, safety_stock AS "safetyStock", version`;

/** Places and what they have, over the tables of `0005-create-locations`. */
export class PostgresLocationBook implements LocationBook {
  constructor(private readonly tx: Tx) {}

  async put(sellerId: SellerId, { code, name, country }: StockLocation): Promise<boolean> {
    const [row] = await this.tx.query<{ isNew: boolean }>(
      `INSERT INTO location (seller_id, code, name, country) VALUES ($1, $2, $3, $4)
       ON CONFLICT (seller_id, code) DO UPDATE SET name = excluded.name, country = excluded.country
       RETURNING xmax = 0 AS "isNew"`,
      [sellerId, code, name, country],
    );
    return row?.isNew ?? false;
  }

  list(sellerId: SellerId): Promise<StockLocation[]> {
    return this.tx.query<StockLocation>('SELECT code, name, country FROM location WHERE seller_id = $1 ORDER BY code', [
      sellerId,
    ]);
  }

  read(offerId: OfferId): Promise<LocationLevel[]> {
    return this.tx.query<LocationLevel>(
      `SELECT ${levelColumns} FROM location_level WHERE offer_id = $1 ORDER BY location`,
      [offerId],
    );
  }

  async lock(offerIds: readonly OfferId[]): Promise<LocationSheet> {
    if (offerIds.length === 0) return new LocationSheet([]);
    return new LocationSheet(
      await this.tx.query<LocationLevel>(
        `SELECT ${levelColumns} FROM location_level WHERE offer_id = ANY($1::uuid[]) ORDER BY offer_id, location FOR UPDATE`,
        [offerIds],
      ),
    );
  }

  async save(sheet: LocationSheet): Promise<void> {
    const levels = sheet.changedLevels();
    const version = new Map(levels.map((level) => [`${level.offerId}/${level.location}`, level.version]));
    await insertMany(
      this.tx,
      'location_level',
      {
        ...{
          offer_id: 'uuid',
          location: 'text',
          on_hand: 'int',
          allocated: 'int',
          safety_stock: 'int',
          version: 'int',
        },
      },
      levels.map((level) => ({
        ...{ offer_id: level.offerId, location: level.location, on_hand: level.onHand, allocated: level.allocated },
        ...{ safety_stock: level.safetyStock, version: level.version },
      })),
      `ON CONFLICT (offer_id, location) DO UPDATE SET on_hand = excluded.on_hand, allocated = excluded.allocated,
         safety_stock = excluded.safety_stock, version = excluded.version`,
    );
    await insertMany(
      this.tx,
      'location_movement',
      {
        ...{ offer_id: 'uuid', location: 'text', level_version: 'int', kind: 'text' },
        ...{ on_hand: 'int', allocated: 'int', order_id: 'uuid' },
      },
      sheet.movements.map(({ offerId, location, kind, onHand, allocated, orderId }) => ({
        ...{ offer_id: offerId, location, level_version: version.get(`${offerId}/${location}`), kind },
        ...{ on_hand: onHand, allocated, order_id: orderId ?? null },
      })),
    );
  }

  async saveSplits(splits: readonly Split[]): Promise<void> {
    await insertMany(
      this.tx,
      'allocation_split',
      { order_id: 'uuid', offer_id: 'uuid', location: 'text', quantity: 'int' },
      splits.map(({ orderId, offerId, location, quantity }) => ({
        ...{ order_id: orderId, offer_id: offerId, location, quantity },
      })),
    );
  }

  splitsOf(orderIds: readonly OrderId[]): Promise<Split[]> {
    return this.tx.query<Split>(
      `SELECT order_id AS "orderId", offer_id AS "offerId", location, quantity FROM allocation_split
       WHERE order_id = ANY($1::uuid[]) ORDER BY order_id, offer_id, location`,
      [orderIds],
    );
  }
}
