import { z } from 'zod';
import type { MarketDefinition } from './market-definition.js';

/** What a change of a definition has consequences for, in the order a reader asks. */
export const marketConsequences = [
  'identity',
  'tax',
  'prices',
  'fees',
  'shipping',
  'payments',
  'grades',
  'law',
  'languages',
  'sources',
] as const;
export type MarketConsequence = (typeof marketConsequences)[number];

/** One value that is there, gone or another. */
export const marketDifferenceSchema = z
  .object({
    /** Entries of lists go by their own key: `shipping[express].price`. */
    path: z.string(),
    kind: z.enum(['added', 'removed', 'changed']),
    before: z.unknown(),
    after: z.unknown(),
    consequence: z.enum(marketConsequences),
  })
  .meta({ id: 'MarketDifference' });
export type MarketDifference = z.infer<typeof marketDifferenceSchema>;

const consequenceOf: { readonly [key in keyof MarketDefinition]-?: MarketConsequence } = {
  code: 'identity',
  name: 'identity',
  region: 'identity',
  countries: 'identity',
  currency: 'identity',
  timeZone: 'identity',
  taxInclusive: 'tax',
  tax: 'tax',
  charm: 'prices',
  offerLimits: 'prices',
  fees: 'fees',
  shipping: 'shipping',
  shipsTo: 'shipping',
  shipsFrom: 'shipping',
  payments: 'payments',
  grades: 'grades',
  consumerLaw: 'law',
  qualityGate: 'law',
  contentLint: 'law',
  documents: 'law',
  defaultLocale: 'languages',
  locales: 'languages',
  wording: 'languages',
  sources: 'sources',
  flags: 'sources',
};

/** What the entries of a list are told apart by, so that one put in front is one addition and not a change of all that follow. */
const keysOfEntries = ['id', 'method', 'grade', 'locale', 'language'] as const;

/** Every value in which two definitions differ, grouped by consequence, then in the order of the file. */
export function diffMarkets(before: MarketDefinition, after: MarketDefinition): MarketDifference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof MarketDefinition)[];
  const changes = keys.flatMap((key) =>
    differences(before[key], after[key], key).map((change) => ({ ...change, consequence: consequenceOf[key] })),
  );
  const rank = (change: MarketDifference): number => marketConsequences.indexOf(change.consequence);
  return changes.sort((a, b) => rank(a) - rank(b));
}

/** How many changes of each consequence there are; those without any are left out. */
export function countByConsequence(
  changes: readonly Pick<MarketDifference, 'consequence'>[],
): { consequence: MarketConsequence; changes: number }[] {
  return marketConsequences.flatMap((consequence) => {
    const count = changes.filter((change) => change.consequence === consequence).length;
    return count === 0 ? [] : [{ consequence, changes: count }];
  });
}

type Difference = Omit<MarketDifference, 'consequence'>;

function differences(before: unknown, after: unknown, path: string): Difference[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ path, kind: 'added', before: null, after }];
  if (after === undefined) return [{ path, kind: 'removed', before, after: null }];
  const [left, right] = [namedParts(before), namedParts(after)];
  if (left === undefined || right === undefined)
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, kind: 'changed', before, after }];
  const isList = Array.isArray(before) || Array.isArray(after);
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((name) =>
    differences(left.get(name), right.get(name), isList ? `${path}[${name}]` : `${path}.${name}`),
  );
}

/** The parts of a group or a list by name; undefined for a value that has none. */
function namedParts(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(value.map((entry: unknown, i) => [nameOf(entry) ?? `${i}`, entry]));
}

function nameOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'object' || entry === null) return undefined;
  const key = keysOfEntries.find((candidate) => candidate in entry);
  return key === undefined ? undefined : String((entry as Record<string, unknown>)[key]);
}
