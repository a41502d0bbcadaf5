import { SqlMigration } from '@reprise/platform/persistence';

/**
 * What payment providers and banks say happened on our accounts. Lines are staged while a file is read and counted only when all of it is sound;
 * what counts is only ever added. A payout is sometimes named by a later report than the movement it carried: that alone may be filled in.
 */
export class ImportSettlements0003 extends SqlMigration {
  readonly sql = `
    CREATE TABLE settlement_file (
      file_id uuid PRIMARY KEY,
      account text NOT NULL,
      format text NOT NULL,
      name text NOT NULL,
      status text NOT NULL DEFAULT 'reading' CHECK (status IN ('reading', 'active', 'unchanged', 'rejected', 'failed')),
      sha256 text,
      same_as uuid REFERENCES settlement_file,
      lines int NOT NULL DEFAULT 0,
      accepted int NOT NULL DEFAULT 0,
      known int NOT NULL DEFAULT 0,
      skipped int NOT NULL DEFAULT 0,
      rejected int NOT NULL DEFAULT 0,
      problems jsonb NOT NULL DEFAULT '[]',
      imported_by text NOT NULL,
      started_at timestamptz NOT NULL,
      touched_at timestamptz NOT NULL,
      finished_at timestamptz,
      CHECK ((status = 'reading') = (finished_at IS NULL)),
      CHECK ((status = 'unchanged') = (same_as IS NOT NULL)),
      CHECK (status <> 'active' OR sha256 IS NOT NULL)
    );
    CREATE INDEX settlement_file_newest ON settlement_file (started_at DESC, file_id);
    CREATE UNIQUE INDEX settlement_file_of_bytes ON settlement_file (account, sha256) WHERE status = 'active';

    CREATE TABLE settlement_line (
      line_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      file_id uuid NOT NULL REFERENCES settlement_file,
      line int NOT NULL,
      account text NOT NULL,
      line_key text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('charge', 'refund', 'chargeback', 'chargebackReversal', 'fee', 'payout', 'payoutReversal', 'adjustment')),
      reference text,
      payout text,
      presented_currency text NOT NULL CHECK (presented_currency ~ '^[A-Z]{3}$'),
      presented_minor bigint NOT NULL,
      currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
      gross_minor bigint NOT NULL,
      fee_minor bigint NOT NULL,
      net_minor bigint NOT NULL CHECK (net_minor = gross_minor - fee_minor),
      rate numeric CHECK (rate > 0),
      occurred_at timestamptz NOT NULL,
      UNIQUE (account, line_key)
    );
    CREATE INDEX settlement_line_of_payout ON settlement_line (account, payout);
    CREATE INDEX settlement_line_of_reference ON settlement_line (reference) WHERE reference IS NOT NULL;
    CREATE INDEX settlement_line_of_file ON settlement_line (file_id, line);

    CREATE TABLE bank_entry (
      entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      file_id uuid NOT NULL REFERENCES settlement_file,
      line int NOT NULL,
      account text NOT NULL,
      entry_key text NOT NULL,
      currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
      amount_minor bigint NOT NULL,
      booked_on date NOT NULL,
      text text NOT NULL,
      -- The payout it speaks of, and the account at a provider that paid it out.
      provider_account text,
      payout text,
      UNIQUE (account, entry_key),
      CHECK ((provider_account IS NULL) = (payout IS NULL))
    );
    CREATE INDEX bank_entry_of_payout ON bank_entry (provider_account, payout) WHERE payout IS NOT NULL;
    CREATE INDEX bank_entry_of_file ON bank_entry (file_id, line);

    -- Not logged: after a crash the file it was read from is sent again.
    CREATE UNLOGGED TABLE settlement_line_staged (LIKE settlement_line);
    ALTER TABLE settlement_line_staged ALTER line_id DROP NOT NULL;
    CREATE INDEX settlement_line_staged_of_file ON settlement_line_staged (file_id);
    CREATE UNLOGGED TABLE bank_entry_staged (LIKE bank_entry);
    ALTER TABLE bank_entry_staged ALTER entry_id DROP NOT NULL;
    CREATE INDEX bank_entry_staged_of_file ON bank_entry_staged (file_id);

    CREATE FUNCTION keep_settlement_line() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.payout IS NOT NULL OR to_jsonb(NEW) - 'payout' IS DISTINCT FROM to_jsonb(OLD) - 'payout' THEN
        RAISE EXCEPTION 'settlement_line is append-only: resolve the difference by an entry of the ledger' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER settlement_line_is_kept BEFORE UPDATE ON settlement_line FOR EACH ROW EXECUTE FUNCTION keep_settlement_line();
    CREATE TRIGGER settlement_line_is_append_only BEFORE DELETE OR TRUNCATE ON settlement_line
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER bank_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_entry
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- What a provider calls the movement: the word that reports and sales share.
    ALTER TABLE sale ADD COLUMN payment_reference text GENERATED ALWAYS AS (payload #>> '{payment,reference}') STORED;
    CREATE INDEX sale_of_payment ON sale (payment_reference);
  `;
}
