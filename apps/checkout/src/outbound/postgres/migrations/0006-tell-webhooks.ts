import { SqlMigration } from '@reprise/platform/persistence';

/** Where sellers and operators are told of what happened, what they were told, and every attempt at it. */
export class TellWebhooks0006 extends SqlMigration {
  readonly sql = `
    CREATE TABLE webhook_target (
      webhook_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      owner text NOT NULL,
      webhook_id text NOT NULL,
      url text NOT NULL,
      event_types text[] NOT NULL,
      market text,
      -- Has to be known in clear: it signs. After a rotation the one before signs too, for a while.
      secret text NOT NULL,
      secret_before text,
      secret_before_until timestamptz,
      disabled_because text CHECK (disabled_because IN ('byOwner', 'failing', 'gone')),
      failing_since timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (owner, webhook_id)
    );

    CREATE TABLE webhook_message (
      message_id uuid PRIMARY KEY,
      owner text NOT NULL,
      -- What happened, so that a fact heard again is one message.
      news_key text NOT NULL,
      type text NOT NULL,
      market text,
      happened_at timestamptz NOT NULL,
      body text NOT NULL,
      noted_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (owner, news_key)
    );
    CREATE INDEX webhook_message_by_time ON webhook_message (owner, happened_at);
    CREATE INDEX webhook_message_by_noting ON webhook_message (noted_at);

    CREATE TABLE webhook_delivery (
      delivery_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      webhook_key bigint NOT NULL REFERENCES webhook_target ON DELETE CASCADE,
      message_id uuid NOT NULL REFERENCES webhook_message ON DELETE CASCADE,
      state text NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'delivered', 'failed')),
      tries integer NOT NULL DEFAULT 0,
      due_at timestamptz NOT NULL DEFAULT now(),
      -- Somebody is sending it until then; later they are taken to have died.
      leased_until timestamptz,
      UNIQUE (webhook_key, message_id)
    );
    CREATE INDEX webhook_delivery_due ON webhook_delivery (due_at, delivery_id) WHERE state = 'due';
    CREATE INDEX webhook_delivery_of_webhook ON webhook_delivery (webhook_key, state);
    CREATE INDEX webhook_delivery_of_message ON webhook_delivery (message_id);

    CREATE TABLE webhook_attempt (
      attempt_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      delivery_id bigint NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
      attempted_at timestamptz NOT NULL DEFAULT now(),
      took_ms integer NOT NULL,
      status integer,
      error text
    );
    CREATE INDEX webhook_attempt_of_delivery ON webhook_attempt (delivery_id, attempt_id);

    -- What sellers were when they were last heard of: a move is told, being is not.
    CREATE TABLE webhook_seller (
      seller_id text PRIMARY KEY,
      version bigint NOT NULL,
      status text NOT NULL
    );
  `;
}
