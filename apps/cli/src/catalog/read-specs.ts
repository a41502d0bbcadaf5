import type { DeviceSpecs } from './datasets.js';
import type { RejectReport } from './reject-report.js';
import type { Spec, SpecDefect } from './parse-spec.js';
import { parseSpec } from './parse-spec.js';
import { joinKeyOf } from './spelling.js';

/** Specifications by brand and model (both in lower case), with aliases resolved. */
export interface SpecBook {
  of(brand: string, model: string): Spec | undefined;
  /** As `of`, whatever the breaks between words and the signs: `redmi note 8 pro` is also `redminote8pro`. */
  ofSpelling(brand: string, joinKey: string): Spec | undefined;
  /** Names and codes the source says mean this model: `sm-g950f` for `galaxy s8`. */
  aliasesOf(brand: string, model: string): readonly string[];
  readonly rowCount: number;
  readonly aliasCount: number;
}

/** An alias may point at an alias; a chain longer than this is a circle. */
const maxAliasHops = 5;

/** Reads node-device-detector's specifications: `DS=6.1;RE=2023.02;` rows, and `->model` aliases that may override single fields. */
export function readSpecs(specs: DeviceSpecs, dataset: string, latestYear: number, rejects: RejectReport): SpecBook {
  const specOf = new Map<string, Spec>();
  const bySpelling = new Map<string, Spec>();
  const aliasesOf = new Map<string, string[]>();
  let rowCount = 0;
  let aliasCount = 0;
  for (const [brand, models] of Object.entries(specs)) {
    if (models === null) {
      rejects.add({ reason: 'spec_empty_brand', dataset, row: brand });
      continue;
    }
    const rows = new Map<string, SpecRow>();
    for (const [model, text] of Object.entries(models)) {
      if (text.startsWith('->')) aliasCount += 1;
      else rowCount += 1;
      rows.set(
        model,
        readRow(text, latestYear, (reason, what) =>
          rejects.add({ reason, dataset, row: `${brand} / ${model}: ${what}` }),
        ),
      );
    }
    for (const [model, row] of rows) {
      const resolved = resolve(rows, model);
      if (typeof resolved === 'string') {
        rejects.add({ reason: resolved, dataset, row: `${brand} / ${model}: ->${row.aliasOf}` });
        continue;
      }
      specOf.set(`${brand}\0${model}`, resolved.spec);
      const spelling = `${joinKeyOf(brand)}\0${joinKeyOf(model)}`;
      if (!bySpelling.has(spelling)) bySpelling.set(spelling, resolved.spec);
      const key = `${brand}\0${resolved.target}`;
      if (resolved.target !== model) aliasesOf.set(key, [...(aliasesOf.get(key) ?? []), model]);
    }
  }
  return {
    of: (brand, model) => specOf.get(`${brand}\0${model}`),
    ofSpelling: (brand, joinKey) => bySpelling.get(`${joinKeyOf(brand)}\0${joinKey}`),
    aliasesOf: (brand, model) => aliasesOf.get(`${brand}\0${model}`) ?? [],
    rowCount,
    aliasCount,
  };
}

interface SpecRow {
  readonly aliasOf?: string;
  /** What the row says itself; an alias overrides its target with it. */
  readonly spec: Spec;
}

function readRow(
  text: string,
  latestYear: number,
  refuse: (reason: SpecDefect | 'alias_malformed', what: string) => void,
): SpecRow {
  const [head = '', ...rest] = text.split(';');
  if (!head.includes('>')) return { spec: parseSpec([head, ...rest], latestYear, refuse) };
  if (/^->[^->]/.test(head)) return { aliasOf: head.slice(2), spec: parseSpec(rest, latestYear, refuse) };
  refuse('alias_malformed', text);
  return { spec: {} };
}

function resolve(
  rows: ReadonlyMap<string, SpecRow>,
  model: string,
): { target: string; spec: Spec } | 'alias_dangling' | 'alias_circular' {
  let target = model;
  let spec: Spec = {};
  for (let hop = 0; hop <= maxAliasHops; hop += 1) {
    const row = rows.get(target);
    if (row === undefined) return 'alias_dangling';
    spec = { ...row.spec, ...spec };
    if (row.aliasOf === undefined) return { target, spec };
    target = row.aliasOf;
  }
  return 'alias_circular';
}
