import { SqlMigration } from '@reprise/platform/persistence';

/** Orders, where each stands, the money of each, and what makes requests and webhooks count once. Personal data is in `customer` alone. */
export class CreateOrders0001 extends SqlMigration {
  readonly sql = `
    CREATE TABLE market (
      market text PRIMARY KEY,
      version bigint NOT NULL,
      status text NOT NULL,
      region text NOT NULL,
      payment_methods jsonb NOT NULL
    );

    CREATE TABLE placed_order (
      order_id uuid PRIMARY KEY,
      market text NOT NULL,
      quote_id uuid NOT NULL UNIQUE,
      cart_id uuid,
      placed_at timestamptz NOT NULL,
      ship_country text NOT NULL,
      ship_region text,
      payment_method text NOT NULL,
      currency text NOT NULL,
      net_minor bigint NOT NULL,
      tax_minor bigint NOT NULL,
      fees_minor bigint NOT NULL,
      shipping_minor bigint NOT NULL,
      gross_minor bigint NOT NULL CHECK (gross_minor = net_minor + tax_minor + fees_minor + shipping_minor),
      shown jsonb NOT NULL
    );

    CREATE TABLE order_line (
      line_id uuid PRIMARY KEY,
      order_id uuid NOT NULL REFERENCES placed_order,
      position integer NOT NULL,
      offer_id uuid NOT NULL,
      seller_id uuid NOT NULL,
      variant_id uuid NOT NULL,
      quantity integer NOT NULL CHECK (quantity > 0),
      net_minor bigint NOT NULL,
      tax_minor bigint NOT NULL,
      gross_minor bigint NOT NULL,
      shown jsonb NOT NULL,
      margin_tax jsonb,
      UNIQUE (order_id, position)
    );

    CREATE TABLE customer (
      order_id uuid PRIMARY KEY REFERENCES placed_order,
      email text NOT NULL,
      name text NOT NULL,
      address jsonb NOT NULL
    );

    CREATE TABLE saga (
      order_id uuid PRIMARY KEY REFERENCES placed_order,
      state text NOT NULL,
      version bigint NOT NULL CHECK (version > 0),
      tries integer NOT NULL,
      reason text,
      due_at timestamptz
    );
    CREATE INDEX saga_due ON saga (due_at) WHERE due_at IS NOT NULL;

    CREATE TABLE order_event (
      order_id uuid NOT NULL REFERENCES placed_order,
      version bigint NOT NULL,
      state text NOT NULL,
      at timestamptz NOT NULL,
      detail text,
      PRIMARY KEY (order_id, version)
    );

    CREATE TABLE payment (
      order_id uuid PRIMARY KEY REFERENCES placed_order,
      idempotency_key text NOT NULL UNIQUE,
      currency text NOT NULL,
      amount_minor bigint NOT NULL CHECK (amount_minor > 0),
      method text NOT NULL,
      token text,
      reference text,
      captured_currency text,
      captured_minor bigint,
      CHECK ((reference IS NULL) = (captured_minor IS NULL) AND (reference IS NULL) = (captured_currency IS NULL)),
      CHECK (reference IS NULL OR token IS NULL)
    );

    -- One an order: a refund gives back everything captured.
    CREATE TABLE refund (
      refund_id uuid PRIMARY KEY,
      order_id uuid NOT NULL UNIQUE REFERENCES placed_order,
      idempotency_key text NOT NULL UNIQUE,
      currency text NOT NULL,
      amount_minor bigint NOT NULL CHECK (amount_minor > 0),
      charge_reference text NOT NULL,
      requested_by text NOT NULL,
      requested_at timestamptz NOT NULL DEFAULT now(),
      reference text
    );

    CREATE TABLE idempotency_key (
      scope text NOT NULL,
      key text NOT NULL,
      request_sha256 text NOT NULL,
      order_id uuid NOT NULL,
      locked_until timestamptz NOT NULL,
      answer_status integer,
      answer_body text,
      PRIMARY KEY (scope, key)
    );

    CREATE TABLE webhook (
      webhook_id text PRIMARY KEY,
      heard_at timestamptz NOT NULL DEFAULT now()
    );
  `;
}
