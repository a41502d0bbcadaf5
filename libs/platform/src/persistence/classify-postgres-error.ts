import { Fault } from '@reprise/kernel';
import { CommitUnknown } from './commit-unknown.js';

/** Serialization failure and deadlock: PostgreSQL rolled the transaction back and says so; running it again is correct. */
const CONFLICT = new Set(['40001', '40P01']);

/** States after which the session is gone, or the server is refusing or out of something that comes back. */
const PASSING_STATES = new Set([
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
  '57014', // query_canceled: statement_timeout
  '55P03', // lock_not_available: lock_timeout
  '25P03', // idle_in_transaction_session_timeout
  '25006', // read_only_sql_transaction: we are talking to a demoted primary
]);
const PASSING_CLASSES = new Set(['08', '53', '58']); // connection, resources, system error

const NODE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** pg reports a lost socket and its own timeouts as plain errors without a code. */
const LOST_MESSAGES =
  /Connection terminated|Client has encountered a connection error|Query read timeout|timeout exceeded when trying to connect|not queryable|Client was closed|Cannot use a pool after calling end/;

/** The five-character SQLSTATE, when the server itself answered. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' &&
    /^[0-9A-Z]{5}$/.test(code) &&
    (error as { severity?: unknown }).severity !== undefined
    ? code
    : undefined;
}

/** True when PostgreSQL rolled back because of another transaction, so the same work may simply run again. */
export function isConflict(error: unknown): boolean {
  const state = sqlStateOf(error instanceof Fault ? error.cause : error);
  return state !== undefined && CONFLICT.has(state);
}

/** True when a unique constraint said no; give its name to tell several apart. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    sqlStateOf(error) === '23505' &&
    (constraint === undefined || (error as { constraint?: unknown }).constraint === constraint)
  );
}

/** True when the session cannot be used again, whatever the statement was. */
export function isSessionLost(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== undefined) return state.startsWith('57P') || state.startsWith('08') || state === '25P03';
  return isTransportError(error);
}

function isTransportError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return (typeof code === 'string' && NODE_CODES.has(code)) || LOST_MESSAGES.test(error.message);
}

/**
 * What a caller should see for an error of a statement: a retriable Fault when the world misbehaved, otherwise the driver's own
 * error (it carries `code` and `constraint`, which a caller may turn into a Rejection).
 */
export function toFault(error: unknown): unknown {
  if (error instanceof Fault) return error;
  const state = sqlStateOf(error);
  const passing =
    state === undefined
      ? isTransportError(error)
      : CONFLICT.has(state) || PASSING_STATES.has(state) || PASSING_CLASSES.has(state.slice(0, 2));
  return passing ? new Fault(`PostgreSQL: ${(error as Error).message}`, { retriable: true, cause: error }) : error;
}

/** COMMIT failed: the server said no (rolled back, a definite answer) or the session died (unknown). */
export function toCommitFault(error: unknown): unknown {
  return isSessionLost(error) || sqlStateOf(error) === undefined ? new CommitUnknown(error) : toFault(error);
}

/** True for a Fault, of whatever copy of the module, that says the same work may be tried again. */
export function isRetriable(error: unknown): boolean {
  return error instanceof Error && (error as { retriable?: unknown }).retriable === true;
}
