import { Bug } from './fault.js';

/** The value has no one JSON form: a bigint, NaN, a hole, a function, a cycle. Hashing it would make different things equal. */
export class NotCanonicalJson extends Bug {}

/** Deeper nesting than any request has; stops before the stack does, and stops cycles. */
const maxDepth = 100;

/**
 * JSON with sorted keys and no spaces (RFC 8785 order and numbers), so equal values give equal text: request hashes, variant keys.
 * Undefined properties are left out and `toJSON` is honoured, as JSON.stringify does. What it would silently change (bigint, NaN,
 * Infinity, undefined in a list, Map, Set) throws NotCanonicalJson.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > maxDepth) throw new NotCanonicalJson(`nested deeper than ${maxDepth}`);
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonicalJson(`${value} has no JSON form`);
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : writeObject(value, depth);
    default:
      throw new NotCanonicalJson(`a ${typeof value} has no JSON form`);
  }
}

function writeObject(value: object, depth: number): string {
  if ('toJSON' in value && typeof value.toJSON === 'function') return write(value.toJSON(), depth + 1);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`;
  if (value instanceof Map || value instanceof Set) throw new NotCanonicalJson('a Map or Set has no JSON form');
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${write(field, depth + 1)}`).join(',')}}`;
}
