import type {
  DataOf,
  fxRatePublishedV1,
  productChangedV1,
  saleDocumentedV1,
  salesTalliedV1,
  saleShippedV1,
  unitChangedV1,
} from '@reprise/contracts/events';
import { Money } from '@reprise/kernel';
import type { HeardFact } from '@reprise/platform/messaging';
import { insertMany, upsertNewer } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';

/** Keeps the category of every variant. */
export async function adoptProducts(tx: Tx, facts: readonly DataOf<typeof productChangedV1>[]): Promise<void> {
  await upsertNewer(
    tx,
    'product_variant',
    ['variant_id'],
    { variant_id: 'uuid', version: 'bigint', product_id: 'uuid', category: 'text' },
    facts.flatMap(({ productId, version, category, variants }) =>
      variants.map(({ variantId }) => ({ variant_id: variantId, version, product_id: productId, category })),
    ),
  );
}

/** Keeps every version of every rate: what was booked at one can be worked out again. */
export async function adoptRates(tx: Tx, facts: readonly DataOf<typeof fxRatePublishedV1>[]): Promise<void> {
  await insertMany(
    tx,
    'fx_rate',
    { source: 'text', currency: 'text', rate_date: 'date', version: 'integer', base: 'text', rate: 'numeric' },
    facts.map(({ source, currency, date, version, base, rate }) => ({
      ...{ source, currency, version, base, rate },
      rate_date: date,
    })),
    'ON CONFLICT DO NOTHING',
  );
}

/** Keeps the newest version of each unit, as far as the VAT on its margin depends on it. */
export async function adoptUnits(tx: Tx, facts: readonly DataOf<typeof unitChangedV1>[]): Promise<void> {
  await upsertNewer(
    tx,
    'unit',
    ['unit_id'],
    unitColumns,
    facts.map(({ unitId, version, sellerId, offerId, variantId, status, orderId, acquisition }) => {
      const cost = Money.fromJson(acquisition.cost);
      return {
        unit_id: unitId,
        version,
        seller_id: sellerId,
        offer_id: offerId ?? null,
        variant_id: variantId ?? null,
        status,
        order_id: orderId ?? null,
        supplier_kind: acquisition.supplierKind,
        vat_scheme: acquisition.vatScheme,
        currency: cost.currency,
        cost_minor: cost.minor,
        acquired_at: acquisition.acquiredAt,
        document_ref: acquisition.documentRef,
      };
    }),
  );
}

/** Keeps the newest tally of each region and day. */
export async function adoptTallies(tx: Tx, facts: readonly DataOf<typeof salesTalliedV1>[]): Promise<void> {
  await upsertNewer(
    tx,
    'sale_tally',
    ['region', 'day'],
    { region: 'text', day: 'date', version: 'bigint', up_to: 'timestamptz', sums: 'jsonb' },
    facts.map(({ region, day, version, upTo, sums }) => ({ region, day, version, up_to: upTo, sums })),
  );
}

/** Notes the numbers of documents. */
export async function noteDocuments(tx: Tx, facts: readonly DataOf<typeof saleDocumentedV1>[]): Promise<void> {
  await insertMany(
    tx,
    'sale_document',
    {
      document_id: 'uuid',
      order_id: 'uuid',
      subject_id: 'uuid',
      kind: 'text',
      number: 'text',
      issuer_id: 'text',
      issued_at: 'timestamptz',
    },
    facts.map(({ documentId, orderId, subjectId, kind, number, issuerId, issuedAt }) => ({
      document_id: documentId,
      order_id: orderId,
      subject_id: subjectId,
      ...{ kind, number },
      issuer_id: issuerId,
      issued_at: issuedAt,
    })),
    'ON CONFLICT DO NOTHING',
  );
}

/** Notes parcels, and that what they earn is to be booked. */
export async function noteGoodsSent(tx: Tx, facts: readonly HeardFact<DataOf<typeof saleShippedV1>>[]): Promise<void> {
  const added = await insertMany<typeof goodsColumns, { shipment_id: string; order_id: string }>(
    tx,
    'goods_sent',
    goodsColumns,
    facts.map(({ id, data }) => ({
      shipment_id: data.shipmentId,
      event_id: id,
      order_id: data.orderId,
      lines: data.lines,
      occurred_at: data.shippedAt,
    })),
    'ON CONFLICT DO NOTHING RETURNING shipment_id, order_id',
  );
  await insertMany(
    tx,
    'posting_due',
    { source: 'text', source_id: 'uuid', order_id: 'uuid' },
    added.map(({ shipment_id, order_id }) => ({ source: 'shipment', source_id: shipment_id, order_id })),
  );
}

const goodsColumns = {
  shipment_id: 'uuid',
  event_id: 'uuid',
  order_id: 'uuid',
  lines: 'jsonb',
  occurred_at: 'timestamptz',
} as const;

const unitColumns = {
  unit_id: 'uuid',
  version: 'bigint',
  seller_id: 'uuid',
  offer_id: 'uuid',
  variant_id: 'uuid',
  status: 'text',
  order_id: 'uuid',
  supplier_kind: 'text',
  vat_scheme: 'text',
  currency: 'text',
  cost_minor: 'bigint',
  acquired_at: 'date',
  document_ref: 'text',
} as const;
