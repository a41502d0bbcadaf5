import { SqlMigration } from '@reprise/platform/persistence';

/**
 * Sellers from application to closing, who they are, and how their sales went: one document an order line that facts are merged into, and
 * counters by day that always are the sum of what the lines add.
 */
export class MeasureSellers0013 extends SqlMigration {
  readonly sql = `
    ALTER TABLE seller DROP CONSTRAINT seller_status_check;
    ALTER TABLE seller
      ADD CONSTRAINT seller_status_check CHECK (status IN ('applied', 'verified', 'active', 'suspended', 'closed')),
      ADD COLUMN markets jsonb,
      ADD COLUMN handling_days integer NOT NULL DEFAULT 1 CHECK (handling_days BETWEEN 1 AND 60),
      ADD COLUMN quality jsonb,
      ADD COLUMN quality_gates jsonb NOT NULL DEFAULT '[]';

    -- Persons are in it: read by operators, said to nobody.
    CREATE TABLE seller_identity (
      seller_id uuid PRIMARY KEY REFERENCES seller,
      identity jsonb NOT NULL,
      stated_at timestamptz NOT NULL,
      stated_by text NOT NULL
    );

    CREATE TABLE seller_event (
      event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      seller_id uuid NOT NULL,
      seller_version bigint NOT NULL,
      action text NOT NULL,
      happened_at timestamptz NOT NULL,
      actor text NOT NULL,
      actor_role text NOT NULL,
      why text NOT NULL,
      before jsonb,
      after jsonb
    );
    CREATE INDEX seller_event_by_seller ON seller_event (seller_id, event_id);
    CREATE TRIGGER seller_event_append_only BEFORE UPDATE OR DELETE ON seller_event
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE quality_line (
      line_id uuid PRIMARY KEY,
      content jsonb NOT NULL
    );

    CREATE TABLE quality_day (
      seller_id uuid NOT NULL,
      day date NOT NULL,
      market text NOT NULL,
      variant_id uuid NOT NULL,
      grade text NOT NULL,
      ordered integer NOT NULL,
      cancelled integer NOT NULL,
      shipped integer NOT NULL,
      late integer NOT NULL,
      failed30 integer NOT NULL,
      failed90 integer NOT NULL,
      failed365 integer NOT NULL,
      dead_on_arrival integer NOT NULL,
      wrong_grade integer NOT NULL,
      answered integer NOT NULL,
      answer_minutes bigint NOT NULL,
      PRIMARY KEY (seller_id, day, market, variant_id, grade)
    );

    -- When a seller's figures are next to be looked at, and what they were last.
    CREATE TABLE quality_review (
      seller_id uuid PRIMARY KEY,
      due_at timestamptz NOT NULL,
      reviewed_at timestamptz,
      failure_ppm integer,
      shipped integer NOT NULL DEFAULT 0
    );
    CREATE INDEX quality_review_due ON quality_review (due_at);

    CREATE TABLE quality_override (
      override_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      seller_id uuid NOT NULL REFERENCES seller,
      market text NOT NULL,
      category text,
      grade text,
      until timestamptz NOT NULL
    );
    CREATE INDEX quality_override_by_seller ON quality_override (seller_id, until);
  `;
}
