import { mediaTypesOf } from '@reprise/contracts/http';
import type { Operation } from '@reprise/contracts/http';
import type { z } from 'zod';
import { RequestRefused } from './answer.js';
import type { FieldError } from './answer.js';

/** The parts of a request that schemas describe. */
export interface RequestParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** The same parts after validation: parsed, defaulted, stripped of what nobody asked for. */
export interface ValidParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
}

const NOTHING = Object.freeze({});
/** A request that is wrong in a thousand places is told of the first few. */
const ERRORS_MAX = 50;

/** A validator made once per operation. Refuses with `ValidationFailed`, naming every offending field of every part. */
export function callValidator(operation: Operation): (parts: RequestParts) => ValidParts {
  const { params, query, headers, body } = operation;
  const headerNames = headers ? Object.keys(headers.shape) : [];
  const streamed = isStreamed(operation);
  // The gateway reads from its own memory, where NUL is a character that nothing has: a search for it finds nothing.
  const mayReachDatabase = operation.owner !== 'gateway';

  return (parts) => {
    const errors: FieldError[] = [];
    const check = (part: 'path' | 'query' | 'headers' | 'body', schema: z.ZodType, input: unknown): unknown => {
      const result = schema.safeParse(input);
      if (result.success) {
        const nul = mayReachDatabase ? pathOfNul(result.data) : undefined;
        if (nul === undefined) return result.data;
        errors.push({
          field: fieldPath(part, nul),
          code: 'characterRefused',
          message: 'holds U+0000, which no text has',
        });
        return undefined;
      }
      for (const issue of result.error.issues) errors.push(...fieldErrors(part, issue, input));
      return undefined;
    };
    const valid = {
      params: params ? check('path', params, parts.params) : NOTHING,
      query: query ? check('query', query, parts.query) : NOTHING,
      headers: headers ? check('headers', headers, pick(headerNames, parts.headers)) : NOTHING,
      body: body ? (streamed ? parts.body : check('body', body, parts.body)) : undefined,
    };
    if (errors.length === 0) return valid;
    const [first] = errors;
    const more = errors.length > 1 ? ` and ${errors.length - 1} more` : '';
    throw new RequestRefused('ValidationFailed', `${first?.field}: ${first?.message}${more}`, {
      errors: errors.slice(0, ERRORS_MAX),
    });
  };
}

/** Where a value holds NUL, which is JSON and which no PostgreSQL text can hold: let through, it would fail far from who sent it. */
function pathOfNul(value: unknown): PropertyKey[] | undefined {
  if (typeof value === 'string') return value.includes('\u0000') ? [] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const at = pathOfNul(inner);
    if (at !== undefined) return [Array.isArray(value) ? Number(key) : key, ...at];
  }
  return undefined;
}

/** True for an operation whose body is handed over as a stream instead of being parsed. */
export function isStreamed(operation: Operation): boolean {
  return !mediaTypesOf(operation).includes('application/json');
}

function pick(names: readonly string[], headers: RequestParts['headers']): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, headers[name.toLowerCase()]]));
}

/** An issue of a schema as problem documents name it: field, code, message. */
export function fieldErrors(part: string, issue: z.core.$ZodIssue, input: unknown): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldPath(part, [...issue.path, key]),
      code: 'unknown',
      message: 'is not a field of this request',
    }));
  }
  const field = fieldPath(part, issue.path);
  const missing = issue.code === 'invalid_type' && valueAt(input, issue.path) === undefined;
  return [
    missing ? { field, code: 'required', message: 'is required' } : { field, code: issue.code, message: issue.message },
  ];
}

/** Body fields stand alone (`lines[0].quantity`); others say which part they are of (`query.limit`). */
function fieldPath(part: string, path: readonly PropertyKey[]): string {
  if (path.length === 0) return part;
  const joined = path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
  if (part === 'headers') return `headers.${canonicalHeader(joined)}`;
  return part === 'body' ? joined : `${part}.${joined}`;
}

/** `idempotency-key` → `Idempotency-Key`: as the reference spells it. */
function canonicalHeader(name: string): string {
  return name.replaceAll(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input);
}
