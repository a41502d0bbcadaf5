import type { Sources } from './datasets.js';
import type { DraftBook, ProductDraft } from './product-draft.js';
import type { DetectorModel } from './read-detector-models.js';
import type { RejectReport } from './reject-report.js';
import { brandAliases } from './brand-aliases.js';
import type { JoinOutcome } from './join-report.js';
import { templateFiller } from './fill-template.js';
import { codeMatcher } from './match-detector-codes.js';
import { readPlayDevices } from './read-play-devices.js';
import { joinKeyOf } from './spelling.js';

/**
 * Gives the drafts the model codes Google Play lists under their names ("SM-S911B" for Galaxy S23), and opens a draft for a device
 * Play names and the detector knows by a template only ("Redmi Note 4" by `Redmi Note $1`). Other names are no product: half of
 * that list are code names.
 */
export function joinPlayDevices(
  drafts: DraftBook,
  templates: readonly DetectorModel[],
  sources: Sources,
  rejects: RejectReport,
): void {
  const known = indexByName(drafts);
  const fill = templateIndex(templates);
  const modelOf = codeMatcher(sources.patterns);
  const byPattern = (maker: string, name: string, code: string): ProductDraft | undefined => {
    const model = modelOf(maker, code);
    if (model === undefined || !(isCodeName(name, code) || isSameName(name, model))) return undefined;
    return known.get(`${maker} ${joinKeyOf(model)}`);
  };
  const brands = new Set(
    [...[...drafts].map(({ brand }) => brand), ...templates.map(({ brand }) => brand)].map(joinKeyOf),
  );
  for (const { brand, name, code } of readPlayDevices(sources.play, sources.datasets.play.dataset, rejects)) {
    const ownBrand = joinKeyOf(brand);
    const makers = [brandAliases[ownBrand] ?? ownBrand, ownBrand];
    const spellings = [name, withoutBrand(name, brand)];
    const found = (find: (maker: string, spelling: string) => ProductDraft | undefined) =>
      firstOf(makers, spellings, find);
    const exact = found((maker, spelling) => known.get(`${maker} ${joinKeyOf(spelling)}`));
    const loose = exact ?? found((maker, spelling) => known.get(`${maker} ${joinKeyOf(withoutRadio(spelling))}`));
    const filled = loose ?? found((maker, spelling) => openFilled(drafts, known, fill(maker, spelling)));
    const draft = filled ?? firstOf(makers, [code], (maker) => byPattern(maker, name, code));
    const row = `${brand} / ${name} / ${code}`;
    if (draft === undefined) {
      const isKnown = makers.some((maker) => brands.has(maker));
      rejects.joins.add(
        'playCodes',
        !isKnown ? 'unknownBrand' : isCodeName(name, code) ? 'codeName' : 'unknownName',
        row,
      );
      continue;
    }
    rejects.joins.add('playCodes', foundBy(exact, loose, filled), row);
    draft.datasets.add('play');
    if (joinKeyOf(code) !== joinKeyOf(draft.model)) draft.modelCodes.add(code);
  }
}

/** By which of the ways, tried in this order. */
function foundBy(exact: unknown, loose: unknown, filled: unknown): JoinOutcome<'playCodes'> {
  if (exact !== undefined) return 'sameName';
  if (loose !== undefined) return 'withoutRadio';
  return filled !== undefined ? 'filledTemplate' : 'codePattern';
}

/**
 * Two names that may well be of one model: one says more than the other. Patterns are wrong for one code in sixteen, and then give a sister
 * model (`Galaxy S6 Active` as `Galaxy S5 Active`), which no shopper would forgive.
 */
function isSameName(name: string, model: string): boolean {
  const [one, other] = [joinKeyOf(name), joinKeyOf(model)];
  return Math.min(one.length, other.length) > 1 && (one.includes(other) || other.includes(one));
}

/** A row that has no name but its code again names no device a buyer would look for. */
function isCodeName(name: string, code: string): boolean {
  return joinKeyOf(name) === joinKeyOf(code);
}

function indexByName(drafts: DraftBook): Map<string, ProductDraft> {
  const known = new Map<string, ProductDraft>();
  for (const draft of drafts)
    for (const name of [draft.model, ...draft.detectorNames]) {
      const key = `${joinKeyOf(draft.brand)} ${joinKeyOf(name)}`;
      if (!known.has(key)) known.set(key, draft);
    }
  return known;
}

/** Fills the templates of a maker; the first that fits wins, as in the detector itself. */
function templateIndex(
  templates: readonly DetectorModel[],
): (maker: string, name: string) => DetectorModel | undefined {
  const byMaker = Map.groupBy(
    templates.map((template) => ({ ...template, fill: templateFiller(template.model) })),
    (template) => joinKeyOf(template.brand),
  );
  return (maker, name) => {
    for (const { brand, deviceType, fill } of byMaker.get(maker) ?? []) {
      const model = fill(name);
      if (model !== undefined) return { brand, model, deviceType, isTemplate: false };
    }
    return undefined;
  };
}

function openFilled(
  drafts: DraftBook,
  known: Map<string, ProductDraft>,
  filled: DetectorModel | undefined,
): ProductDraft | undefined {
  if (filled === undefined) return undefined;
  const draft = drafts.open(filled.brand, filled.model, filled.deviceType);
  draft.detectorNames.add(filled.model);
  draft.datasets.add('detector');
  known.set(`${joinKeyOf(filled.brand)} ${joinKeyOf(filled.model)}`, draft);
  return draft;
}

function firstOf(
  makers: readonly string[],
  names: readonly string[],
  find: (maker: string, name: string) => ProductDraft | undefined,
): ProductDraft | undefined {
  for (const maker of makers)
    for (const name of names) {
      const found = find(maker, name);
      if (found !== undefined) return found;
    }
  return undefined;
}

function withoutBrand(name: string, brand: string): string {
  return name.toLowerCase().startsWith(`${brand.toLowerCase()} `) ? name.slice(brand.length + 1) : name;
}

/** Sources disagree on whether the radio is part of the name. Tried after the exact name, so that "A52" and "A52 5G" stay two. */
function withoutRadio(name: string): string {
  return name.replace(/\s*\(?\b(4G|5G|LTE|3G)\)?$/i, '');
}
