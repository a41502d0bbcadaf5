import { readFileSync } from 'node:fs';
import { compareJars, formatJarList, listFile, parseJarList, pomFile } from './jars.mjs';

const hash = (digit: string): string => digit.repeat(64);
const expected = new Map([
  ['a-1.jar', hash('a')],
  ['b-1.jar', hash('b')],
]);

test('exactly the reviewed jars are no problem', () => {
  expect(compareJars(expected, new Map(expected))).toEqual([]);
});

test('a missing jar, an altered one and one too many are each named', () => {
  const found = new Map([
    ['b-1.jar', hash('0')],
    ['evil.jar', hash('e')],
  ]);
  expect(compareJars(expected, found)).toEqual([
    'a-1.jar is missing',
    'b-1.jar has another sha256',
    'evil.jar is not on the list',
  ]);
});

test('a list reads back as it was written', () => {
  expect(parseJarList(formatJarList(expected))).toEqual(expected);
});

test('a line that is no hash and name is refused, not skipped', () => {
  expect(() => parseJarList(`${hash('a')}  a-1.jar\nb-1.jar\n`)).toThrow('b-1.jar');
});

test('the committed list holds the broker and the mirror at the version of the pom', () => {
  const version = /<kafka.version>(.+)<\/kafka.version>/.exec(readFileSync(pomFile, 'utf8'))?.[1];
  const jars = [...parseJarList(readFileSync(listFile, 'utf8')).keys()];
  expect(jars).toEqual(expect.arrayContaining([`kafka_2.13-${version}.jar`, `connect-mirror-${version}.jar`]));
});
