import type { Instant, LocalDay } from '@reprise/kernel';
import { localDayAt } from '@reprise/kernel';

/** The order line as it was paid for. */
export interface LineSale {
  readonly market: string;
  readonly sellerId: string;
  readonly variantId: string;
  readonly grade: string;
  readonly quantity: number;
  readonly soldAt: Instant;
  /** The parcel is late from this moment on. */
  readonly dispatchBy: Instant;
}

/** Pieces of the line in one parcel. */
export interface LineParcel {
  readonly shipmentId: string;
  readonly version: number;
  readonly shippedAt: Instant;
  readonly quantity: number;
}

/** Pieces of the line that did not stay with their buyer. */
export interface LineReturn {
  readonly returnId: string;
  readonly version: number;
  readonly kind: 'withdrawal' | 'return' | 'warrantyClaim' | 'cancellation';
  readonly reason: string;
  readonly status: string;
  readonly requestedAt: Instant;
  readonly shippedAt: Instant | undefined;
  /** When the seller was first heard to have answered; undefined while nobody has, and where there is nothing to answer. */
  readonly answeredAt: Instant | undefined;
  readonly quantity: number;
}

/** What is known of one order line. Merging is by newest version, so that it does not matter in which order facts were heard, or how often. */
export interface QualityLine {
  readonly lineId: string;
  readonly sale: LineSale | undefined;
  readonly parcels: readonly LineParcel[];
  readonly returns: readonly LineReturn[];
}

/** What is counted. A claim belongs to the day its device was sent, a cancellation and an answer to the day of the order and of the question. */
export const qualityCounters = [
  'ordered',
  'cancelled',
  'shipped',
  'late',
  'failed30',
  'failed90',
  'failed365',
  'deadOnArrival',
  'wrongGrade',
  'answered',
  'answerMinutes',
] as const;
export type QualityCounter = (typeof qualityCounters)[number];
export type QualityCounts = { readonly [Counter in QualityCounter]: number };

export const noCounts: QualityCounts = {
  ordered: 0,
  cancelled: 0,
  shipped: 0,
  late: 0,
  failed30: 0,
  failed90: 0,
  failed365: 0,
  deadOnArrival: 0,
  wrongGrade: 0,
  answered: 0,
  answerMinutes: 0,
};

/** Days from dispatch within which a defect counts, for each of the three rates. */
export const failureWindowsDays = [30, 90, 365] as const;
export type FailureWindowDays = (typeof failureWindowsDays)[number];

export function emptyLine(lineId: string): QualityLine {
  return { lineId, sale: undefined, parcels: [], returns: [] };
}

/** A line is paid for once: a second telling is the same. */
export function withSale(line: QualityLine, sale: LineSale): QualityLine {
  return line.sale === undefined ? { ...line, sale } : line;
}

export function withParcel(line: QualityLine, parcel: LineParcel): QualityLine {
  return { ...line, parcels: newest(line.parcels, parcel, ({ shipmentId }) => shipmentId) };
}

/** The newest version, and of all versions the first moment the seller had answered: an earlier version may be heard later. */
export function withReturn(line: QualityLine, told: LineReturn): QualityLine {
  const known = line.returns.find(({ returnId }) => returnId === told.returnId);
  const answers = [known?.answeredAt, told.answeredAt].filter((at) => at !== undefined);
  const answeredAt = answers.length === 0 ? undefined : (Math.min(...answers) as Instant);
  const returns = newest(line.returns, told, ({ returnId }) => returnId);
  return {
    ...line,
    returns: returns.map((each) => (each.returnId === told.returnId ? { ...each, answeredAt } : each)),
  };
}

