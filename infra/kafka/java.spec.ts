import { parseJavaMajor } from './java.mjs';

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_402"', 8],
  ['openjdk version "25" 2025-09-16', 25],
  ['openjdk version "21-ea" 2023-09-19', 21],
])('%s is Java %d', (said, major) => {
  expect(parseJavaMajor(said)).toBe(major);
});

test('a program that is called java and is none has no version', () => {
  expect(parseJavaMajor('command not found')).toBeUndefined();
});
