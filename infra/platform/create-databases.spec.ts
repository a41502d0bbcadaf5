import { prefixOf, withDatabase } from './create-databases.ts';

test('a database name in the URL is put in front of ours, so that two regions may share a server', () => {
  expect(prefixOf('postgres://u:p@db:5432/eu')).toBe('eu_');
  expect(prefixOf('postgres://u:p@db:5432')).toBe('');
  expect(prefixOf('postgres://u:p@db:5432/postgres')).toBe('');
});

test('the name is exchanged and everything else of the URL is kept', () => {
  expect(withDatabase('postgres://u:p%40ss@db:5432/eu?sslmode=require', 'eu_catalog')).toBe(
    'postgres://u:p%40ss@db:5432/eu_catalog?sslmode=require',
  );
});
