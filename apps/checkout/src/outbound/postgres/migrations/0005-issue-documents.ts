import { SqlMigration } from '@reprise/platform/persistence';

/** Invoices and what goes with them: never changed, numbered without a gap; and the copies they are worded from. */
export class IssueDocuments0005 extends SqlMigration {
  readonly sql = `
    ALTER TABLE market ADD COLUMN terms jsonb;
    ALTER TABLE variant ADD COLUMN title jsonb;
    -- The language the buyer ordered in. Null: ordered before, in the market's own.
    ALTER TABLE customer ADD COLUMN locale text;

    CREATE TABLE seller (
      seller_id text PRIMARY KEY,
      version bigint NOT NULL,
      particulars jsonb NOT NULL
    );

    -- Written in the transaction of what the documents are about.
    CREATE TABLE document_due (
      subject_id uuid NOT NULL,
      about text NOT NULL CHECK (about IN ('order', 'shipment', 'refund', 'withdrawal')),
      order_id uuid NOT NULL REFERENCES placed_order,
      seq bigint GENERATED ALWAYS AS IDENTITY,
      due_at timestamptz NOT NULL DEFAULT now(),
      tries integer NOT NULL DEFAULT 0,
      PRIMARY KEY (about, subject_id)
    );
    CREATE INDEX document_due_in_order ON document_due (due_at, seq);
    CREATE INDEX document_due_of_order ON document_due (order_id, seq);

    CREATE TABLE document_series (
      issuer_id text NOT NULL,
      country text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('invoice', 'receipt', 'creditNote')),
      period text NOT NULL,
      last_number bigint NOT NULL CHECK (last_number > 0),
      PRIMARY KEY (issuer_id, country, kind, period)
    );

    CREATE TABLE document (
      document_id uuid PRIMARY KEY,
      order_id uuid NOT NULL REFERENCES placed_order,
      kind text NOT NULL,
      subject_id uuid NOT NULL,
      issuer_id text NOT NULL,
      issued_at timestamptz NOT NULL,
      number text,
      series_country text,
      series_period text,
      series_number bigint,
      content jsonb NOT NULL,
      words jsonb NOT NULL,
      UNIQUE (kind, subject_id, issuer_id),
      UNIQUE (issuer_id, series_country, kind, series_period, series_number),
      UNIQUE (issuer_id, number),
      FOREIGN KEY (issuer_id, series_country, kind, series_period) REFERENCES document_series (issuer_id, country, kind, period),
      CHECK ((kind IN ('invoice', 'receipt', 'creditNote')) = (number IS NOT NULL)),
      CHECK ((number IS NULL) = (series_number IS NULL AND series_country IS NULL AND series_period IS NULL))
    );
    CREATE INDEX document_of_order ON document (order_id, issued_at);
    CREATE TRIGGER document_says_the_same_for_ever BEFORE UPDATE OR DELETE ON document
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- A series moves one number at a time, and only together with the document that has the number.
    CREATE FUNCTION refuse_gap() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR NEW.last_number <> (CASE TG_OP WHEN 'INSERT' THEN 1 ELSE OLD.last_number + 1 END) THEN
          RAISE EXCEPTION 'a series of numbers has no gap';
        END IF;
        RETURN NEW;
      END
    $$;
    CREATE TRIGGER series_has_no_gap BEFORE INSERT OR UPDATE OR DELETE ON document_series
      FOR EACH ROW EXECUTE FUNCTION refuse_gap();
    CREATE FUNCTION refuse_number_without_document() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM document d WHERE d.issuer_id = NEW.issuer_id AND d.series_country = NEW.country AND d.kind = NEW.kind
            AND d.series_period = NEW.period AND d.series_number = NEW.last_number) THEN
          RAISE EXCEPTION 'number % of % was taken and not used', NEW.last_number, NEW.issuer_id;
        END IF;
        RETURN NULL;
      END
    $$;
    CREATE CONSTRAINT TRIGGER number_has_a_document AFTER INSERT OR UPDATE ON document_series
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_number_without_document();
  `;
}
