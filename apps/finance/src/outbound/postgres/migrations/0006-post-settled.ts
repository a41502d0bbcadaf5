import { SqlMigration } from '@reprise/platform/persistence';

/** Files whose money is not in the books yet, and why not. */
export class PostSettled0006 extends SqlMigration {
  readonly sql = `
    CREATE TABLE settlement_due (
      file_id uuid PRIMARY KEY REFERENCES settlement_file,
      reason text,
      tried_at timestamptz
    );
    INSERT INTO settlement_due (file_id) SELECT file_id FROM settlement_file WHERE status = 'active';
  `;
}
