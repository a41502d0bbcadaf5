import { Controller, Inject } from '@nestjs/common';
import { getTrialBalance, listLedger } from '@reprise/contracts/http';
import { isRejection, Money, mustBeInstant } from '@reprise/kernel';
import type { Currency } from '@reprise/kernel';
import { Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import type { LedgerLine } from '../../application/ledger/ports.js';
import { ReadLedger } from '../../application/ledger/read-ledger.js';
import { mustBePeriod } from '../../domain/ledger/period.js';

@Controller()
export class LedgerController {
  constructor(@Inject(ReadLedger) private readonly ledger: ReadLedger) {}

  @Answers(listLedger)
  async listLedger({ query }: Call<typeof listLedger>) {
    const { limit, cursor, period, ...rest } = query;
    const filter = { ...given(rest), ...(period !== undefined && { period: mustBePeriod(period) }) };
    const page = await this.ledger.lines({ filter, limit, ...(cursor !== undefined && { cursor }) });
    if (isRejection(page)) return page;
    const { entity, lines, nextCursor } = page;
    return { entity: entity.id, items: lines.map((line) => lineJson(line, entity.currency)), nextCursor };
  }

  @Answers(getTrialBalance)
  async getTrialBalance({ query }: Call<typeof getTrialBalance>) {
    const { entity, period, asOf, view, detail } = query;
    const balance = await this.ledger.trialBalance({
      ...given({ entity }),
      ...(period !== undefined && { period: mustBePeriod(period) }),
      ...(asOf !== undefined && { asOf: mustBeInstant(asOf) }),
      view,
      byAux: detail === 'aux',
    });
    if (isRejection(balance)) return balance;
    const base = balance.entity.currency;
    return {
      entity: balance.entity.id,
      ...(period !== undefined && { period }),
      ...(asOf !== undefined && { asOf }),
      view,
      balanced: balance.baseDifference.isZero() && balance.totals.every(({ difference }) => difference.isZero()),
      rows: balance.rows.map((row) => {
        const amounts = sides(row.currency, row.openingMinor, row.debitMinor, row.creditMinor);
        const { account, name, aux } = row;
        return {
          ...{ account, name },
          ...(detail === 'aux' && { aux }),
          ...amounts,
          base: sides(base, row.openingBaseMinor, row.debitBaseMinor, row.creditBaseMinor),
        };
      }),
      totals: balance.totals.map(({ debit, credit, difference }) => ({
        debit: debit.toJSON(),
        credit: credit.toJSON(),
        difference: difference.toJSON(),
      })),
      baseDifference: balance.baseDifference.toJSON(),
      due: balance.due,
    };
  }
}

function sides(currency: Currency, opening: bigint, debit: bigint, credit: bigint) {
  const money = (minor: bigint) => Money.ofMinor(minor, currency).toJSON();
  return {
    opening: money(opening),
    debit: money(debit),
    credit: money(credit),
    closing: money(opening + debit - credit),
  };
}

function lineJson({ amount, baseMinor, occurredAt, postedAt, ...line }: LedgerLine, base: Currency) {
  return {
    ...line,
    occurredAt: occurredAt.toISOString(),
    postedAt: postedAt.toISOString(),
    side: amount.isNegative() || (amount.isZero() && baseMinor < 0n) ? ('credit' as const) : ('debit' as const),
    amount: amount.abs().toJSON(),
    base: Money.ofMinor(baseMinor < 0n ? -baseMinor : baseMinor, base).toJSON(),
  };
}

/** Without what was not asked for: an absent filter and an undefined one are two things to a type. */
function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
