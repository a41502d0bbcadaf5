import type { Instant, LocalDay } from '@reprise/kernel';
import { mustBeInstant, toIso } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import { emptyLine, qualityCounters } from '../../domain/line-quality.js';
import type {
  LineParcel,
  LineReturn,
  LineSale,
  QualityCounter,
  QualityCounts,
  QualityLine,
} from '../../domain/line-quality.js';
import type { DayOfQuality } from '../../domain/quality-figures.js';

/** The column of each counter. */
export const columnOf: { readonly [Counter in QualityCounter]: string } = {
  ordered: 'ordered',
  cancelled: 'cancelled',
  shipped: 'shipped',
  late: 'late',
  failed30: 'failed30',
  failed90: 'failed90',
  failed365: 'failed365',
  deadOnArrival: 'dead_on_arrival',
  wrongGrade: 'wrong_grade',
  answered: 'answered',
  answerMinutes: 'answer_minutes',
};

const sums = qualityCounters.map((counter) => `sum(q.${columnOf[counter]})::bigint AS "${counter}"`).join(', ');

/** Counters by day, market, category and grade: goods of a category the catalogue forgot are of another. */
export async function readQualityDays(
  { query }: { readonly query: Tx['query'] },
  sellerId: string,
  since: LocalDay,
): Promise<readonly DayOfQuality[]> {
  const rows = await query<
    { day: LocalDay; market: string; category: string; grade: string } & Record<QualityCounter, string>
  >(
    `SELECT q.day::text AS day, q.market, coalesce(p.category, 'other') AS category, q.grade, ${sums}
     FROM quality_day q
     LEFT JOIN variant v ON v.variant_id = q.variant_id
     LEFT JOIN product p ON p.product_id = v.product_id
     WHERE q.seller_id = $1 AND q.day >= $2::date
     GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    [sellerId, since],
  );
  return rows.map(({ day, market, category, grade, ...row }) => ({
    ...{ day, market, category, grade },
    counts: Object.fromEntries(qualityCounters.map((name) => [name, Number(row[name])])) as unknown as QualityCounts,
  }));
}

/** A line as it is stored: moments as text. */
interface LineJson {
  readonly sale?: Omit<LineSale, 'soldAt' | 'dispatchBy'> & { readonly soldAt: string; readonly dispatchBy: string };
  readonly parcels: readonly (Omit<LineParcel, 'shippedAt'> & { readonly shippedAt: string })[];
  readonly returns: readonly (Omit<LineReturn, 'requestedAt' | 'shippedAt' | 'answeredAt'> & {
    readonly requestedAt: string;
    readonly shippedAt?: string;
    readonly answeredAt?: string;
  })[];
}

/** Locks the lines, known or not, against other consumers, and reads what is known of them. */
export async function holdLines(tx: Tx, lineIds: readonly string[]): Promise<Map<string, QualityLine>> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(id, 3)) FROM (SELECT DISTINCT unnest($1::text[]) AS id ORDER BY id) ids`,
    [lineIds],
  );
  const rows = await tx.query<{ line_id: string; content: LineJson }>(
    'SELECT line_id, content FROM quality_line WHERE line_id = ANY($1::uuid[])',
    [lineIds],
  );
  const known = new Map(rows.map(({ line_id, content }) => [line_id, lineOf(line_id, content)]));
  return new Map(lineIds.map((lineId) => [lineId, known.get(lineId) ?? emptyLine(lineId)]));
}

function lineOf(lineId: string, { sale, parcels, returns }: LineJson): QualityLine {
  return {
    lineId,
    sale: sale && { ...sale, soldAt: mustBeInstant(sale.soldAt), dispatchBy: mustBeInstant(sale.dispatchBy) },
    parcels: parcels.map((parcel) => ({ ...parcel, shippedAt: mustBeInstant(parcel.shippedAt) })),
    returns: returns.map(({ requestedAt, shippedAt, answeredAt, ...told }) => ({
      ...told,
      requestedAt: mustBeInstant(requestedAt),
      shippedAt: momentOf(shippedAt),
      answeredAt: momentOf(answeredAt),
    })),
  };
}

function momentOf(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : mustBeInstant(text);
}

export function lineJson({ sale, parcels, returns }: QualityLine): LineJson {
  return {
    ...(sale !== undefined && { sale: { ...sale, soldAt: toIso(sale.soldAt), dispatchBy: toIso(sale.dispatchBy) } }),
    parcels: parcels.map((parcel) => ({ ...parcel, shippedAt: toIso(parcel.shippedAt) })),
    returns: returns.map(({ requestedAt, shippedAt, answeredAt, ...told }) => ({
      ...told,
      requestedAt: toIso(requestedAt),
      ...(shippedAt !== undefined && { shippedAt: toIso(shippedAt) }),
      ...(answeredAt !== undefined && { answeredAt: toIso(answeredAt) }),
    })),
  };
}
