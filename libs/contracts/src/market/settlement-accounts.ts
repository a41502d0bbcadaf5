import { z } from 'zod';
import { localDaySchema, sourcesSchema } from './effective-dates.js';
import type { Report } from './file-rules.js';
import { currencyCodeSchema, fileRules, unique } from './file-rules.js';

const idSchema = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'a name such as "stripe-eu"');
const shareSchema = z.string().regex(/^0(\.\d{1,6})?$/, 'a quoted share such as "0.015"');

const feeTermsSchema = z.strictObject({
  validFrom: localDaySchema,
  /** Share of the charge. */
  rate: shareSchema,
  /** Added to it, in the currency of the account. */
  fixed: z.string().regex(/^\d{1,6}(\.\d{1,4})?$/, 'a quoted amount such as "0.25"'),
  source: z.string(),
});

const providerSchema = z.strictObject({
  id: idSchema,
  provider: z.enum(['stripe', 'adyen']),
  entity: idSchema,
  /** What sales call the provider, and so the clearing account of the books. */
  calledInSales: z.string().min(1).max(40),
  /** Cells whose sales are paid into it. */
  regions: z.array(z.string().regex(/^[a-z]{2,8}$/)).min(1),
  currencies: z.array(currencyCodeSchema).min(1),
  /** Days after which a movement must have been reported, and a payout have reached the bank. */
  settlesWithinDays: z.int().min(0).max(60),
  bankAccount: idSchema,
  /** A regular expression; its first group is the payout a bank entry speaks of. */
  payoutPattern: z.string().min(3).max(200),
  /** How far the provider's exchange may lie from the reference rate of the day. */
  fxTolerance: shareSchema,
  /** What the provider agreed to keep; none where it varies by card. */
  fees: z.array(feeTermsSchema),
});

const bankSchema = z.strictObject({
  id: idSchema,
  entity: idSchema,
  /** IBAN, or the number a bank without IBANs gives the account. */
  number: z.string().regex(/^[A-Z0-9]{5,34}$/),
  currencies: z.array(currencyCodeSchema).min(1),
});

const accountsFields = z.strictObject({
  version: z.string(),
  providers: z.array(providerSchema).min(1),
  banks: z.array(bankSchema).min(1),
  sources: sourcesSchema,
});

/** The accounts money is reconciled on, as finance writes them in `markets/finance/settlement-accounts.yaml`. */
export const settlementAccountsSchema = accountsFields.check(
  fileRules([
    { reads: ['providers', 'banks'], check: checkBanks },
    { reads: ['providers', 'sources'], check: checkFees },
    { reads: ['providers'], check: checkPatterns },
    unique('providers', ({ providers }: z.infer<typeof accountsFields>) => providers.map(({ id }) => id)),
    unique('banks', ({ banks }: z.infer<typeof accountsFields>) => banks.map(({ id }) => id)),
  ]),
);

export type SettlementAccountsFile = z.infer<typeof settlementAccountsSchema>;

function checkBanks({ providers, banks }: SettlementAccountsFile, report: Report): void {
  providers.forEach(({ id, entity, bankAccount }, i) => {
    const bank = banks.find((each) => each.id === bankAccount);
    if (bank === undefined)
      report(['providers', i, 'bankAccount'], `${bankAccount} is not among the banks of this file`);
    else if (bank.entity !== entity)
      report(['providers', i, 'bankAccount'], `${bankAccount} is an account of ${bank.entity}, ${id} of ${entity}`);
    if (banks.some((each) => each.id === id)) report(['providers', i, 'id'], `${id} is a bank already`);
  });
}

function checkFees({ providers, sources }: SettlementAccountsFile, report: Report): void {
  providers.forEach(({ fees }, i) =>
    fees.forEach(({ source }, j) => {
      if (!(source in sources))
        report(['providers', i, 'fees', j, 'source'], `${source} is not among the sources of this file`);
    }),
  );
}

function checkPatterns({ providers }: SettlementAccountsFile, report: Report): void {
  providers.forEach(({ payoutPattern }, i) => {
    const groups = groupsOf(payoutPattern);
    if (groups === undefined) report(['providers', i, 'payoutPattern'], 'is not a regular expression');
    else if (groups < 1)
      report(['providers', i, 'payoutPattern'], 'needs a group: what stands in parentheses is the payout');
  });
}

function groupsOf(pattern: string): number | undefined {
  try {
    return (new RegExp(`${pattern}|`).exec('')?.length ?? 1) - 1;
  } catch {
    return undefined;
  }
}
