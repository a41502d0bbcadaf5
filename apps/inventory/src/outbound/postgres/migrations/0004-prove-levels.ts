import { SqlMigration } from '@reprise/platform/persistence';

/**
 * Makes the database refuse a level that its movements do not explain: whatever a transaction adds to a level must be, at its commit, what
 * the movements of that version of the level sum to. So for any history the sum of an offer's movements is its level. Also what carts need:
 * markets' limits and the time of payment.
 */
export class ProveLevels0004 extends SqlMigration {
  readonly sql = `
    ALTER TABLE market_copy ADD COLUMN quantity_max int;
    -- Set when the buyer went to pay; from then on the hold is extended once.
    ALTER TABLE cart ADD COLUMN paying_since timestamptz;

    -- The version of the level that a movement made; null only in rows older than this rule.
    ALTER TABLE stock_movement ADD COLUMN level_version int;
    CREATE INDEX stock_movement_version ON stock_movement (offer_id, level_version);

    CREATE FUNCTION explain_level() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        moved record;
        was stock%ROWTYPE;
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          was := OLD;
          IF NEW.version <> OLD.version + 1 THEN
            RAISE EXCEPTION 'the stock of offer % changes without a version of its own', NEW.offer_id
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'stock_is_explained';
          END IF;
        ELSE was.on_hand := 0; was.reserved := 0; was.allocated := 0;
        END IF;
        SELECT coalesce(sum(on_hand), 0) AS on_hand, coalesce(sum(reserved), 0) AS reserved,
          coalesce(sum(allocated), 0) AS allocated INTO moved
          FROM stock_movement WHERE offer_id = NEW.offer_id AND level_version = NEW.version;
        IF (NEW.on_hand - was.on_hand, NEW.reserved - was.reserved, NEW.allocated - was.allocated)
          IS DISTINCT FROM (moved.on_hand, moved.reserved, moved.allocated) THEN
          RAISE EXCEPTION 'the movements of version % of the stock of offer % do not sum to its change', NEW.version, NEW.offer_id
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'stock_is_explained';
        END IF;
        RETURN NULL;
      END
    $$;
    CREATE CONSTRAINT TRIGGER stock_is_explained AFTER INSERT OR UPDATE ON stock
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION explain_level();

    CREATE FUNCTION refuse_loose_movement() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM stock WHERE offer_id = NEW.offer_id AND version = NEW.level_version
          AND xmin = pg_current_xact_id()::xid;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'a movement of offer % belongs to no change of its stock', NEW.offer_id
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'movement_moves_stock';
        END IF;
        RETURN NULL;
      END
    $$;
    CREATE CONSTRAINT TRIGGER movement_moves_stock AFTER INSERT ON stock_movement
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_loose_movement();
  `;
}
