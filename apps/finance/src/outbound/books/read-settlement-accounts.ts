import { readFile } from 'node:fs/promises';
import { settlementAccountsSchema } from '@reprise/contracts/market';
import type { SettlementAccountsFile } from '@reprise/contracts/market';
import { Money, mustBeCurrency, mustBeLocalDay, ratioOfDecimal } from '@reprise/kernel';
import { parse } from 'yaml';
import { z } from 'zod';
import type { BankAccount, FeeTerms, ProviderAccount } from '../../domain/settlement/settlement-account.js';
import { SettlementAccounts } from '../../domain/settlement/settlement-account.js';

/** The accounts as they lie beside the code, where no setting names others. */
export const accountsBesideTheCode = new URL(
  '../../../../../markets/finance/settlement-accounts.yaml',
  import.meta.url,
);

/** Reads and checks the accounts. A file with a mistake stops the start: money would be looked for in the wrong place. */
export async function readSettlementAccounts(file: URL | string = accountsBesideTheCode): Promise<SettlementAccounts> {
  const read = settlementAccountsSchema.safeParse(parse(await readFile(file, 'utf8')));
  if (!read.success) throw new Error(`${file instanceof URL ? file.pathname : file}:\n${z.prettifyError(read.error)}`);
  return new SettlementAccounts([...read.data.providers.map(providerOf), ...read.data.banks.map(bankOf)]);
}

function providerOf(account: SettlementAccountsFile['providers'][number]): ProviderAccount {
  const { id, provider, entity, calledInSales, regions, settlesWithinDays, bankAccount, payoutPattern } = account;
  const { fxTolerance, fees } = account;
  const currencies = account.currencies.map(mustBeCurrency);
  const [main = mustBeCurrency('EUR')] = currencies;
  return {
    ...{ kind: 'provider', id, provider, entity, calledInSales, regions, settlesWithinDays, bankAccount },
    currencies: new Set(currencies),
    payoutPattern: new RegExp(payoutPattern),
    fxTolerancePpm: ppmOf(fxTolerance),
    fees: fees
      .map(({ validFrom, rate, fixed }): FeeTerms => ({
        validFrom: mustBeLocalDay(validFrom),
        ratePpm: ppmOf(rate),
        fixedMinor: Money.of(fixed, main).minor,
      }))
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
  };
}

function bankOf({ id, entity, number, currencies }: SettlementAccountsFile['banks'][number]): BankAccount {
  return { kind: 'bank', id, entity, number, currencies: new Set(currencies.map(mustBeCurrency)) };
}

/** Shares in the file have at most six decimals. */
function ppmOf(share: string): number {
  const { numerator, denominator } = ratioOfDecimal(share);
  return Number((numerator * 1_000_000n) / denominator);
}
