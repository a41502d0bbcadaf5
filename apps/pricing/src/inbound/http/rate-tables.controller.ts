import { Controller, Inject } from '@nestjs/common';
import { putFeeTable, putTaxTable } from '@reprise/contracts/http';
import { Answers, problem } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { RateTables } from '../../application/ports.js';
import type { RateTableKind } from '../../application/ports.js';

@Controller()
export class RateTablesController {
  constructor(@Inject(RateTables) private readonly tables: RateTables) {}

  @Answers(putTaxTable)
  putTax({ params, body, principal }: Call<typeof putTaxTable>) {
    return this.store('tax', params.tableId, body, principal.subject);
  }

  @Answers(putFeeTable)
  putFee({ params, body, principal }: Call<typeof putFeeTable>) {
    return this.store('fee', params.tableId, body, principal.subject);
  }

  private async store(kind: RateTableKind, tableId: string, content: { readonly id: string }, storedBy: string) {
    if (content.id !== tableId) {
      const message = `The table calls itself ${content.id}, the address calls it ${tableId}.`;
      return problem('TaxTableRejected', message, { errors: [{ field: 'id', code: 'idDiffersFromPath', message }] });
    }
    const { version, changed } = await this.tables.store({ kind, id: tableId, content, storedBy });
    return { id: tableId, version, rows: rowsOf(content), changed };
  }
}

/** How many dated rows a table has, at any depth: what an operator compares with the file. */
function rowsOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + rowsOf(each), 0);
  if (value === null || typeof value !== 'object') return 0;
  const self = 'validFrom' in value ? 1 : 0;
  return Object.values(value).reduce<number>((sum, each) => sum + rowsOf(each), self);
}
