import fc from 'fast-check';
import { withinOneEdit } from './within-one-edit.js';
import { withinTwoEdits } from './within-two-edits.js';

test.each([
  ['playstation', 'playstatoin', true],
  ['playstation', 'plastaton', true],
  ['motorola', 'motorrolla', true],
  ['motorola', 'omtoroal', true],
  ['motorola', 'matarula', false],
  ['abcdefgh', 'abcdefgh', true],
  ['abcdefgh', 'abcde', false],
])('%p and %p: %p', (a, b, expected) => {
  expect(withinTwoEdits(a, b)).toBe(expected);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

test('it says the same from either side, and holds whatever one edit reaches', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(withinTwoEdits(a, b)).toBe(withinTwoEdits(b, a));
      if (withinOneEdit(a, b)) expect(withinTwoEdits(a, b)).toBe(true);
    }),
  );
});

test('two edits anywhere are within two', () => {
  const edit = (text: string, at: number, kind: number): string => {
    const i = text.length === 0 ? 0 : at % text.length;
    const [before, after] = [text.slice(0, i), text.slice(i + 1)];
    return [before + after, `${before}z${text.slice(i)}`, `${before}z${after}`][kind % 3] as string;
  };
  fc.assert(
    fc.property(word, fc.nat(20), fc.nat(2), fc.nat(20), fc.nat(2), (text, at, kind, at2, kind2) => {
      expect(withinTwoEdits(text, edit(edit(text, at, kind), at2, kind2))).toBe(true);
    }),
  );
});
