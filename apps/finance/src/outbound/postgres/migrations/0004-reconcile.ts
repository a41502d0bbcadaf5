import { SqlMigration } from '@reprise/platform/persistence';

/** Runs of the reconciliation, what each found, and the queue of what somebody has to settle. Nobody approves what they proposed themselves. */
export class Reconcile0004 extends SqlMigration {
  readonly sql = `
    CREATE TABLE reconciliation_run (
      run_id uuid PRIMARY KEY,
      as_of timestamptz NOT NULL,
      movements bigint NOT NULL DEFAULT 0,
      lines bigint NOT NULL DEFAULT 0,
      payouts bigint NOT NULL DEFAULT 0,
      bank_entries bigint NOT NULL DEFAULT 0,
      matched bigint NOT NULL DEFAULT 0,
      breaks jsonb NOT NULL DEFAULT '{}',
      requested_by text NOT NULL,
      started_at timestamptz NOT NULL,
      finished_at timestamptz
    );
    CREATE INDEX reconciliation_run_newest ON reconciliation_run (started_at DESC, run_id);

    CREATE TABLE reconciliation_break (
      run_id uuid NOT NULL REFERENCES reconciliation_run,
      break_key text NOT NULL,
      type text NOT NULL CHECK (type IN ('missing_internal', 'missing_external', 'amount', 'currency', 'duplicate', 'timing', 'fee', 'fx')),
      side text NOT NULL CHECK (side IN ('charge', 'refund', 'chargeback', 'payout', 'bank')),
      account text,
      reference text NOT NULL,
      order_id uuid,
      market text,
      currency text NOT NULL,
      expected_minor bigint,
      actual_minor bigint,
      occurred_at timestamptz NOT NULL,
      reason text NOT NULL,
      PRIMARY KEY (run_id, break_key),
      CHECK (expected_minor IS NOT NULL OR actual_minor IS NOT NULL)
    );

    CREATE TABLE reconciliation_exception (
      exception_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      break_key text NOT NULL UNIQUE,
      first_run uuid NOT NULL REFERENCES reconciliation_run,
      last_run uuid NOT NULL REFERENCES reconciliation_run,
      type text NOT NULL,
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'proposed', 'resolved', 'cleared')),
      opened_at timestamptz NOT NULL,
      owner text,
      action text CHECK (action IN ('accept', 'adjust', 'claim')),
      why text,
      proposed_by text,
      proposed_at timestamptz,
      decided_by text,
      decided_at timestamptz,
      entry_id uuid,
      CHECK (decided_by <> proposed_by),
      CHECK ((state = 'resolved') = (decided_by IS NOT NULL)),
      CHECK (state NOT IN ('proposed', 'resolved') OR (action IS NOT NULL AND why IS NOT NULL AND proposed_by IS NOT NULL)),
      FOREIGN KEY (last_run, break_key) REFERENCES reconciliation_break (run_id, break_key)
    );
    CREATE INDEX reconciliation_exception_queue ON reconciliation_exception (state, opened_at, exception_id);

    CREATE FUNCTION keep_reconciliation_run() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.finished_at IS NOT NULL THEN
        RAISE EXCEPTION 'a reconciliation is kept as it was: run another one' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER reconciliation_run_is_kept BEFORE UPDATE ON reconciliation_run FOR EACH ROW EXECUTE FUNCTION keep_reconciliation_run();
    CREATE TRIGGER reconciliation_run_is_append_only BEFORE DELETE OR TRUNCATE ON reconciliation_run
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER reconciliation_break_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reconciliation_break
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `;
}
