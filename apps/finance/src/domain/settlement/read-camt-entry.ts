import { isRejection, localDayOf, Money } from '@reprise/kernel';
import type { BankEntry, LineProblem, LineRead } from './settlement-line.js';

/** What one `Ntry` of a camt.053 statement says, element by element, as text. */
export interface CamtEntry {
  /** `Stmt/Acct/Id/IBAN`, or `Othr/Id` of an account without one. */
  readonly account: string;
  readonly amount: string;
  readonly currency: string;
  /** `CRDT` or `DBIT`. */
  readonly direction: string;
  /** `BOOK`, `PDNG`, `INFO`. */
  readonly status: string;
  /** `BookgDt/Dt`, or the day of `BookgDt/DtTm`. */
  readonly bookedOn: string;
  readonly servicerReference: string;
  readonly entryReference: string;
  /** End-to-end ids and remittance lines, in the order of the file. */
  readonly texts: readonly string[];
}

/** An entry of a bank statement (ISO 20022 camt.053). Only what is booked counts; what is pending may still go away. */
export function readCamtEntry(entry: CamtEntry): LineRead<BankEntry> {
  if (entry.status === 'PDNG' || entry.status === 'INFO') return { kind: 'skipped' };
  const problems: LineProblem[] = [];
  const refuse = (field: string, code: LineProblem['code'], message: string): void =>
    void problems.push({ field, code, message });
  if (entry.account === '') refuse('Acct/Id', 'missing', 'The statement does not say which account it is of.');
  if (entry.status !== 'BOOK') refuse('Sts', 'unknownType', `"${entry.status}" is not a status of an entry.`);
  const key = entry.servicerReference || entry.entryReference;
  if (key === '')
    refuse('AcctSvcrRef', 'missing', 'Without a reference of the bank the entry cannot be told from others.');
  const sign = { CRDT: 1n, DBIT: -1n }[entry.direction];
  if (sign === undefined) refuse('CdtDbtInd', 'malformed', `"${entry.direction}" is neither CRDT nor DBIT.`);
  const bookedOn = localDayOf(entry.bookedOn);
  if (bookedOn === undefined) refuse('BookgDt', 'malformed', `"${entry.bookedOn}" is not a day.`);
  const amount = Money.parse(trimDecimals(entry.amount), entry.currency);
  if (isRejection(amount))
    refuse('Amt', amount.code === 'unknownCurrency' ? 'unknownCurrency' : 'malformed', amount.message);
  else if (amount.isNegative()) refuse('Amt', 'malformed', 'An amount has no sign here; CdtDbtInd says the direction.');
  if (problems.length > 0 || isRejection(amount) || sign === undefined || bookedOn === undefined)
    return { kind: 'refused', problems };
  const { account } = entry;
  const text = entry.texts.join(' ');
  return { kind: 'line', value: { account, key, amount: amount.times(sign), text, bookedOn } };
}

/** ISO 20022 allows five decimals of any currency; zeros beyond its own say nothing. */
function trimDecimals(amount: string): string {
  return amount.replace(/(\.\d\d)0{1,3}$/, '$1');
}