function newest<T extends { readonly version: number }>(
  known: readonly T[],
  told: T,
  idOf: (each: T) => string,
): readonly T[] {
  const before = known.find((each) => idOf(each) === idOf(told));
  if (before !== undefined && before.version >= told.version) return known;
  return [...known.filter((each) => each !== before), told].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

/** What a line adds to each day, in UTC. A line nobody is known to have paid for adds nothing yet. */
export function countLine(line: QualityLine): ReadonlyMap<LocalDay, QualityCounts> {
  const days = new Map<LocalDay, Record<QualityCounter, number>>();
  const { sale } = line;
  if (sale === undefined) return days;
  const add = (at: Instant, counter: QualityCounter, count: number): void => {
    if (count === 0) return;
    const day = localDayAt(at, 'UTC');
    let counts = days.get(day);
    if (counts === undefined) days.set(day, (counts = { ...noCounts }));
    counts[counter] += count;
  };
  add(sale.soldAt, 'ordered', sale.quantity);
  add(sale.soldAt, 'cancelled', Math.min(sale.quantity, piecesOf(line.returns.filter(isCancelledBySeller))));
  for (const { shippedAt, quantity } of line.parcels) {
    add(shippedAt, 'shipped', quantity);
    if (shippedAt > sale.dispatchBy) add(shippedAt, 'late', quantity);
  }
  countClaims(line, add);
  for (const { requestedAt, answeredAt } of line.returns) {
    if (answeredAt === undefined) continue;
    add(requestedAt, 'answered', 1);
    add(requestedAt, 'answerMinutes', Math.max(0, Math.round((answeredAt - requestedAt) / 60_000)));
  }
  return days;
}

/** Not sent because the seller could not, whoever asked for it. What a buyer called off is no fault of the seller's. */
function isCancelledBySeller({ kind, reason, status }: LineReturn): boolean {
  return kind === 'cancellation' && reason === 'cannotSupply' && status !== 'rejected';
}

type Add = (at: Instant, counter: QualityCounter, count: number) => void;

/** Each piece sent can fail once and be of the wrong grade once; the claims made first count. */
function countClaims(line: QualityLine, add: Add): void {
  const claims = line.returns
    .filter(({ kind, status }) => kind !== 'cancellation' && status !== 'rejected')
    .sort((a, b) => a.requestedAt - b.requestedAt || (a.returnId < b.returnId ? -1 : 1));
  const failures = new PiecesSent(line.parcels);
  for (const claim of claims.filter(isFailure))
    for (const { shippedAt, quantity } of failures.take(claim)) {
      const ageDays = (claim.requestedAt - shippedAt) / dayMs;
      for (const days of failureWindowsDays) if (ageDays <= days) add(shippedAt, `failed${days}`, quantity);
      if (claim.reason === 'deadOnArrival' && ageDays <= noticedWithinDays) add(shippedAt, 'deadOnArrival', quantity);
    }
  const misgraded = new PiecesSent(line.parcels);
  for (const claim of claims.filter(({ reason }) => reason === 'wrongGrade'))
    for (const { shippedAt, quantity } of misgraded.take(claim))
      if ((claim.requestedAt - shippedAt) / dayMs <= noticedWithinDays) add(shippedAt, 'wrongGrade', quantity);
}

const dayMs = 86_400_000;
/** What can be seen when the parcel is opened is complained of within a month of dispatch. */
export const noticedWithinDays = 30;

/** Of a defect, whatever right the buyer used to give it back; a claim under the warranty for what is no defect is not one. */
function isFailure({ kind, reason }: LineReturn): boolean {
  return reason === 'defect' || reason === 'deadOnArrival' || (kind === 'warrantyClaim' && reason === 'other');
}

/** Pieces nobody has claimed yet, by parcel. */
class PiecesSent {
  private readonly left: { readonly shippedAt: Instant; quantity: number }[];

  constructor(parcels: readonly LineParcel[]) {
    this.left = parcels.map(({ shippedAt, quantity }) => ({ shippedAt, quantity }));
  }

  /** The pieces of a claim: from the parcel it names, then from any sent before it was made. Never more than were sent. */
  take({ shippedAt, requestedAt, quantity }: LineReturn): { readonly shippedAt: Instant; readonly quantity: number }[] {
    const sent = this.left
      .filter((parcel) => parcel.shippedAt <= requestedAt)
      .sort(
        (a, b) => Number(b.shippedAt === shippedAt) - Number(a.shippedAt === shippedAt) || a.shippedAt - b.shippedAt,
      );
    let wanted = quantity;
    return sent.flatMap((parcel) => {
      const taken = Math.min(wanted, parcel.quantity);
      wanted -= taken;
      parcel.quantity -= taken;
      return taken === 0 ? [] : [{ shippedAt: parcel.shippedAt, quantity: taken }];
    });
  }
}

function piecesOf(returns: readonly LineReturn[]): number {
  return returns.reduce((sum, { quantity }) => sum + quantity, 0);
}
