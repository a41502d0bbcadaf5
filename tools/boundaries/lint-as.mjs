/**
 * Lints each given file as if it stood where its first line (`// as apps/pricing/src/word.ts`) says, and prints the ids of the rules it breaks as
 * JSON: `{"<file>": ["@nx/enforce-module-boundaries"]}`. A process of its own because Nx reads the project graph once.
 */
import { ESLint } from 'eslint';
import { readFileSync } from 'node:fs';

const eslint = new ESLint();
const broken = {};
for (const file of process.argv.slice(2)) {
  const code = readFileSync(file, 'utf8');
  const [, filePath] = /^\/\/ as (\S+)/.exec(code) ?? [];
  if (!filePath) throw new Error(`${file} does not say where it pretends to stand`);
  const results = await eslint.lintText(code, { filePath });
  broken[file] = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
}
console.log(JSON.stringify(broken));
