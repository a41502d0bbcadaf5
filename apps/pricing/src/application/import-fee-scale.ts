import type { LocalDay, Outcome, Rejection } from '@reprise/kernel';
import { mustBeCurrency, reject } from '@reprise/kernel';
import { readFeeScale, withScale } from '../domain/fee-scale.js';
import type { DatedScale, ScaleError, ScaleRecord, ScaleTable } from '../domain/fee-scale.js';
import type { RateTables } from './ports.js';

/** A scale as an operator sends it. */
export interface SentScale {
  readonly tableId: string;
  readonly validFrom: LocalDay;
  readonly producerOrganisation: string;
  readonly source: DatedScale['source'];
  readonly records: readonly ScaleRecord[];
  readonly sentBy: string;
}

export type FeeScaleOutcome =
  | { readonly errors: readonly ScaleError[] }
  | {
      readonly version: number;
      readonly changed: boolean;
      readonly rows: number;
      readonly skipped: number;
      readonly byCategory: DatedScale['byCategory'];
    };

type StoredTable = ScaleTable & { readonly id: string; readonly version: string; readonly currency: string };

/** Takes in the scale of an approved producer organisation: all of it becomes the newest row of its fee table, or nothing does. */
export class ImportFeeScale {
  constructor(
    private readonly tables: Pick<RateTables, 'newest' | 'store'>,
    private readonly categories: ReadonlySet<string>,
  ) {}

  async run(sent: SentScale): Promise<Outcome<FeeScaleOutcome, Rejection<'FeeTableNotFound' | 'FeeScaleRejected'>>> {
    const { tableId, validFrom, producerOrganisation, source, sentBy } = sent;
    const stored = (await this.tables.newest()).find(({ kind, id }) => kind === 'fee' && id === tableId);
    if (stored === undefined)
      return reject('FeeTableNotFound', `There is no fee table ${tableId}.`, { field: 'path.tableId' });
    // Stored after it was checked against the schema of fee tables.
    const table = stored.content as StoredTable;
    if (table.rows.some(({ rule }) => rule.kind !== 'productCodes'))
      return reject('FeeScaleRejected', `The table ${tableId} is not one of product codes.`, { field: 'path.tableId' });
    const read = readFeeScale(sent.records, this.categories, mustBeCurrency(table.currency));
    if ('errors' in read) return read;
    const { byCategory, rows, skipped } = read;
    const content = withScale(table, { validFrom, producerOrganisation, byCategory, source });
    if (content === undefined)
      return reject(
        'FeeScaleRejected',
        `The table has a scale that begins after ${validFrom}; enter scales in their order.`,
        {
          field: 'query.validFrom',
        },
      );
    const { version, changed } = await this.tables.store({ kind: 'fee', id: tableId, content, storedBy: sentBy });
    return { version, changed, rows, skipped, byCategory };
  }
}
