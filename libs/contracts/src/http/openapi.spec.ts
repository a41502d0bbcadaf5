import { buildOpenApi } from './openapi.js';
import { operations } from './operations.js';
import { commonProblemCodes, problemCodes } from './problem-codes.js';

interface Document {
  paths: Record<
    string,
    Record<string, { operationId: string; security: unknown[]; parameters: { name: string; in: string }[] }>
  >;
  components: { schemas: Record<string, unknown> };
}
const document = buildOpenApi(operations, { version: '0.0.0', servers: [] }) as unknown as Document;

test('the document has exactly the calls of the table', () => {
  const documented = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(documented.sort()).toEqual(operations.map((operation) => `${operation.method} ${operation.path}`).sort());
});

test('operation ids are unique, so that a client method means one call', () => {
  const ids = operations.map((operation) => operation.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every path parameter is declared and every declared one is in the path', () => {
  for (const operation of operations) {
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(Object.keys(operation.params?.shape ?? {}).sort()).toEqual(inPath.sort());
  }
});

test('a call that is not public says which token it needs', () => {
  for (const operation of operations) {
    const described = document.paths[operation.path]?.[operation.method.toLowerCase()];
    expect(described?.security.length).toBe(operation.policy.includes('public') ? 0 : 1);
  }
});

test('every reference leads to a schema the document has', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    (match) => match[1] as string,
  );
  expect(references.length).toBeGreaterThan(50);
  for (const name of new Set(references)) expect(document.components.schemas).toHaveProperty(name);
  expect(JSON.stringify(document)).not.toContain('#/$defs/');
});

test('no operation repeats a code that any call can answer with', () => {
  const common = new Set<string>(commonProblemCodes);
  for (const operation of operations) expect(operation.problems.filter((code) => common.has(code))).toEqual([]);
});

test('every problem code is used by some call, so that none outlives its rule', () => {
  const used = new Set<string>([...commonProblemCodes, ...operations.flatMap((operation) => operation.problems)]);
  expect(Object.keys(problemCodes).filter((code) => !used.has(code))).toEqual([]);
});

test('personal data has no place in a path or query, where logs would keep it', () => {
  for (const operation of operations) {
    const names = [...Object.keys(operation.params?.shape ?? {}), ...Object.keys(operation.query?.shape ?? {})];
    for (const personal of ['email', 'name', 'phone', 'address']) expect(names).not.toContain(personal);
  }
});
