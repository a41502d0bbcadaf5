import { isOneOf, textOf } from './read-search.js';

test('a number in the address is the text it was', () => {
  expect(textOf({ quantity: 2 }, 'quantity')).toEqual({ quantity: '2' });
});

test('what is empty, missing or no text counts as not said', () => {
  for (const value of ['', undefined, null, {}, ['a'], true]) expect(textOf({ q: value }, 'q')).toEqual({});
});

test('a word that is none of the few counts as not said', () => {
  expect(isOneOf({ tab: 'versions' }, 'tab', ['overview', 'versions'])).toEqual({ tab: 'versions' });
  expect(isOneOf({ tab: 'constructor' }, 'tab', ['overview', 'versions'])).toEqual({});
});
