import type { MarketFileKind } from '@reprise/contracts/market';
import { marketJsonSchema } from '@reprise/contracts/market';
import { stringify } from 'yaml';
import type { z } from 'zod';
import { closestTo } from './closest-to.js';
import { exampleFiles } from './example-files.js';
import type { Path, YamlFile } from './read-market-file.js';

export interface Explained {
  readonly path: Path;
  readonly message: string;
  /** Path of the key that was probably meant by a misspelt one. */
  readonly meantKey?: Path;
}

/** What the issues of a file mean to whoever wrote it: what is wrong where, and what to write instead. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], yaml: YamlFile, kind: MarketFileKind): Explained[] {
  const explained = issues.flatMap((issue) => explainIssue(issue, yaml, kind));
  // A key that is misspelt is not missing too.
  const meant = new Set(explained.flatMap(({ meantKey }) => (meantKey === undefined ? [] : [meantKey.join('/')])));
  return explained.filter(({ path, message }) => !(message.startsWith('is missing') && meant.has(path.join('/'))));
}

function explainIssue(issue: z.core.$ZodIssue, yaml: YamlFile, kind: MarketFileKind): Explained[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key, keysAt(kind, path)));
    case 'invalid_union':
      return explainUnion(issue, yaml, kind);
    case 'invalid_type':
      return [{ path, message: wrongType(issue, yaml, kind) }];
    case 'invalid_value':
      return [{ path, message: wrongValue(issue.values.map(String), yaml.valueAt(path), key(path)) }];
    case 'invalid_key':
      return [
        { path, message: `${show(path.at(-1))} is not ${issue.issues[0]?.message ?? 'a key that may stand here'}` },
      ];
    case 'too_small':
    case 'too_big':
      return [{ path, message: outOfBounds(issue) }];
    default:
      return [{ path, message: asSentence(issue.message, yaml.valueAt(path)) }];
  }
}

/** An issue of a union hides what is wrong with the member that was meant: the one with the fewest issues. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion, yaml: YamlFile, kind: MarketFileKind): Explained[] {
  if (issue.errors.length === 0) {
    const { discriminator } = issue;
    const field = issue.path;
    const group = field.at(-1) === discriminator ? field.slice(0, -1) : field;
    return [
      {
        path: issue.path,
        message: wrongValue(valuesAt(kind, group, discriminator), yaml.valueAt(field), key(field)),
      },
    ];
  }
  const [closest = []] = [...issue.errors].sort((a, b) => a.length - b.length);
  return closest.flatMap((inner) => explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, yaml, kind));
}

function wrongType(issue: z.core.$ZodIssueInvalidType, yaml: YamlFile, kind: MarketFileKind): string {
  const { path, expected } = issue;
  const value = yaml.valueAt(path);
  // A message of the schema's own knows more than the kind of value.
  if (!issue.message.startsWith('Invalid input')) return asSentence(issue.message, value);
  if (value === undefined) return `is missing: add ${key(path)}${exampleText(kind, path)}`;
  if (expected === 'string' && typeof value !== 'object')
    return `is a ${typeof value}: write it in quotes, '${yaml.textAt(path) ?? String(value)}'`;
  return `is ${nameOf(value)} and should be ${namesOfTypes[expected] ?? expected}${exampleText(kind, path, ': write ')}`;
}

const namesOfTypes: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function nameOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a group of keys' : `${typeof value === 'string' ? 'text' : show(value)}`;
}

function unknownKey(group: Path, name: string, known: readonly string[]): Explained {
  const path = [...group, name];
  const meant = closestTo(name, known);
  if (meant !== undefined) return { path, message: `is not a key here: write ${meant}`, meantKey: [...group, meant] };
  const choice = known.length === 0 ? '' : `; there are ${known.join(', ')}`;
  return { path, message: `is not a key here: check its spelling${choice}` };
}

function wrongValue(values: readonly string[], value: unknown, name: string): string {
  if (value === undefined) return `is missing: add ${name}: ${values.join(' or ')}`;
  const meant = closestTo(String(value), values);
  return `${show(value)} will not do: write ${meant ?? `one of ${values.join(', ')}`}`;
}

function outOfBounds(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  if (!/^Too (small|big)/.test(issue.message)) return issue.message;
  const least = issue.code === 'too_small';
  const bound = least ? issue.minimum : issue.maximum;
  const exclusive = issue.inclusive === false;
  switch (issue.origin) {
    case 'array':
      return least && Number(bound) === 1
        ? 'is empty: add at least one'
        : `has ${least ? 'fewer' : 'more'} than ${bound} entries`;
    case 'string':
      return least ? `is shorter than ${bound} letters` : `is longer than ${bound} letters: shorten it`;
    default:
      return `write ${bound} or ${least ? 'more' : 'less'}${exclusive ? `, but not ${bound} itself` : ''}`;
  }
}

/** Schemas describe what they want as `an ISO 4217 currency code such as "EUR"`; the value makes a sentence of it. */
function asSentence(message: string, value: unknown): string {
  if (!/^an? /.test(message) || message.includes(' is ')) return message;
  return value === undefined ? `is missing: write ${message}` : `${show(value)} is not ${message}`;
}

function show(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

function key(path: Path): string {
  const last = path.findLast((step) => typeof step === 'string');
  return typeof last === 'string' ? last : 'it';
}

/** `: '0.00'`, as a file that is right has it there. */
function exampleText(kind: MarketFileKind, path: Path, before = ': '): string {
  const example = path.reduce<unknown>((node, step) => childOf(node, step), exampleFiles[kind]);
  if (example === undefined) return '';
  const text = stringify(example, { collectionStyle: 'flow', singleQuote: true, lineWidth: 0 }).trim();
  return text.length > 80 ? '' : `${before}${text}`;
}

function childOf(node: unknown, step: PropertyKey): unknown {
  if (Array.isArray(node)) return typeof step === 'number' ? (node as unknown[])[0] : undefined;
  if (typeof node !== 'object' || node === null) return undefined;
  return (node as Record<PropertyKey, unknown>)[step];
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly const?: unknown;
}

/** The keys there are at a path. */
function keysAt(kind: MarketFileKind, path: Path): string[] {
  return [...new Set(schemasAt(kind, path).flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

function valuesAt(kind: MarketFileKind, path: Path, discriminator: string | undefined): string[] {
  if (discriminator === undefined) return [];
  return schemasAt(kind, path).flatMap(({ properties }) => {
    const value = properties?.[discriminator]?.const;
    return value === undefined ? [] : [String(value)];
  });
}

function schemasAt(kind: MarketFileKind, path: Path): JsonSchema[] {
  const step = (schemas: readonly JsonSchema[], name: PropertyKey): JsonSchema[] =>
    schemas.flatMap((schema) => {
      const child =
        typeof name === 'number' ? schema.items : (schema.properties?.[String(name)] ?? schema.additionalProperties);
      return typeof child === 'object' ? members(child) : [];
    });
  return path.reduce<JsonSchema[]>(step, members(marketJsonSchema(kind) as JsonSchema));
}

function members(schema: JsonSchema): JsonSchema[] {
  return [schema, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(members)];
}
