import { refusedCharacterIn } from './refused-character.js';

test.each([
  ['a\u0000b', 'U+0000'],
  ['bell\u0007', 'U+0007'],
  ['\u0085', 'U+0085'],
  ['abc\u202Egpj', 'U+202E'],
  ['half \uD83D of a pair', 'U+D83D'],
])('%j is refused for %s', (text, code) => {
  expect(refusedCharacterIn(text)).toBe(code);
});

test.each(['', 'Écran 6,1 pouces – « neuf »', 'two\nlines\tand a tab\r\n', '📱 سماعة', 'zero\u200Bwidth', '13″'])(
  '%j is a text',
  (text) => {
    expect(refusedCharacterIn(text)).toBeUndefined();
  },
);
