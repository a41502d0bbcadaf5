import { formatMessage } from './format-message.js';

const cards = '{value, plural, =0 {brak} one {# karta} few {# karty} many {# kart} other {# karty}}';

test.each([
  [0, 'brak'],
  [1, '1 karta'],
  [2, '2 karty'],
  [5, '5 kart'],
  [22, '22 karty'],
])('Polish counts %i as %s', (value, text) => {
  expect(formatMessage(cards, 'pl-PL', { value })).toBe(text);
});

test('numbers are written as the language writes them, with plain spaces', () => {
  expect(formatMessage('{n, number}', 'fr-FR', { n: 1234.5 })).toBe('1 234,5');
  expect(formatMessage('{n, number}', 'de-DE', { n: 1234.5 })).toBe('1.234,5');
});

test('what is no message, or lacks a value, is left out and breaks nothing', () => {
  expect(formatMessage('{value, plural, one {x}', 'en', { value: 1 })).toBeUndefined();
  expect(formatMessage('{missing}', 'en', {})).toBeUndefined();
  expect(formatMessage('<b>{value}</b> < 3', 'en', { value: 'x' })).toBe('<b>x</b> < 3');
});
