import { RequestRefused } from '@reprise/platform/http';
import fc from 'fast-check';
import { readCursor, writeCursor } from './list-cursor.js';

const position = { key: 29_900, id: '0199d3a0-0000-5000-8000-000000000020' };

test('what was written is read back', () => {
  expect(readCursor('price', writeCursor('price', position))).toEqual(position);
  expect(readCursor('name', writeCursor('name', { key: 'apple iphone', id: 'x' }))).toEqual({
    key: 'apple iphone',
    id: 'x',
  });
});

test('a cursor of another list is refused by name', () => {
  expect(() => readCursor('name', writeCursor('price', position))).toThrow(/belongs to another list/);
});

test('nothing else is read, and nothing else is thrown', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((text) => Buffer.from(text).toString('base64url')),
      ),
      (text) => {
        expect(() => readCursor('price', text)).toThrow(RequestRefused);
      },
    ),
  );
});
