import { SqlMigration } from '@reprise/platform/persistence';

/** Calculations of a tax service by quote, and what it has to be told of sales made under them. */
export class CreateTaxTasks0011 extends SqlMigration {
  readonly sql = `
    CREATE TABLE tax_calculation (
      quote_id uuid PRIMARY KEY,
      provider text NOT NULL,
      reference text NOT NULL,
      calculated_at timestamptz NOT NULL
    );

    CREATE TABLE tax_task (
      -- The money movement it follows: heard twice, it is one task.
      task_id text PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('commit', 'refund', 'void')),
      order_id uuid NOT NULL,
      ordinal bigint GENERATED ALWAYS AS IDENTITY,
      status text NOT NULL DEFAULT 'due' CHECK (status IN ('due', 'done', 'failed')),
      content jsonb NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      due_at timestamptz NOT NULL,
      receipt jsonb,
      error text,
      finished_at timestamptz,
      CHECK ((status = 'due') = (finished_at IS NULL)),
      CHECK ((status = 'done') = (receipt IS NOT NULL))
    );
    CREATE INDEX tax_task_by_order ON tax_task (order_id, ordinal);
    CREATE INDEX tax_task_due ON tax_task (due_at) WHERE status = 'due';
  `;
}
