import { readFileSync } from 'node:fs';
import { drawTable, withDrawing } from './draw-order-life.ts';

const page = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8');

test('ARCHITECTURE.md shows the transitions the tables have', () => {
  expect(withDrawing(page)).toBe(page);
});

test('a drawing that was edited by hand is not taken for the tables', () => {
  const edited = page.replace('confirmed --> refunding', 'confirmed --> refunded');
  expect(edited).not.toBe(page);
  expect(withDrawing(edited)).toBe(page);
});

test('events that lead the same way share an arrow; a state nothing leaves is an end', () => {
  const table = { a: { x: { to: 'b' }, y: { to: 'b' }, z: 'late' }, b: { x: 'late', y: 'late', z: 'refused' } };
  expect(drawTable(table, ['a'])).toBe(
    '```mermaid\nstateDiagram-v2\n    [*] --> a\n    a --> b: x, y\n    b --> [*]\n```',
  );
});

test('a page without a place for the drawing is refused', () => {
  expect(() => withDrawing('# Architecture')).toThrow(/lost the place/);
});
