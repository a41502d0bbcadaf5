import type { FeeTable, TaxTable } from '@reprise/contracts/market';
import type { PriceTables } from '../../domain/tax-tables.js';
import { compileTaxTables } from '../../domain/tax-tables.js';
import type { PriceTableBook } from '../../application/ports.js';
import type { PostgresRateTables } from './postgres-rate-tables.js';

/** Tables compiled once a version: each call asks which versions hold, and compiles anew only when one has changed. */
export class CachedPriceTables implements PriceTableBook {
  private compiled: { readonly versions: string; readonly tables: PriceTables } | undefined;

  constructor(private readonly stored: PostgresRateTables) {}

  async current(): Promise<PriceTables> {
    const versions = versionsOf(await this.stored.headings());
    if (this.compiled?.versions === versions) return this.compiled.tables;
    const rows = await this.stored.all();
    const tables = compileTaxTables(
      rows.filter(({ kind }) => kind === 'tax').map(({ content }) => content as TaxTable),
      rows.filter(({ kind }) => kind === 'fee').map(({ content }) => content as FeeTable),
    );
    this.compiled = { versions: versionsOf(rows), tables };
    return tables;
  }
}

function versionsOf(
  headings: readonly { readonly kind: string; readonly table_id: string; readonly version: number }[],
): string {
  return headings.map(({ kind, table_id, version }) => `${kind}/${table_id}@${version}`).join(' ');
}
