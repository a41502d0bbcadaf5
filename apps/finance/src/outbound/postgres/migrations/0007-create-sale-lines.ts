import { SqlMigration } from '@reprise/platform/persistence';

/**
 * Sales line by line, so that totals can be asked for by seller, category, grade and treatment: line 0 is delivery and what is owed once an order,
 * so that lines sum to the sale. Beside them copies of what sales are looked at by, and what each region says it sold.
 * Filled here for sales heard before, whose amounts carry every decimal of their currency.
 */
export class CreateSaleLines0007 extends SqlMigration {
  readonly sql = `
    CREATE TABLE sale_line (
      event_id uuid NOT NULL,
      line_no smallint NOT NULL,
      line_id uuid,
      order_id uuid NOT NULL,
      kind text NOT NULL,
      region text NOT NULL,
      market text NOT NULL,
      currency text NOT NULL,
      occurred_at timestamptz NOT NULL,
      seller_id uuid,
      offer_id uuid,
      variant_id uuid,
      grade text,
      vat_scheme text,
      treatment text NOT NULL,
      quantity int NOT NULL,
      net_minor bigint NOT NULL,
      tax_minor bigint NOT NULL,
      fees_minor bigint NOT NULL,
      shipping_minor bigint NOT NULL,
      gross_minor bigint NOT NULL CHECK (gross_minor = net_minor + tax_minor + fees_minor + shipping_minor),
      PRIMARY KEY (event_id, line_no)
    );
    CREATE INDEX sale_line_by_time ON sale_line (occurred_at);
    CREATE INDEX sale_line_of_seller ON sale_line (seller_id, occurred_at);
    CREATE INDEX sale_line_of_offer ON sale_line (order_id, offer_id);
    CREATE TRIGGER sale_line_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sale_line
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE FUNCTION minor_of(money jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE AS
      $$ SELECT coalesce(replace(money->>'amount', '.', '')::bigint, 0) $$;
    WITH lines AS (
      SELECT s.event_id, l.no::smallint AS line_no, s.order_id, s.kind, s.region, s.market, s.currency, s.occurred_at, l.line,
        minor_of(l.line->'net') AS net, minor_of(l.line->'tax') AS tax,
        (SELECT coalesce(sum(minor_of(fee->'amount')), 0) FROM jsonb_array_elements(l.line->'fees') fee) AS fees
      FROM sale s CROSS JOIN LATERAL jsonb_array_elements(s.payload->'lines') WITH ORDINALITY AS l (line, no)
    )
    INSERT INTO sale_line
      SELECT event_id, line_no, (line->>'lineId')::uuid, order_id, kind, region, market, currency, occurred_at,
        (line->>'sellerId')::uuid, (line->>'offerId')::uuid, (line->>'variantId')::uuid, line->>'grade', line->>'vatScheme',
        coalesce((SELECT tax_line->>'treatment' FROM jsonb_array_elements(line->'taxLines') tax_line
                  ORDER BY minor_of(tax_line->'amount') DESC LIMIT 1), 'notTaxed'),
        (line->>'quantity')::int, net, tax, fees, 0, net + tax + fees
      FROM lines
      UNION ALL
      SELECT s.event_id, 0, NULL, s.order_id, s.kind, s.region, s.market, s.currency, s.occurred_at, NULL, NULL, NULL, NULL, NULL,
        coalesce((SELECT tax_line->>'treatment' FROM jsonb_array_elements(s.payload->'shipping'->'taxLines') tax_line LIMIT 1), 'notTaxed'),
        1, 0, s.tax_minor - l.tax, s.fees_minor - l.fees, s.shipping_minor, s.gross_minor - s.net_minor - l.tax - l.fees
      FROM sale s CROSS JOIN LATERAL (
        SELECT coalesce(sum(tax), 0) AS tax, coalesce(sum(fees), 0) AS fees FROM lines WHERE lines.event_id = s.event_id) l
      WHERE s.shipping_minor <> 0 OR s.tax_minor <> l.tax OR s.fees_minor <> l.fees;

    CREATE TABLE product_variant (
      variant_id uuid PRIMARY KEY,
      version bigint NOT NULL,
      product_id uuid NOT NULL,
      category text NOT NULL
    );

    CREATE TABLE sale_document (
      document_id uuid PRIMARY KEY,
      order_id uuid NOT NULL,
      subject_id uuid NOT NULL,
      kind text NOT NULL,
      number text NOT NULL,
      issuer_id text NOT NULL,
      issued_at timestamptz NOT NULL
    );
    CREATE INDEX sale_document_of_order ON sale_document (order_id);

    CREATE TABLE sale_tally (
      region text NOT NULL,
      day date NOT NULL,
      version bigint NOT NULL,
      up_to timestamptz NOT NULL,
      sums jsonb NOT NULL,
      PRIMARY KEY (region, day)
    );

    CREATE TABLE unit (
      unit_id uuid PRIMARY KEY,
      version bigint NOT NULL,
      seller_id uuid NOT NULL,
      offer_id uuid,
      variant_id uuid,
      status text NOT NULL,
      order_id uuid,
      supplier_kind text NOT NULL,
      vat_scheme text NOT NULL,
      currency text NOT NULL,
      cost_minor bigint NOT NULL,
      acquired_at date NOT NULL,
      document_ref text NOT NULL
    );
    CREATE INDEX unit_of_order ON unit (order_id, offer_id) WHERE order_id IS NOT NULL;
  `;
}
