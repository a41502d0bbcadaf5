import type { ProblemCode } from '@reprise/contracts/http';

/** Which problem each rejection of finance is answered with. */
export const problemOf = {
  CursorMalformed: 'ValidationFailed',
  EntityUnknown: 'ValidationFailed',
  AccountUnknown: 'ValidationFailed',
} as const satisfies Readonly<Record<string, ProblemCode>>;
