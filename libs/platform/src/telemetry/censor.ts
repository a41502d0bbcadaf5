/**
 * Keys whose values never reach a log: personal data (GDPR art. 4) and credentials. Compared in lower case without `_` and `-`, at any
 * depth. `name` alone is a person's name here; things have a `title`, an `id` or a `code`.
 */
const CENSORED = new Set(
  [
    ['email', 'name', 'firstname', 'lastname', 'fullname', 'phone', 'customer', 'buyer', 'shipto', 'billto'],
    ['address', 'street', 'line1', 'line2', 'postalcode', 'zip', 'vatid', 'iban', 'pan', 'card', 'imei', 'serial'],
    ['authorization', 'cookie', 'setcookie', 'password', 'secret', 'token', 'accesstoken', 'quotetoken', 'apikey'],
    ['privatekey', 'privatejwk', 'databaseurl', 'signature', 'webhooksignature'],
  ].flat(),
);

/** What stands in a log instead of a censored value. */
export const CENSORED_VALUE = '[censored]';

const DEPTH_MAX = 6;
const ENTRIES_MAX = 50;
const TEXT_MAX = 2_000;

/**
 * A copy of `value` fit for a log line: censored by key, bounded in depth, width and length, errors spelled out with their
 * causes, bigint as text. Never throws and never follows a cycle for ever.
 */
export function censor(value: unknown, depth = 0): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return value.length > TEXT_MAX ? `${value.slice(0, TEXT_MAX)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH_MAX) return '[deep]';
  if (value instanceof Error) return censorError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, ENTRIES_MAX).map((entry) => censor(entry, depth + 1));
  const kept = Object.entries(value).slice(0, ENTRIES_MAX);
  return Object.fromEntries(
    kept.map(([key, entry]) => [key, isCensored(key) && entry != null ? CENSORED_VALUE : censor(entry, depth + 1)]),
  );
}

function isCensored(key: string): boolean {
  return CENSORED.has(key.toLowerCase().replaceAll(/[_-]/g, ''));
}

function censorError(error: Error, depth: number): unknown {
  const { code, retriable } = error as { code?: unknown; retriable?: unknown };
  return {
    type: error.name,
    message: censor(error.message, depth + 1),
    ...(typeof code === 'string' && { code }),
    ...(typeof retriable === 'boolean' && { retriable }),
    stack: error.stack,
    ...(error.cause !== undefined && { cause: censor(error.cause, depth + 1) }),
  };
}
