/** A mistake people make, as an edit of built code, and the faults that must bring it to light. */
export interface PlantedBug {
  readonly name: string;
  readonly what: string;
  readonly edits: readonly { readonly file: string; readonly find: string; readonly put: string }[];
  /** Faults to run; between them they must find it. */
  readonly foundBy: readonly string[];
}

const inventory = 'apps/inventory/dist/outbound/postgres';
const messaging = 'libs/platform/dist/messaging';
const provider = 'apps/checkout/dist/outbound/provider/http-payment-provider.js';

export const bugs: readonly PlantedBug[] = [
  {
    name: 'unlocked-stock',
    what: 'stock is read, changed and written back without a lock, and nothing in the database objects',
    edits: [
      { file: `${inventory}/level-rows.js`, find: 'ORDER BY offer_id FOR UPDATE`', put: 'ORDER BY offer_id`' },
      {
        file: `${inventory}/migrations/0004-prove-levels.js`,
        find: 'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION explain_level();',
        put: 'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (false) EXECUTE FUNCTION explain_level();',
      },
      {
        file: `${inventory}/migrations/0004-prove-levels.js`,
        find: 'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_loose_movement();',
        put: 'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (false) EXECUTE FUNCTION refuse_loose_movement();',
      },
    ],
    foundBy: ['F15'],
  },
  {
    name: 'dropped-inbox',
    what: 'a fact that was heard before is heard again',
    edits: [
      {
        file: `${messaging}/take-messages.js`,
        find: 'healthy.filter((fact)=>!isNoted(fact) || unheard.delete(fact.id))',
        put: '[...healthy]',
      },
    ],
    foundBy: ['F10', 'F1'],
  },
  {
    name: 'mark-before-publish',
    what: 'the outbox row is marked published before Kafka has the fact',
    edits: [
      {
        file: `${messaging}/outbox-relay.js`,
        find: "this.options.faultPoint?.('relay.before-publish');",
        put: "await markPublished(lock, batch); this.options.faultPoint?.('relay.before-publish');",
      },
    ],
    foundBy: ['F1', 'F3'],
  },
  {
    name: 'publish-before-commit',
    what: 'the fact is committed, and so published, before the change it tells of',
    edits: [
      {
        file: `${messaging}/say-fact.js`,
        find: "    await insertMany(tx, 'outbox', outboxColumns, rows);\n    if",
        put: "    await insertMany(tx, 'outbox', outboxColumns, rows);\n    await tx.query('COMMIT'); await tx.query('BEGIN');\n    if",
      },
    ],
    foundBy: ['F1', 'F5'],
  },
  {
    name: 'cursor-outbox',
    what: 'the relay remembers the last id it read and steps over whoever commits late',
    edits: [
      {
        file: `${messaging}/outbox-rows.js`,
        find: 'WHERE published_at IS NULL AND topic <> ALL ($1)',
        put: 'WHERE published_at IS NULL AND topic <> ALL ($1) AND id > ${globalThis.lastOutboxId ?? 0}',
      },
      {
        file: `${messaging}/outbox-rows.js`,
        find: '    return rows.flatMap((row)=>{',
        put: '    globalThis.lastOutboxId = rows.at(-1)?.id ?? globalThis.lastOutboxId;\n    return rows.flatMap((row)=>{',
      },
    ],
    foundBy: ['F14', 'F18'],
  },
  {
    name: 'concurrent-send',
    what: 'the idempotent producer has several batches in flight and sends on after one failed',
    edits: [
      {
        file: `${messaging}/outbox-relay.js`,
        find: 'for (const batch of batchesOf(rows))await this.publish(lock, batch);',
        put: 'await Promise.all(rows.map((row)=>this.publish(lock, [row])));',
      },
      {
        file: `${messaging}/publish-batch.js`,
        find: 'if (this.failedBatch !== undefined && this.failedBatch !== batch) await this.discard();',
        put: '',
      },
      { file: `${messaging}/publish-batch.js`, find: 'maxInFlightRequests: 1,', put: 'maxInFlightRequests: 5,' },
    ],
    foundBy: ['F4', 'F3'],
  },
  {
    name: 'timeout-means-declined',
    what: 'a payment nobody answered for counts as declined',
    edits: [
      {
        file: provider,
        find: "idempotencyKey, body);\n        if (typeof heard === 'string') return {\n            kind: 'unanswered',\n            why: heard\n        };\n        // Only",
        put: "idempotencyKey, body);\n        if (typeof heard === 'string') return {\n            kind: 'declined',\n            code: 'timeout'\n        };\n        // Only",
      },
    ],
    foundBy: ['F17'],
  },
];
