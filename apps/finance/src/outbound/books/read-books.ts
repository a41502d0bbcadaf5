import { readFile } from 'node:fs/promises';
import { financeBooksSchema } from '@reprise/contracts/market';
import type { FinanceBooks } from '@reprise/contracts/market';
import { mustBeCurrency, mustBeLocalDay, ratioOfDecimal } from '@reprise/kernel';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Books, Entity } from '../../domain/ledger/books.js';

/** The books as they lie beside the code, where no setting names others. */
export const booksBesideTheCode = new URL('../../../../../markets/finance/books.yaml', import.meta.url);

/** Reads and checks the books. Books with a mistake stop the start: everything that would be booked by them would be wrong. */
export async function readBooks(file: URL | string = booksBesideTheCode): Promise<Books> {
  const read = financeBooksSchema.safeParse(parse(await readFile(file, 'utf8')));
  if (!read.success) throw new Error(`${file instanceof URL ? file.pathname : file}:\n${z.prettifyError(read.error)}`);
  return booksOf(read.data);
}

function booksOf(file: FinanceBooks): Books {
  return {
    version: file.version,
    reportingCurrency: mustBeCurrency(file.reportingCurrency),
    fxSource: file.fxSource,
    accounts: new Map(Object.entries(file.accounts).map(([code, account]) => [code, { code, ...account }])),
    journals: new Map(Object.entries(file.journals).map(([code, { name }]) => [code, name])),
    entities: file.entities.map((entity) => entityOf(file, entity)),
    commission: file.commission.map(({ validFrom, market, category, rate }) => ({
      validFrom: mustBeLocalDay(validFrom),
      ...(market !== undefined && { market }),
      ...(category !== undefined && { category }),
      rate: ratioOfDecimal(rate),
      rateText: rate,
    })),
    serviceFees: new Map(Object.entries(file.serviceFees)),
  };
}

function entityOf({ roles }: FinanceBooks, entity: FinanceBooks['entities'][number]): Entity {
  const { settlement, serviceVat, vatNumber, roles: own, ...rest } = entity;
  return {
    ...rest,
    ...(vatNumber !== undefined && { vatNumber }),
    currency: mustBeCurrency(entity.currency),
    settlementOf: (presentment) => mustBeCurrency(settlement.currencies[presentment] ?? settlement.default),
    serviceVat: serviceVat
      .map(({ validFrom, rate }) => ({ validFrom: mustBeLocalDay(validFrom), rate: ratioOfDecimal(rate) }))
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
    accountOf: (role) => own?.[role] ?? roles[role],
  };
}
