import { SqlMigration } from '@reprise/platform/persistence';

/**
 * What must never happen, refused where nothing can get around it: a way out of a terminal state, a refund of anything but what was captured,
 * a line that does not add up, a rewritten order or history.
 */
export class GuardOrders0002 extends SqlMigration {
  readonly sql = `
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % are written once', TG_TABLE_NAME;
      END
    $$;
    CREATE TRIGGER placed_order_is_written_once BEFORE UPDATE ON placed_order
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER order_line_is_written_once BEFORE UPDATE ON order_line
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER order_event_is_written_once BEFORE UPDATE OR DELETE ON order_event
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE FUNCTION refuse_leaving_an_end() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'order % is % and cannot become %', OLD.order_id, OLD.state, NEW.state;
      END
    $$;
    CREATE TRIGGER saga_ends_are_final BEFORE UPDATE ON saga FOR EACH ROW
      WHEN (NEW.state <> OLD.state AND (OLD.state IN ('declined', 'cancelled', 'refunded')
        OR (OLD.state = 'confirmed' AND NEW.state <> 'refunding')))
      EXECUTE FUNCTION refuse_leaving_an_end();
    ALTER TABLE saga
      ADD CONSTRAINT saga_state_is_known CHECK (state IN ('reserving', 'paying', 'uncertain', 'abandoning', 'reversing',
        'confirmed', 'refunding', 'declined', 'cancelled', 'refunded')),
      -- An order that waits for something always has a timer: none is forgotten.
      ADD CONSTRAINT saga_unfinished_is_due CHECK (
        (due_at IS NULL) = (state IN ('confirmed', 'declined', 'cancelled', 'refunded')));

    ALTER TABLE placed_order ADD CONSTRAINT placed_order_costs_something CHECK (gross_minor > 0);
    ALTER TABLE order_line ADD CONSTRAINT order_line_adds_up CHECK (net_minor + tax_minor = gross_minor);

    -- A refund is of a capture, in its currency and to its last unit; one an order, so together never more than was paid.
    ALTER TABLE payment ADD CONSTRAINT payment_capture_unique UNIQUE (order_id, captured_currency, captured_minor);
    ALTER TABLE refund ADD CONSTRAINT refund_gives_back_what_was_captured
      FOREIGN KEY (order_id, currency, amount_minor) REFERENCES payment (order_id, captured_currency, captured_minor);
  `;
}
