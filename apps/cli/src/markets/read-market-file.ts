import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';

export type Path = readonly PropertyKey[];

/** One mistake in one file: where it is, what is wrong and what to write instead. */
export interface MarketFileMistake {
  readonly file: string;
  /** From 1; the line the mistake is on, or where the missing key belongs. */
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

/** A YAML file and where everything in it stands. */
export interface YamlFile {
  /** As it is shown: `markets/fr.yaml`. */
  readonly file: string;
  /** Without folder and ending: `fr`. */
  readonly name: string;
  /** What the file says; undefined when it is no YAML at all. */
  readonly content: unknown;
  readonly valueAt: (path: Path) => unknown;
  /** A scalar as it is written, without quotes: `9.90`, where its value is the number 9.9. */
  readonly textAt: (path: Path) => string | undefined;
  readonly mistake: (path: Path, message: string) => MarketFileMistake;
  /** What keeps it from being YAML. */
  readonly brokenAt: readonly MarketFileMistake[];
}

export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number, path: string, message: string): MarketFileMistake => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, path, message };
  };
  const brokenAt = document.errors.map((error) =>
    at(error.pos[0], '(yaml)', error.message.split('\n')[0] ?? 'is no YAML'),
  );
  return {
    file,
    name: file.replace(/^.*\/|\.yaml$/g, ''),
    content: brokenAt.length > 0 ? undefined : document.toJS(),
    valueAt: (path) => plain(document.getIn(path, false)),
    textAt: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
    mistake: (path, message) => at(offsetOf(document, path), textOf(path), message),
    brokenAt,
  };
}

/** Where in the text a path points; where it does not exist, the nearest thing around it that does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const steps = path.slice(0, length);
    const parent = document.getIn(steps.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === String(steps.at(-1))) : undefined;
    const node = (pair?.key ?? document.getIn(steps, true)) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function'
    ? (value.toJSON() as unknown)
    : value;
}

function textOf(path: Path): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text === '' ? '(file)' : text.replace(/^\./, '');
}
