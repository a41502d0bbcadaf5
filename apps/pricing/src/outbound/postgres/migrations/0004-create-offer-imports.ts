import { SqlMigration } from '@reprise/platform/persistence';

/** How far each upload of offers was taken, and why rows of it were refused. */
export class CreateOfferImports0004 extends SqlMigration {
  readonly sql = `
    -- The id is the client's to choose, so it is one only beside its seller.
    CREATE TABLE offer_import (
      seller_id uuid NOT NULL REFERENCES seller,
      import_id uuid NOT NULL,
      dry_run boolean NOT NULL,
      feed integer NOT NULL DEFAULT 1,
      lines bigint NOT NULL DEFAULT 0,
      bytes bigint NOT NULL DEFAULT 0,
      total_bytes bigint,
      rows bigint NOT NULL DEFAULT 0,
      created bigint NOT NULL DEFAULT 0,
      updated bigint NOT NULL DEFAULT 0,
      unchanged bigint NOT NULL DEFAULT 0,
      rejected bigint NOT NULL DEFAULT 0,
      started_at timestamptz NOT NULL,
      touched_at timestamptz NOT NULL,
      finished_at timestamptz,
      PRIMARY KEY (seller_id, import_id),
      CHECK (rows = created + updated + unchanged + rejected)
    );
    CREATE INDEX offer_import_newest ON offer_import (seller_id, started_at DESC);

    CREATE TABLE offer_import_error (
      seller_id uuid NOT NULL,
      import_id uuid NOT NULL,
      line bigint NOT NULL,
      ordinal integer NOT NULL,
      field text NOT NULL,
      code text NOT NULL,
      message text NOT NULL,
      PRIMARY KEY (seller_id, import_id, line, ordinal),
      FOREIGN KEY (seller_id, import_id) REFERENCES offer_import ON DELETE CASCADE
    );
  `;
}
