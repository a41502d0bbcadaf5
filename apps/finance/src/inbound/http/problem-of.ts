import type { ProblemCode } from '@reprise/contracts/http';

/** Which problem each rejection of finance is answered with. */
export const problemOf = {
  CursorMalformed: 'ValidationFailed',
  EntityUnknown: 'ValidationFailed',
  AccountUnknown: 'ValidationFailed',
  SettlementFileRejected: 'SettlementFileRejected',
  SettlementFileNotFound: 'SettlementFileNotFound',
  ReconciliationNotFound: 'ReconciliationNotFound',
  ExceptionNotFound: 'ExceptionNotFound',
  ExceptionNotInThatState: 'ExceptionNotInThatState',
  ExceptionNotAdjustable: 'ExceptionNotAdjustable',
  SecondPersonNeeded: 'SecondPersonNeeded',
} as const satisfies Readonly<Record<string, ProblemCode>>;
