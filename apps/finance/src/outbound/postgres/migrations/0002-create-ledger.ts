import { SqlMigration } from '@reprise/platform/persistence';

/**
 * The double-entry ledger: entries and their postings, only ever added. What makes it a ledger is checked here, at COMMIT, whatever code wrote it:
 * an entry balances in each of its currencies and in its company's own; it stands in a month that is open; its place in the month's chain is the
 * next one. `amount_minor` is positive for a debit.
 */
export class CreateLedger0002 extends SqlMigration {
  readonly sql = `
    CREATE TABLE ledger_period (
      entity text NOT NULL,
      period text NOT NULL CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
      last_sequence bigint NOT NULL DEFAULT 0,
      last_hash text NOT NULL DEFAULT '',
      PRIMARY KEY (entity, period)
    );

    CREATE TABLE ledger_entry (
      entry_id uuid PRIMARY KEY,
      entity text NOT NULL,
      period text NOT NULL,
      sequence bigint NOT NULL,
      -- The month it happened in, where that was closed when it was heard of.
      original_period text,
      journal text NOT NULL,
      source text NOT NULL,
      source_id text NOT NULL,
      kind text NOT NULL,
      text text NOT NULL,
      occurred_at timestamptz NOT NULL,
      fact_id uuid,
      order_id uuid,
      document_kind text,
      document_ref text,
      corrects uuid REFERENCES ledger_entry,
      booked_by text,
      previous_hash text NOT NULL,
      hash text NOT NULL,
      posted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (source, source_id, kind),
      UNIQUE (entity, period, sequence),
      FOREIGN KEY (entity, period) REFERENCES ledger_period,
      CHECK (original_period < period),
      CHECK ((document_kind IS NULL) = (document_ref IS NULL))
    );
    CREATE INDEX ledger_entry_of_order ON ledger_entry (order_id) WHERE order_id IS NOT NULL;
    CREATE INDEX ledger_entry_late ON ledger_entry (entity, original_period) WHERE original_period IS NOT NULL;

    CREATE TABLE ledger_posting (
      entry_id uuid NOT NULL REFERENCES ledger_entry,
      line_no smallint NOT NULL,
      entity text NOT NULL,
      period text NOT NULL,
      sequence bigint NOT NULL,
      account text NOT NULL,
      aux text NOT NULL,
      currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
      amount_minor bigint NOT NULL,
      base_minor bigint NOT NULL,
      order_id uuid,
      line_id uuid,
      PRIMARY KEY (entry_id, line_no),
      CHECK (amount_minor <> 0 OR base_minor <> 0)
    );
    CREATE INDEX ledger_posting_of_account ON ledger_posting (entity, account, aux, period, sequence);
    CREATE INDEX ledger_posting_in_order ON ledger_posting (entity, period, sequence, line_no)
      INCLUDE (account, currency, amount_minor, base_minor);

    CREATE FUNCTION require_balanced_entry() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      lines int;
      off_base bigint;
      off_currency text;
    BEGIN
      SELECT count(*), coalesce(sum(base_minor), 0) INTO lines, off_base FROM ledger_posting WHERE entry_id = NEW.entry_id;
      IF lines < 2 THEN
        RAISE EXCEPTION 'entry % has % postings, and needs two', NEW.entry_id, lines USING ERRCODE = 'check_violation';
      END IF;
      IF off_base <> 0 THEN
        RAISE EXCEPTION 'entry % is off by % in its company''s currency', NEW.entry_id, off_base USING ERRCODE = 'check_violation';
      END IF;
      SELECT currency INTO off_currency FROM ledger_posting WHERE entry_id = NEW.entry_id
        GROUP BY currency HAVING sum(amount_minor) <> 0 LIMIT 1;
      IF off_currency IS NOT NULL THEN
        RAISE EXCEPTION 'entry % does not balance in %', NEW.entry_id, off_currency USING ERRCODE = 'check_violation';
      END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON ledger_entry
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_balanced_entry();

    -- A posting of another transaction than its entry's would come after the entry was checked.
    CREATE FUNCTION require_posting_of_new_entry() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM added LEFT JOIN ledger_entry e USING (entry_id)
                 WHERE e.xmin IS DISTINCT FROM pg_current_xact_id()::xid
                    OR (e.entity, e.period, e.sequence) IS DISTINCT FROM (added.entity, added.period, added.sequence)) THEN
        RAISE EXCEPTION 'a posting is written with its entry, in its place' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER ledger_posting_of_new_entry AFTER INSERT ON ledger_posting
      REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_posting_of_new_entry();

    CREATE FUNCTION require_open_period() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM ledger_period WHERE entity = NEW.entity AND period = NEW.period AND status = 'closed') THEN
        RAISE EXCEPTION '% is closed for %: book into an open month', NEW.period, NEW.entity USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER ledger_entry_in_open_period BEFORE INSERT ON ledger_entry
      FOR EACH ROW EXECUTE FUNCTION require_open_period();

    CREATE TRIGGER ledger_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER ledger_posting_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_posting
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- What a seller owes of each sold line: decided once, with the sale.
    CREATE TABLE sale_commission (
      order_id uuid NOT NULL,
      line_id uuid NOT NULL,
      seller_id uuid NOT NULL,
      currency text NOT NULL,
      base_minor bigint NOT NULL,
      rate numeric NOT NULL,
      amount_minor bigint NOT NULL,
      vat_rate numeric NOT NULL,
      vat_minor bigint NOT NULL,
      rule text NOT NULL,
      frozen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (order_id, line_id)
    );
    CREATE TRIGGER sale_commission_is_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON sale_commission
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- Parcels, as far as they earn a commission.
    CREATE TABLE goods_sent (
      shipment_id uuid PRIMARY KEY,
      event_id uuid NOT NULL,
      order_id uuid NOT NULL,
      lines jsonb NOT NULL,
      occurred_at timestamptz NOT NULL
    );
    CREATE INDEX goods_sent_of_order ON goods_sent (order_id);

    -- What is known and not booked yet, and why not.
    CREATE TABLE posting_due (
      source text NOT NULL CHECK (source IN ('sale', 'shipment')),
      source_id uuid NOT NULL,
      order_id uuid NOT NULL,
      reason text,
      tried_at timestamptz,
      PRIMARY KEY (source, source_id)
    );
    CREATE INDEX posting_due_of_order ON posting_due (order_id);
    INSERT INTO posting_due (source, source_id, order_id) SELECT 'sale', sale_id, order_id FROM sale;

    CREATE TABLE fx_rate (
      source text NOT NULL,
      currency text NOT NULL,
      rate_date date NOT NULL,
      version int NOT NULL,
      base text NOT NULL,
      rate numeric NOT NULL CHECK (rate > 0),
      PRIMARY KEY (source, currency, rate_date, version)
    );
  `;
}
