import { codes as currencyCodes } from 'currency-codes';
import ts from 'typescript';
import { checkMigrations } from './migrations.ts';
import type { SourceTree } from './source-tree.ts';

/** One place that breaks a rule. `line` is absent when the whole file or folder does. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly line?: number;
  readonly text: string;
}

export interface Rule {
  readonly name: string;
  /** What it protects. */
  readonly why: string;
  readonly check: (tree: SourceTree) => Finding[];
}

const maxSourceLines = 400;
const maxReadmeLines = 60;
const aimless = /(^|\/)(utils|common|helpers|types)\//;
const spec = /\.spec\.ts$|(^|\/)test\//;
const source = /\.(tsx?|mjs)$/;

export const rules: readonly Rule[] = [
  {
    name: 'settings-at-the-door',
    why: 'a setting read in the middle of the code is a setting nobody validated at start and nobody finds in the list',
    check: (tree) =>
      checkNodes(
        tree,
        (path) => /^(libs|apps)\//.test(path) && !mayReadEnvironment(path),
        (node) =>
          ts.isPropertyAccessExpression(node) &&
          node.name.text === 'env' &&
          ts.isIdentifier(node.expression) &&
          node.expression.text === 'process'
            ? 'reads process.env: take the value from the service’s *.config.ts'
            : undefined,
        'settings-at-the-door',
      ),
  },
  {
    name: 'named-exports',
    why: 'a default export has another name in every file that imports it, so it cannot be searched for',
    check: (tree) =>
      checkNodes(
        tree,
        (path) => /^(libs|apps)\/[^/]+\/src\//.test(path),
        (node) =>
          ts.isExportAssignment(node) ||
          (ts.canHaveModifiers(node) &&
            ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword))
            ? 'exports a default: give it its name'
            : undefined,
        'named-exports',
      ),
  },
  {
    name: 'market-is-data',
    why: 'a branch on a country, a currency or a region makes the next market a change of code instead of a file in markets/',
    check: (tree) =>
      checkNodes(
        tree,
        (path) =>
          /^(apps\/[^/]+|libs\/platform)\/src\//.test(path) &&
          !spec.test(path) &&
          // Device names: there GB is a gigabyte.
          !path.startsWith('apps/cli/src/catalog/'),
        branchOnMarket,
        'market-is-data',
      ),
  },
  {
    name: 'folders-say-what-is-in-them',
    why: 'a folder named utils, common, helpers or types takes anything, and so says nothing',
    check: ({ paths }) =>
      paths
        .filter((path) => source.test(path) && aimless.test(path))
        .map((path) => ({
          rule: 'folders-say-what-is-in-them',
          path,
          text: 'lies in a folder named after nothing: name the folder after what is in it',
        })),
  },
  {
    name: 'service-has-a-page',
    why: 'whoever is woken at night reads one page: owns, hears, says, answers, what happens when it is down',
    check: (tree) =>
      tree.paths
        .filter((path) => /^apps\/[^/]+\/src\/main\.tsx?$/.test(path))
        .map((path) => path.replace(/src\/main\.tsx?$/, 'README.md'))
        .flatMap((path) => {
          if (!tree.paths.includes(path))
            return [
              { rule: 'service-has-a-page', path, text: 'is missing: say what the service owns, hears and answers' },
            ];
          const lines = countLines(tree.read(path));
          if (lines <= maxReadmeLines) return [];
          return [
            { rule: 'service-has-a-page', path, text: `has ${lines} lines; a page has at most ${maxReadmeLines}` },
          ];
        }),
  },
  {
    name: 'files-fit-in-a-head',
    why: 'a long file hides a second thing; specs may be long, they are read one case at a time',
    check: (tree) =>
      tree.paths
        .filter((path) => source.test(path) && !spec.test(path))
        .flatMap((path) => {
          const lines = countLines(tree.read(path));
          if (lines <= maxSourceLines) return [];
          return [
            { rule: 'files-fit-in-a-head', path, text: `has ${lines} lines, more than ${maxSourceLines}: split it` },
          ];
        }),
  },
  {
    name: 'numbers-name-one-file',
    why: 'a decision or a migration is spoken of by its number; two of one number are two that nobody can speak of',
    check: ({ paths }) => {
      const first = new Map<string, string>();
      return paths.flatMap((path): Finding[] => {
        const numbered = /^(.*(?:docs\/adr|\/migrations)\/\d{4})-[^/]*$/.exec(path)?.[1];
        if (numbered === undefined) return [];
        const other = first.get(numbered);
        if (other === undefined) first.set(numbered, path);
        if (other === undefined) return [];
        return [{ rule: 'numbers-name-one-file', path, text: `has the number of ${other}: take the next free one` }];
      });
    },
  },
  {
    name: 'migrations-stay',
    why: 'a migration that ran somewhere is history: an edit of it runs nowhere, and two databases differ from then on',
    check: checkMigrations,
  },
];

function mayReadEnvironment(path: string): boolean {
  return (
    spec.test(path) ||
    path.endsWith('.config.ts') ||
    path.startsWith('libs/platform/src/config/') ||
    path.startsWith('apps/cli/')
  );
}

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);
const currencies = new Set(currencyCodes());
const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const cells = new Set(['eu', 'us']);

/** `x === 'FR'`, `case 'EUR':` and `['FR', 'DE'].includes(x)`. */
function branchOnMarket(node: ts.Node): string | undefined {
  const code = comparedLiterals(node).find(isMarketCode);
  return code === undefined ? undefined : `branches on '${code}': the difference belongs in the market’s definition`;
}

function comparedLiterals(node: ts.Node): string[] {
  if (ts.isBinaryExpression(node) && comparisons.has(node.operatorToken.kind)) return texts([node.left, node.right]);
  if (ts.isCaseClause(node)) return texts([node.expression]);
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'includes' &&
    ts.isArrayLiteralExpression(node.expression.expression)
  )
    return texts(node.expression.expression.elements);
  return [];
}

function texts(nodes: readonly ts.Node[]): string[] {
  return nodes.filter(ts.isStringLiteralLike).map((node) => node.text);
}

function isMarketCode(text: string): boolean {
  if (cells.has(text) || currencies.has(text)) return true;
  return /^[A-Z]{2}$/.test(text) && regionNames.of(text) !== undefined;
}

function checkNodes(
  tree: SourceTree,
  covers: (path: string) => boolean,
  judge: (node: ts.Node) => string | undefined,
  rule: string,
): Finding[] {
  return tree.paths
    .filter((path) => source.test(path) && covers(path))
    .flatMap((path) => {
      const file = ts.createSourceFile(path, tree.read(path), ts.ScriptTarget.Latest);
      const findings: Finding[] = [];
      const visit = (node: ts.Node): void => {
        const text = judge(node);
        if (text !== undefined) {
          const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
          findings.push({ rule, path, line, text });
        }
        ts.forEachChild(node, visit);
      };
      visit(file);
      return findings;
    });
}

function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
