import { SqlMigration } from '@reprise/platform/persistence';

/** Since when and until when each market shows a product. Null: always, everywhere. */
export class KeepPublication0016 extends SqlMigration {
  readonly sql = 'ALTER TABLE product ADD COLUMN publication jsonb';
}
