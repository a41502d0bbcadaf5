import { salesTalliedV1 } from '@reprise/contracts/events';
import type { DataOf, saleRecordedV1 } from '@reprise/contracts/events';
import type { Instant } from '@reprise/kernel';
import { Money, mustBeCurrency } from '@reprise/kernel';
import { say } from '@reprise/platform/messaging';
import { insertMany } from '@reprise/platform/persistence';
import type { Database, Tx } from '@reprise/platform/persistence';
import type { SalesTallies } from '../../application/tally-sales.js';

type Sums = DataOf<typeof salesTalliedV1>['sums'];

/** Notes sales and refunds in the transaction that says them, under the moment their facts bear. */
export async function noteSaid(
  tx: Tx,
  sales: readonly DataOf<typeof saleRecordedV1>[],
  occurredAt: Date,
): Promise<void> {
  await insertMany(
    tx,
    'sale_said',
    {
      sale_id: 'uuid',
      kind: 'text',
      market: 'text',
      currency: 'text',
      gross_minor: 'bigint',
      occurred_at: 'timestamptz',
    },
    sales.map(({ saleId, kind, market, totals }) => {
      const gross = Money.fromJson(totals.gross);
      return {
        sale_id: saleId,
        ...{ kind, market, currency: gross.currency },
        gross_minor: gross.minor,
        occurred_at: occurredAt,
      };
    }),
    'ON CONFLICT DO NOTHING',
  );
}

/** Tallies of days, counted from the rows of what was said. */
export class PostgresSalesTallies implements SalesTallies {
  constructor(
    private readonly database: Database,
    private readonly region: string,
  ) {}

  tally(since: Instant, upTo: Instant): Promise<number> {
    return this.database.inTransaction(async (tx) => {
      // Of two processes one says a day.
      const [row] = await tx.query<{ mine: boolean }>(
        `SELECT pg_try_advisory_xact_lock(hashtextextended('checkout sale tally', 0)) AS mine`,
      );
      if (row?.mine !== true) return 0;
      const days = await tx.query<DayRow>(
        `SELECT counted.*, sale_tally.version FROM (
           SELECT day::text, jsonb_agg(jsonb_build_object('market', market, 'kind', kind, 'currency', currency, 'count', count,
               'grossMinor', gross_minor::text) ORDER BY market, kind, currency) AS sums,
             least($2::timestamptz, (day + 1)::timestamp AT TIME ZONE 'UTC') AS up_to
           FROM (SELECT (occurred_at AT TIME ZONE 'UTC')::date AS day, market, kind, currency, count(*)::int AS count,
                   sum(gross_minor) AS gross_minor
                 FROM sale_said
                 WHERE occurred_at >= date_trunc('day', $1::timestamptz, 'UTC') AND occurred_at < $2
                 GROUP BY 1, 2, 3, 4) said
           GROUP BY day) counted
         LEFT JOIN sale_tally ON sale_tally.day = counted.day::date
         WHERE sale_tally.sums IS DISTINCT FROM counted.sums
            -- A day that is over is said to be, once.
            OR (sale_tally.up_to < counted.up_to AND counted.up_to < $2)
         ORDER BY 1`,
        [new Date(since), new Date(upTo)],
      );
      for (const day of days) await this.say(tx, day);
      return days.length;
    });
  }

  private async say(tx: Tx, { day, sums, up_to, version }: DayRow): Promise<void> {
    const next = (version ?? 0) + 1;
    await tx.query(
      `INSERT INTO sale_tally (day, version, up_to, sums) VALUES ($1, $2, $3, $4)
       ON CONFLICT (day) DO UPDATE SET version = $2, up_to = $3, sums = $4`,
      [day, next, up_to, JSON.stringify(sums)],
    );
    const { region } = this;
    await say(tx, salesTalliedV1, {
      data: {
        tallyId: `${region}/${day}`,
        version: next,
        ...{ region, day, upTo: up_to.toISOString(), sums: sums.map(sumOf) },
      },
      version: next,
    });
  }
}

interface DayRow {
  readonly day: string;
  readonly sums: readonly SumRow[];
  readonly up_to: Date;
  readonly version: number | null;
}

interface SumRow {
  readonly market: string;
  readonly kind: Sums[number]['kind'];
  readonly currency: string;
  readonly count: number;
  readonly grossMinor: string;
}

function sumOf({ market, kind, currency, count, grossMinor }: SumRow): Sums[number] {
  return { market, kind, count, gross: Money.ofMinor(BigInt(grossMinor), mustBeCurrency(currency)).toJSON() };
}
