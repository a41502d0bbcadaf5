import { SqlMigration } from '@reprise/platform/persistence';

/** Where in its country an offer is sent from. Null: somewhere with the VAT of the country. */
export class SayWhereGoodsLeave0020 extends SqlMigration {
  readonly sql = 'ALTER TABLE offer ADD COLUMN ships_from_postal_code text';
}
