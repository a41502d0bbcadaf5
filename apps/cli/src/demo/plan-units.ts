import { luhnCheckDigit, Money, ratioOfBp } from '@reprise/kernel';
import type { DemoSeller } from './demo-files.js';
import type { DemoMarket, DemoProduct, OfferLine } from './plan-offers.js';
import { seededRandom } from './seeded-random.js';
import type { SeededRandom } from './seeded-random.js';

/** A unit as `POST /v1/seller/units/bulk` takes it. */
export interface UnitLine {
  readonly sku: string;
  readonly imei?: string;
  readonly imei2?: string;
  readonly serial?: string;
  readonly brand: string;
  readonly grade: OfferLine['grade'];
  readonly unitCost: { readonly amount: string; readonly currency: string };
  readonly acquisition: {
    readonly supplierKind: string;
    readonly documentRef: string;
    readonly acquiredAt: string;
    readonly country: string;
  };
  readonly batteryHealth?: number;
  readonly checks?: Readonly<Record<string, string>>;
  readonly status: 'received' | 'tested' | 'listed';
}

export interface UnitPlanInput {
  readonly seed: string;
  readonly seller: DemoSeller;
  readonly offers: readonly OfferLine[];
  readonly markets: readonly DemoMarket[];
  readonly products: ReadonlyMap<string, DemoProduct>;
  readonly asOfYear: number;
}

/** How many of ten offers have units in the ledger, and how many units of one offer at most. */
const withUnitsOfTen = 6;
const unitsMost = 3;
/** What has a radio has an IMEI; everything else a serial number. */
const hasImei = new Set(['smartphone']);
/** What a seller pays, in basis points of the price it asks: the rest is work, parts, commission and margin. */
const costBp = [5_800, 7_600] as const;
/** Of a hundred units bought without deductible VAT. */
const marginSuppliers = [
  { below: 70, kind: 'private' },
  { below: 85, kind: 'marginDealer' },
  { below: 95, kind: 'smallEnterprise' },
  { below: 100, kind: 'exempt' },
] as const;

/**
 * The units behind a good part of a demo seller's offers: what each cost, from whom it came, and that it was tested. Generated and labelled so:
 * references begin with DEMO, and IMEIs with 00, which the numbering plan keeps for test equipment, so that none is anybody's phone.
 */
export function planUnits(input: UnitPlanInput): UnitLine[] {
  const byVariant = new Map(
    [...input.products.values()].flatMap((product) => product.variants.map(({ id }) => [id, product] as const)),
  );
  return input.offers.flatMap((offer) => {
    const product = byVariant.get(offer.variantId);
    const random = seededRandom(`${input.seed}/${input.seller.id}/${offer.sku}/units`);
    if (product === undefined || random.between(1, 10) > withUnitsOfTen) return [];
    return Array.from({ length: Math.min(offer.quantity, unitsMost) }, (_, i) =>
      unitOf(offer, product, input, random, i),
    );
  });
}

function unitOf(
  offer: OfferLine,
  product: DemoProduct,
  { seller, markets, asOfYear }: UnitPlanInput,
  random: SeededRandom,
  index: number,
): UnitLine {
  const draws = {
    cost: random.between(...costBp),
    supplier: random.between(0, 99),
    day: random.between(0, 364),
    status: random.between(1, 20),
    names: [random.between(0, 999_999), random.between(0, 999_999)] as const,
    second: random.between(1, 4) === 1,
    serial: random.between(0, 999_999_999),
  };
  const acquiredAt = new Date(Date.UTC(asOfYear - 1, 0, 1 + draws.day)).toISOString().slice(0, 10);
  // Most are on sale; one of twenty has just come in, another is tested and waits for its photograph.
  const status = draws.status === 1 ? 'received' : draws.status === 2 ? 'tested' : 'listed';
  const ref = `${offer.sku.slice(5)}-${index + 1}`;
  return {
    sku: offer.sku,
    ...namesOf(product, draws),
    brand: product.brand,
    grade: offer.grade,
    unitCost: costOf(offer, markets, draws.cost),
    acquisition: {
      supplierKind: supplierOf(offer.vatScheme, draws.supplier),
      documentRef: `DEMO-PO-${ref}`,
      acquiredAt,
      country: seller.establishedIn,
    },
    ...(offer.batteryHealth !== undefined && { batteryHealth: offer.batteryHealth }),
    ...(status !== 'received' && {
      checks: {
        ...{ wipeCertificateRef: `DEMO-WIPE-${ref}`, blacklist: 'clear', accountLock: 'off', deviceManagement: 'off' },
      },
    }),
    status,
  };
}

function namesOf(
  { category }: DemoProduct,
  { names: [high, low], second, serial }: { names: readonly [number, number]; second: boolean; serial: number },
): Pick<UnitLine, 'imei' | 'imei2' | 'serial'> {
  if (!hasImei.has(category))
    return { serial: `DEMO-${String(serial).padStart(9, '0')}-${String(low).padStart(6, '0')}` };
  const imei = testImei(high, low);
  return second ? { imei, imei2: testImei(high, (low + 500_000) % 1_000_000) } : { imei };
}

/** Reporting body 00 stands for test equipment (GSMA TS.06): no such device is ever sold. */
function testImei(high: number, low: number): string {
  const body = `00${String(high).padStart(6, '0')}${String(low).padStart(6, '0')}`;
  return body + luhnCheckDigit(body);
}

function supplierOf(vatScheme: string, draw: number): string {
  if (vatScheme !== 'MARGINAL') return 'business';
  return marginSuppliers.find(({ below }) => draw < below)?.kind ?? 'private';
}

/** Bought in the currency of the first market it is listed in. */
function costOf({ prices }: OfferLine, markets: readonly DemoMarket[], costShareBp: number): UnitLine['unitCost'] {
  const [price] = prices;
  const market = markets.find(({ code }) => code === price?.market);
  if (price === undefined || market === undefined) throw new Error('a demo offer is listed in a market of its region');
  return Money.of(price.amount, market.currency).timesRatio(ratioOfBp(costShareBp), 'halfUp').toJSON();
}
