import { SqlMigration } from '@reprise/platform/persistence';

/** Sets of proposed prices with a row an offer, and where sellers want none given in their name. */
export class CreatePriceProposals0017 extends SqlMigration {
  readonly sql = `
    CREATE TABLE price_proposal (
      proposal_id uuid PRIMARY KEY,
      number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
      version integer NOT NULL CHECK (version > 0),
      status text NOT NULL CHECK (status IN ('building', 'review', 'applying', 'applied', 'discarded')),
      from_market text NOT NULL,
      to_market text NOT NULL,
      currency text NOT NULL,
      rate_date date NOT NULL,
      source text NOT NULL,
      -- The quotes used, as they were published: a correction later does not change what was decided on.
      rates jsonb NOT NULL,
      margin_ppm integer NOT NULL,
      outlier_ppm integer NOT NULL,
      begun jsonb NOT NULL,
      decision jsonb,
      built_to uuid,
      CHECK ((decision IS NULL) = (status IN ('building', 'review')))
    );
    CREATE INDEX price_proposal_at_work ON price_proposal (number) WHERE status IN ('building', 'applying');

    CREATE TABLE price_proposal_row (
      proposal_id uuid NOT NULL REFERENCES price_proposal,
      offer_id uuid NOT NULL,
      seller_id uuid NOT NULL,
      sku text NOT NULL,
      variant_id uuid NOT NULL,
      grade text NOT NULL,
      from_currency text NOT NULL,
      from_minor bigint NOT NULL,
      converted_minor bigint NOT NULL,
      with_margin_minor bigint NOT NULL,
      proposed_minor bigint NOT NULL,
      min_minor bigint,
      max_minor bigint,
      price_minor bigint NOT NULL,
      reference_minor bigint,
      reference_of text CHECK (reference_of IN ('target', 'source')),
      deviation_ppm bigint,
      unit_cost_minor bigint,
      outlier boolean NOT NULL,
      below_cost boolean NOT NULL,
      below_min boolean NOT NULL,
      blockers jsonb NOT NULL,
      blocked boolean GENERATED ALWAYS AS (blockers <> '[]') STORED,
      opted_out boolean NOT NULL,
      excluded boolean NOT NULL,
      edited boolean NOT NULL,
      outcome text NOT NULL CHECK (outcome IN ('pending', 'applied', 'skipped')),
      skipped text,
      PRIMARY KEY (proposal_id, offer_id)
    );
    -- What approval gives a price, so that a batch does not read what is done already.
    CREATE INDEX price_proposal_row_to_apply ON price_proposal_row (proposal_id, offer_id)
      WHERE outcome = 'pending' AND NOT excluded AND NOT opted_out AND NOT blocked;
    CREATE INDEX price_proposal_row_by_deviation ON price_proposal_row
      (proposal_id, (abs(coalesce(deviation_ppm, 0))) DESC, offer_id);

    CREATE TABLE seeding_refusal (
      seller_id uuid PRIMARY KEY REFERENCES seller,
      everywhere boolean NOT NULL,
      markets jsonb NOT NULL,
      skus jsonb NOT NULL
    );
  `;
}
