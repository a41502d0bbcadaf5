import { TYPE, parse } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('..', import.meta.url));
const textsOf = (language: string) =>
  JSON.parse(readFileSync(join(src, 'i18n', `${language}.json`), 'utf8')) as Record<string, string>;
const en = textsOf('en');
const fr = textsOf('fr');

/** Names a text expects values for. */
function placeholdersOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner =
      element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap(({ value }) => placeholdersOf(value))
        : [];
    return [element.value, ...inner];
  });
}

const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.spec.ts'))
  .map((path) => readFileSync(join(src, path), 'utf8'))
  .join('\n');

test('both languages say the same texts', () => {
  expect(Object.keys(fr)).toEqual(Object.keys(en));
  expect(Object.entries(fr).filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('a text expects the same values in both languages', () => {
  for (const [id, text] of Object.entries(en)) {
    const expected = [...new Set(placeholdersOf(parse(text)))].sort();
    expect([id, [...new Set(placeholdersOf(parse(fr[id] ?? '')))].sort()]).toEqual([id, expected]);
  }
});

test('every text is said somewhere: by its id, or as a word of its group', () => {
  const groups = new Set([...code.matchAll(/words\(\s*'([\w.]+)'/g)].map(([, group]) => group));
  const built = [...code.matchAll(/text\(`([\w.]+)\.\$\{/g)].map(([, group]) => group);
  for (const group of built) groups.add(group);
  const unsaid = Object.keys(en).filter(
    (id) => !code.includes(`'${id}'`) && !groups.has(id.slice(0, id.lastIndexOf('.'))),
  );
  expect(unsaid).toEqual([]);
});

test('every text the code says is in the catalogue', () => {
  const said = [...code.matchAll(/\btext\(\s*'([\w.]+)'/g)].map(([, id]) => id ?? '');
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((id) => !(id in en))).toEqual([]);
});
