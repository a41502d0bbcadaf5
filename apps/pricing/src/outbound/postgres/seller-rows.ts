import type { DataOf } from '@reprise/contracts/events';
import { sellerChangedV1 } from '@reprise/contracts/events';
import { mustBeInstant, toIso } from '@reprise/kernel';
import { say } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import type { Seller } from '../../application/ports.js';
import type { SellerIdentity } from '../../domain/seller-life.js';
import type { ClosedGate } from '../../domain/quality-gate.js';

export const sellerColumns =
  'seller_id, version, name, established_in, status, demo, markets, handling_days, quality, quality_gates';

/** A closed gate as it is stored and said: moments as text. */
type GateJson = Omit<ClosedGate, 'since' | 'reviewFrom'> & { readonly since: string; readonly reviewFrom: string };

export interface SellerRow {
  readonly seller_id: string;
  readonly version: string;
  readonly name: string;
  readonly established_in: string;
  readonly status: Seller['status'];
  readonly demo: boolean;
  readonly markets: readonly string[] | null;
  readonly handling_days: number;
  readonly quality: Seller['quality'] | null;
  readonly quality_gates: readonly GateJson[];
}

/** The seller a row holds. */
export function sellerOfRow(row: SellerRow): Seller {
  return {
    sellerId: row.seller_id,
    version: Number(row.version),
    name: row.name,
    establishedIn: row.established_in,
    status: row.status,
    demo: row.demo,
    ...(row.markets !== null && { markets: row.markets }),
    handlingDays: row.handling_days,
    ...(row.quality !== null && { quality: row.quality }),
    gates: row.quality_gates.map((gate) => ({
      ...gate,
      since: mustBeInstant(gate.since),
      reviewFrom: mustBeInstant(gate.reviewFrom),
    })),
  };
}

/** Waits for whoever else changes the seller, whether there is a row yet or not. */
export async function lockSeller(tx: Tx, sellerId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [sellerId]);
}

export async function readSeller(tx: Pick<Tx, 'query'>, sellerId: string, lock = ''): Promise<Seller | undefined> {
  const [row] = await tx.query<SellerRow>(`SELECT ${sellerColumns} FROM seller WHERE seller_id = $1 ${lock}`, [
    sellerId,
  ]);
  return row && sellerOfRow(row);
}

/** Stores a seller and says it. */
export async function saveSeller(tx: Tx, seller: Seller): Promise<void> {
  const gates = (seller.gates ?? []).map(gateJson);
  await tx.query(
    `INSERT INTO seller (${sellerColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (seller_id) DO UPDATE SET version = excluded.version, name = excluded.name,
       established_in = excluded.established_in, status = excluded.status, demo = excluded.demo, markets = excluded.markets,
       handling_days = excluded.handling_days, quality = excluded.quality, quality_gates = excluded.quality_gates`,
    [
      ...[seller.sellerId, seller.version, seller.name, seller.establishedIn, seller.status, seller.demo],
      ...[jsonOf(seller.markets), seller.handlingDays ?? 1, jsonOf(seller.quality), JSON.stringify(gates)],
    ],
  );
  const particulars = particularsOf(await readIdentity(tx, seller.sellerId));
  await say(tx, sellerChangedV1, { data: { ...factOf(seller), ...particulars }, version: seller.version });
}

/** Who is not active sells nothing, whichever way they came to it: readers of `status` need to know no more. */
function factOf({ gates, ...seller }: Seller): DataOf<typeof sellerChangedV1> {
  return {
    sellerId: seller.sellerId,
    version: seller.version,
    name: seller.name,
    establishedIn: seller.establishedIn,
    status: seller.status === 'active' ? 'active' : 'suspended',
    state: seller.status,
    demo: seller.demo,
    ...(seller.markets !== undefined && { markets: [...seller.markets] }),
    handlingDays: seller.handlingDays ?? 1,
    ...(seller.quality !== undefined && { quality: seller.quality }),
    ...(gates !== undefined && gates.length > 0 && { qualityGates: gates.map(gateFactOf) }),
  };
}

type GateFact = NonNullable<DataOf<typeof sellerChangedV1>['qualityGates']>[number];

function gateFactOf({ market, category, grade, since, reviewFrom }: ClosedGate): GateFact {
  return {
    market,
    ...(category !== null && { category: category as NonNullable<GateFact['category']> }),
    ...(grade !== null && { grade: grade as NonNullable<GateFact['grade']> }),
    since: toIso(since),
    reviewFrom: toIso(reviewFrom),
  };
}

function gateJson({ since, reviewFrom, ...gate }: ClosedGate): GateJson {
  return { ...gate, since: toIso(since), reviewFrom: toIso(reviewFrom) };
}

function jsonOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** Who a seller is, once operations stated it. */
export async function readIdentity(from: Pick<Tx, 'query'>, sellerId: string): Promise<SellerIdentity | undefined> {
  const [row] = await from.query<{ identity: SellerIdentity }>(
    'SELECT identity FROM seller_identity WHERE seller_id = $1',
    [sellerId],
  );
  return row?.identity;
}

/** What of an identity stands on an invoice, which is for everybody it sells to. */
function particularsOf(identity: SellerIdentity | undefined): Pick<DataOf<typeof sellerChangedV1>, 'particulars'> {
  if (identity === undefined) return {};
  const { legalName, address, vatId, taxId } = identity;
  const taxNumber = vatId ?? taxId;
  return {
    particulars: {
      legalName,
      address: [address.line1, `${address.postalCode} ${address.city}`],
      ...(taxNumber !== undefined && { taxNumber }),
    },
  };
}
