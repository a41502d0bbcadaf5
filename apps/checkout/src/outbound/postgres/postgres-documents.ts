import { saleDocumentedV1 } from '@reprise/contracts/events';
import { instantOfEpochMs, invariant, toIso } from '@reprise/kernel';
import type { OrderId, Uuid, VariantId } from '@reprise/kernel';
import { say } from '@reprise/platform/messaging';
import { upsertNewer } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { DocumentsTx, DueDocuments, SellerParticulars, StoredDocument } from '../../application/document-ports.js';
import { numberedKinds } from '../../domain/document.js';
import type {
  DocumentCause,
  DocumentContent,
  DocumentKind,
  DocumentTerms,
  DocumentWords,
  Issuer,
  NumberedKind,
  VariantTitle,
} from '../../domain/document.js';
import type { NumberSeries } from '../../domain/number-series.js';
import type { Customer } from '../../domain/order.js';

interface DocumentRow {
  readonly document_id: Uuid;
  readonly subject_id: Uuid;
  readonly issued_at: Date;
  readonly number: string | null;
  readonly content: DocumentContent;
  readonly words: DocumentWords;
}

/** Documents on PostgreSQL. */
export class PostgresDocuments implements DocumentsTx {
  constructor(private readonly tx: Tx) {}

  async noteDue(...causes: readonly DocumentCause[]): Promise<void> {
    await this.tx.query(
      `INSERT INTO document_due (order_id, about, subject_id)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[]) ON CONFLICT DO NOTHING`,
      [
        causes.map(({ orderId }) => orderId),
        causes.map(({ about }) => about),
        causes.map(({ subjectId }) => subjectId),
      ],
    );
  }

  async claimDue(): Promise<DueDocuments | undefined> {
    const [row] = await this.tx.query<{
      order_id: OrderId;
      about: DocumentCause['about'];
      subject_id: Uuid;
      tries: number;
    }>(
      `SELECT order_id, about, subject_id, tries FROM document_due d
        WHERE due_at <= now() AND NOT EXISTS (SELECT FROM document_due e WHERE e.order_id = d.order_id AND e.seq < d.seq)
        ORDER BY due_at, seq LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    return row && { orderId: row.order_id, about: row.about, subjectId: row.subject_id, tries: row.tries };
  }

  async dropDue({ about, subjectId }: DocumentCause): Promise<void> {
    await this.tx.query('DELETE FROM document_due WHERE about = $1 AND subject_id = $2', [about, subjectId]);
  }

  async postponeDue({ about, subjectId }: DocumentCause, delayMs: number): Promise<void> {
    await this.tx.query(
      `UPDATE document_due SET tries = tries + 1, due_at = now() + $3::double precision * interval '1 millisecond'
        WHERE about = $1 AND subject_id = $2`,
      [about, subjectId, delayMs],
    );
  }

  async termsOf(market: string): Promise<DocumentTerms | 'none' | undefined> {
    const [row] = await this.tx.query<{ terms: DocumentTerms | Record<string, never> | null }>(
      'SELECT terms FROM market WHERE market = $1',
      [market],
    );
    if (row?.terms == null) return undefined;
    return isTerms(row.terms) ? row.terms : 'none';
  }

  async sellersOf(sellerIds: readonly string[]): Promise<ReadonlyMap<string, Issuer>> {
    const rows = await this.tx.query<{ seller_id: Issuer['id']; particulars: Omit<Issuer, 'id'> }>(
      'SELECT seller_id, particulars FROM seller WHERE seller_id = ANY ($1::text[])',
      [sellerIds],
    );
    return new Map(rows.map(({ seller_id: id, particulars }) => [id, { id, ...particulars }]));
  }

  async titlesOf(variantIds: readonly VariantId[]): Promise<ReadonlyMap<string, VariantTitle>> {
    const rows = await this.tx.query<{ variant_id: string; title: VariantTitle }>(
      'SELECT variant_id, title FROM variant WHERE variant_id = ANY ($1::uuid[]) AND title IS NOT NULL',
      [variantIds],
    );
    return new Map(rows.map(({ variant_id: id, title }) => [id, title]));
  }

  async customerOf(orderId: OrderId): Promise<Customer | undefined> {
    const [row] = await this.tx.query<Omit<Customer, 'locale'> & { locale: string | null }>(
      'SELECT email, name, address, locale FROM customer WHERE order_id = $1',
      [orderId],
    );
    if (!row) return undefined;
    const { locale, ...customer } = row;
    return { ...customer, ...(locale !== null && { locale }) };
  }

  async takeNumber({ issuerId, country, kind, period }: NumberSeries): Promise<number> {
    // The row stays locked until the transaction ends: the next number is given when this one is used, or free again.
    const [row] = await this.tx.query<{ n: string }>(
      `INSERT INTO document_series AS s (issuer_id, country, kind, period, last_number) VALUES ($1, $2, $3, $4, 1)
       ON CONFLICT (issuer_id, country, kind, period) DO UPDATE SET last_number = s.last_number + 1 RETURNING last_number AS n`,
      [issuerId, country, kind, period],
    );
    invariant(row, 'a series has a next number');
    return Number(row.n);
  }

  async insert(
    { document, words, subjectId }: StoredDocument,
    numbered?: { readonly series: NumberSeries; readonly n: number },
  ): Promise<void> {
    const { id, issuedAt, number, ...content } = document;
    await this.tx.query(
      `INSERT INTO document (document_id, order_id, kind, subject_id, issuer_id, issued_at, number, series_country, series_period,
         series_number, content, words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        document.orderId,
        document.kind,
        subjectId,
        document.issuer.id,
        new Date(issuedAt),
        number ?? null,
        numbered?.series.country ?? null,
        numbered?.series.period ?? null,
        numbered?.n ?? null,
        JSON.stringify(content),
        JSON.stringify(words),
      ],
    );
    if (isNumbered(document.kind) && number !== undefined)
      await say(this.tx, saleDocumentedV1, {
        data: {
          ...{
            orderId: document.orderId,
            documentId: id,
            version: 1,
            market: document.market,
            kind: document.kind,
            number,
          },
          issuedAt: toIso(issuedAt),
          ...{ issuerId: document.issuer.id, subjectId },
        },
        version: 1,
        market: document.market,
      });
  }

  async ofOrder(orderId: OrderId): Promise<StoredDocument[]> {
    const rows = await this.tx.query<DocumentRow>(
      `SELECT document_id, subject_id, issued_at, number, content, words FROM document WHERE order_id = $1
        ORDER BY issued_at, document_id`,
      [orderId],
    );
    return rows.map(({ document_id: id, subject_id: subjectId, issued_at: at, number, content, words }) => ({
      document: {
        ...content,
        id,
        issuedAt: instantOfEpochMs(at.getTime()),
        ...(number !== null && { number }),
      },
      ...{ words, subjectId },
    }));
  }

  async saveSellers(sellers: readonly SellerParticulars[]): Promise<void> {
    await upsertNewer(
      this.tx,
      'seller',
      ['seller_id'],
      { seller_id: 'text', version: 'bigint', particulars: 'jsonb' },
      sellers.map(({ sellerId, version, ...particulars }) => ({ seller_id: sellerId, version, particulars })),
    );
  }
}

function isNumbered(kind: DocumentKind): kind is NumberedKind {
  return numberedKinds.some((numbered) => numbered === kind);
}

/** A market without documents is kept as an empty object, to be told from one not heard of since checkout keeps terms. */
function isTerms(terms: DocumentTerms | Record<string, never>): terms is DocumentTerms {
  return 'sale' in terms;
}
