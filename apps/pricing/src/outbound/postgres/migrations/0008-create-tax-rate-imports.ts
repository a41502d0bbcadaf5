import { SqlMigration } from '@reprise/platform/persistence';

/**
 * Files of local tax rates. A file's rows are written as they arrive and hold for nobody until its import is active; versions that were
 * replaced are kept, because a sale made under them may be asked about for years.
 */
export class CreateTaxRateImports0008 extends SqlMigration {
  readonly sql = `
    CREATE TABLE tax_rate_import (
      import_id uuid PRIMARY KEY,
      format text NOT NULL,
      country text NOT NULL,
      state text NOT NULL,
      period text NOT NULL,
      effective_from date NOT NULL,
      file_name text,
      imported_by text NOT NULL,
      status text NOT NULL DEFAULT 'running'
        CHECK (status IN ('running', 'active', 'superseded', 'unchanged', 'rejected', 'failed')),
      version integer,
      sha256 text,
      rows bigint NOT NULL DEFAULT 0,
      accepted bigint NOT NULL DEFAULT 0,
      skipped bigint NOT NULL DEFAULT 0,
      rejected bigint NOT NULL DEFAULT 0,
      errors jsonb NOT NULL DEFAULT '[]',
      started_at timestamptz NOT NULL,
      touched_at timestamptz NOT NULL,
      finished_at timestamptz,
      activated_at timestamptz,
      superseded_at timestamptz,
      CHECK ((status IN ('active', 'superseded')) = (version IS NOT NULL)),
      CHECK ((version IS NULL) = (activated_at IS NULL)),
      CHECK ((status = 'superseded') = (superseded_at IS NOT NULL))
    );
    CREATE UNIQUE INDEX tax_rate_import_version ON tax_rate_import (country, state, format, period, version);
    CREATE UNIQUE INDEX tax_rate_import_active ON tax_rate_import (country, state, format, period) WHERE status = 'active';
    CREATE INDEX tax_rate_import_newest ON tax_rate_import (started_at DESC);

    -- No foreign keys below: rows are written by the hundred thousand, always under an import that is there, and never change.
    -- Who taxes where: rates, or keys of jurisdictions whose rates are in another file.
    CREATE TABLE tax_area (
      import_id uuid NOT NULL,
      line integer NOT NULL,
      zip5 text NOT NULL,
      plus4_from smallint,
      plus4_to smallint,
      valid_from date NOT NULL,
      valid_to date NOT NULL,
      taxed_by jsonb NOT NULL,
      CHECK (valid_to >= valid_from),
      CHECK ((plus4_from IS NULL) = (plus4_to IS NULL) AND plus4_to >= plus4_from)
    );
    CREATE INDEX tax_area_by_zip ON tax_area (import_id, zip5, plus4_from);

    CREATE TABLE tax_jurisdiction_rate (
      import_id uuid NOT NULL,
      line integer NOT NULL,
      jurisdiction text NOT NULL,
      rate jsonb NOT NULL,
      valid_from date NOT NULL,
      valid_to date NOT NULL,
      CHECK (valid_to >= valid_from)
    );
    CREATE INDEX tax_jurisdiction_rate_by_key ON tax_jurisdiction_rate (import_id, jurisdiction, valid_from);
  `;
}
