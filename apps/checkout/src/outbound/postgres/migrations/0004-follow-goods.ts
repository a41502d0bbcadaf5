import { SqlMigration } from '@reprise/platform/persistence';

/**
 * What follows a paid order: each seller's part of it, parcels with their devices, what comes back, and refunds in parts. What must never happen is
 * refused here too: pieces sent or called off beyond what was ordered, a device with two buyers, more money back than was captured.
 */
export class FollowGoods0004 extends SqlMigration {
  readonly sql = `
    -- Absent until the market is heard of again.
    ALTER TABLE market ADD COLUMN time_zone text, ADD COLUMN withdrawal_days integer;

    CREATE TABLE variant (
      variant_id uuid PRIMARY KEY,
      version bigint NOT NULL,
      category text NOT NULL
    );

    CREATE TABLE consignment (
      seller_id uuid NOT NULL,
      order_id uuid NOT NULL REFERENCES placed_order,
      status text NOT NULL CHECK (status IN ('awaitingShipment', 'partlyShipped', 'shipped', 'delivered', 'cancelled')),
      PRIMARY KEY (order_id, seller_id)
    );
    -- Order ids ascend with time: a seller's list is read backwards from here.
    CREATE INDEX consignment_of_seller ON consignment (seller_id, status, order_id DESC);
    CREATE INDEX consignment_of_seller_any ON consignment (seller_id, order_id DESC);

    CREATE TABLE line_progress (
      line_id uuid PRIMARY KEY REFERENCES order_line,
      order_id uuid NOT NULL,
      seller_id uuid NOT NULL,
      quantity integer NOT NULL,
      cancelled integer NOT NULL DEFAULT 0 CHECK (cancelled >= 0),
      shipped integer NOT NULL DEFAULT 0 CHECK (shipped >= 0),
      delivered integer NOT NULL DEFAULT 0 CHECK (delivered >= 0),
      returned integer NOT NULL DEFAULT 0 CHECK (returned >= 0),
      FOREIGN KEY (order_id, seller_id) REFERENCES consignment,
      CONSTRAINT line_is_sent_or_called_off_once CHECK (cancelled + shipped <= quantity),
      CONSTRAINT line_arrives_after_it_was_sent CHECK (delivered <= shipped),
      CONSTRAINT line_comes_back_after_it_was_sent CHECK (returned <= shipped)
    );
    CREATE INDEX line_progress_of_order ON line_progress (order_id);

    CREATE TABLE shipment (
      shipment_id uuid PRIMARY KEY,
      order_id uuid NOT NULL,
      seller_id uuid NOT NULL,
      version bigint NOT NULL CHECK (version > 0),
      status text NOT NULL CHECK (status IN ('shipped', 'delivered', 'lost')),
      carrier text NOT NULL,
      tracking_number text,
      shipped_at timestamptz NOT NULL,
      delivered_at timestamptz,
      FOREIGN KEY (order_id, seller_id) REFERENCES consignment,
      CHECK ((delivered_at IS NULL) = (status <> 'delivered'))
    );
    CREATE INDEX shipment_of_order ON shipment (order_id);
    CREATE TABLE shipment_line (
      shipment_id uuid NOT NULL REFERENCES shipment,
      line_id uuid NOT NULL REFERENCES line_progress,
      quantity integer NOT NULL CHECK (quantity > 0),
      PRIMARY KEY (shipment_id, line_id)
    );
    CREATE TABLE shipment_unit (
      shipment_id uuid NOT NULL,
      line_id uuid NOT NULL,
      position integer NOT NULL,
      imei text CHECK (imei ~ '^[0-9]{15}$'),
      serial text,
      -- The return with which it came back. Until then it is with its buyer.
      return_id uuid,
      PRIMARY KEY (shipment_id, line_id, position),
      FOREIGN KEY (shipment_id, line_id) REFERENCES shipment_line,
      CHECK (imei IS NOT NULL OR serial IS NOT NULL)
    );
    -- A device is with one buyer at a time; it may be sold again once it is back.
    CREATE UNIQUE INDEX shipment_unit_imei ON shipment_unit (imei) WHERE return_id IS NULL;

    CREATE TABLE withdrawal (
      withdrawal_id uuid PRIMARY KEY,
      order_id uuid NOT NULL REFERENCES placed_order,
      token_sha256 text NOT NULL,
      expires_at timestamptz NOT NULL,
      lines jsonb NOT NULL,
      -- As it was given: the record the buyer keeps.
      acknowledgement jsonb
    );

    CREATE TABLE goods_return (
      return_id uuid PRIMARY KEY,
      order_id uuid NOT NULL,
      seller_id uuid NOT NULL,
      version bigint NOT NULL CHECK (version > 0),
      kind text NOT NULL CHECK (kind IN ('withdrawal', 'return', 'warrantyClaim', 'cancellation')),
      reason text NOT NULL,
      status text NOT NULL CHECK (status IN ('requested', 'approved', 'received', 'refunded', 'rejected', 'closed')),
      requested_at timestamptz NOT NULL,
      shipped_at timestamptz,
      received_at timestamptz,
      message text,
      withdrawal_id uuid REFERENCES withdrawal,
      FOREIGN KEY (order_id, seller_id) REFERENCES consignment
    );
    CREATE INDEX goods_return_of_order ON goods_return (order_id);
    CREATE TABLE goods_return_line (
      return_id uuid NOT NULL REFERENCES goods_return,
      line_id uuid NOT NULL REFERENCES line_progress,
      quantity integer NOT NULL CHECK (quantity > 0),
      PRIMARY KEY (return_id, line_id)
    );
    ALTER TABLE shipment_unit ADD FOREIGN KEY (return_id) REFERENCES goods_return;

    CREATE FUNCTION refuse_leaving_a_return_s_end() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'return % is % and cannot become %', OLD.return_id, OLD.status, NEW.status;
      END
    $$;
    CREATE TRIGGER goods_return_ends_are_final BEFORE UPDATE ON goods_return FOR EACH ROW
      WHEN (NEW.status <> OLD.status AND OLD.status IN ('refunded', 'rejected', 'closed'))
      EXECUTE FUNCTION refuse_leaving_a_return_s_end();

    -- Orders paid before: nothing of them was sent as far as this service knows.
    INSERT INTO consignment (seller_id, order_id, status)
      SELECT DISTINCT l.seller_id, l.order_id, 'awaitingShipment' FROM order_line l JOIN saga s USING (order_id)
      WHERE s.state IN ('confirmed', 'refunding', 'refunded') AND EXISTS (
        SELECT FROM order_event e WHERE e.order_id = s.order_id AND e.state = 'confirmed');
    INSERT INTO line_progress (line_id, order_id, seller_id, quantity)
      SELECT l.line_id, l.order_id, l.seller_id, l.quantity FROM order_line l JOIN consignment USING (order_id, seller_id);

    -- From here on an order may be given back in parts.
    ALTER TABLE saga
      DROP CONSTRAINT saga_state_is_known,
      ADD CONSTRAINT saga_state_is_known CHECK (state IN ('reserving', 'paying', 'uncertain', 'abandoning', 'reversing',
        'confirmed', 'refunding', 'partlyRefunded', 'declined', 'cancelled', 'refunded')),
      DROP CONSTRAINT saga_unfinished_is_due,
      ADD CONSTRAINT saga_unfinished_is_due CHECK (
        (due_at IS NULL) = (state IN ('confirmed', 'partlyRefunded', 'declined', 'cancelled', 'refunded')));
    DROP TRIGGER saga_ends_are_final ON saga;
    CREATE TRIGGER saga_ends_are_final BEFORE UPDATE ON saga FOR EACH ROW
      WHEN (NEW.state <> OLD.state AND (OLD.state IN ('declined', 'cancelled', 'refunded')
        OR (OLD.state IN ('confirmed', 'partlyRefunded') AND NEW.state <> 'refunding')))
      EXECUTE FUNCTION refuse_leaving_an_end();

    ALTER TABLE refund DROP CONSTRAINT refund_gives_back_what_was_captured, DROP CONSTRAINT refund_order_id_key,
      ADD COLUMN return_id uuid REFERENCES goods_return, ADD COLUMN settled_at timestamptz;
    UPDATE refund SET settled_at = requested_at WHERE reference IS NOT NULL;
    ALTER TABLE refund ADD CONSTRAINT refund_settles_with_a_reference CHECK ((settled_at IS NULL) = (reference IS NULL));
    CREATE INDEX refund_of_order ON refund (order_id);

    -- Every refund is promised against the capture in the statement that makes it; the row's lock makes two of them wait for each other.
    ALTER TABLE payment ADD COLUMN promised_minor bigint NOT NULL DEFAULT 0;
    UPDATE payment p SET promised_minor = (SELECT coalesce(sum(r.amount_minor), 0) FROM refund r WHERE r.order_id = p.order_id);
    ALTER TABLE payment ADD CONSTRAINT refunds_give_back_no_more_than_was_captured
      CHECK (promised_minor >= 0 AND promised_minor <= coalesce(captured_minor, 0));
    CREATE FUNCTION promise_refund() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE payment SET promised_minor = promised_minor + NEW.amount_minor
          WHERE order_id = NEW.order_id AND captured_currency = NEW.currency;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'refund % is of nothing that was captured', NEW.refund_id;
        END IF;
        RETURN NEW;
      END
    $$;
    CREATE TRIGGER refund_is_promised BEFORE INSERT ON refund FOR EACH ROW EXECUTE FUNCTION promise_refund();
    CREATE TRIGGER refund_is_kept BEFORE DELETE ON refund FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER refund_amount_is_written_once BEFORE UPDATE ON refund FOR EACH ROW
      WHEN (NEW.amount_minor <> OLD.amount_minor OR NEW.order_id <> OLD.order_id OR OLD.reference IS NOT NULL)
      EXECUTE FUNCTION refuse_change();

    -- What of each line, or of delivery (no line), a refund gives back. The refund of a charge whose order never was has no parts.
    CREATE TABLE refund_part (
      refund_id uuid NOT NULL REFERENCES refund,
      position integer NOT NULL,
      line_id uuid REFERENCES order_line,
      quantity integer NOT NULL CHECK (quantity > 0),
      reduction boolean NOT NULL,
      net_minor bigint NOT NULL CHECK (net_minor >= 0),
      tax_minor bigint NOT NULL CHECK (tax_minor >= 0),
      fees_minor bigint NOT NULL CHECK (fees_minor >= 0),
      gross_minor bigint NOT NULL CHECK (gross_minor = net_minor + tax_minor + fees_minor),
      -- Each tax and fee by itself, in the order the quote showed them, in minor units as text.
      detail jsonb NOT NULL,
      PRIMARY KEY (refund_id, position)
    );
    CREATE TRIGGER refund_part_is_written_once BEFORE UPDATE OR DELETE ON refund_part
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- Keys and messages are forgotten after their time.
    CREATE INDEX idempotency_key_by_age ON idempotency_key (locked_until);
    CREATE INDEX webhook_by_age ON webhook (heard_at);
  `;
}
