import { z } from 'zod';
import { mediaTypesOf } from './operation.js';
import type { Operation } from './operation.js';
import { commonProblemCodes, problemCodes } from './problem-codes.js';
import type { ProblemCode } from './problem-codes.js';
import { problemSchema } from './problem.js';

type Json = Record<string, unknown>;

/** What the document says of itself. */
export interface OpenApiInfo {
  readonly version: string;
  readonly servers: readonly { readonly url: string; readonly description: string }[];
}

/** Builds the OpenAPI 3.1 document of a table of operations. Pure, so that the committed copy and the served one are the same. */
export function buildOpenApi(operations: readonly Operation[], info: OpenApiInfo): Json {
  const schemas = new Schemas();
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const item = (paths[operation.path] ??= {});
    item[operation.method.toLowerCase()] = describeOperation(operation, schemas);
  }
  schemas.add(problemSchema, 'output', 'Problem');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Reprise',
      version: info.version,
      description:
        'Refurbished electronics in many markets: exact prices, taxes by address, one call a page. Money is a decimal string with its currency. Errors are RFC 9457 problem documents with a `code` a program can branch on. Answers carry `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` (seconds); one call too many is a 429 with `Retry-After`.',
    },
    servers: info.servers,
    tags: [...new Set(operations.map((operation) => operation.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.components,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Seller, ops or finance token, or an order’s access token.',
        },
      },
    },
  };
}

function describeOperation(operation: Operation, schemas: Schemas): Json {
  const isPublic = operation.policy.includes('public');
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    ...(isPublic ? { security: [] } : { security: [{ token: [] }], 'x-roles': operation.policy }),
    parameters: [
      ...parametersIn('path', operation.params, schemas),
      ...parametersIn('query', operation.query, schemas),
      ...parametersIn('header', operation.headers, schemas),
    ],
    ...(operation.body ? { requestBody: describeBody(operation.body, schemas) } : {}),
    responses: { ...describeSuccess(operation, schemas), ...describeProblems(operation) },
  };
}

function parametersIn(where: 'path' | 'query' | 'header', shape: z.ZodObject | undefined, schemas: Schemas): Json[] {
  if (!shape) return [];
  return Object.entries(shape.shape).map(([name, schema]) => {
    const field = schema as z.ZodType;
    const { description, ...plain } = schemas.inline(field, 'input');
    return {
      name: where === 'header' ? headerName(name) : name,
      in: where,
      required: where === 'path' || !field.safeParse(undefined).success,
      ...(description ? { description } : {}),
      schema: plain,
    };
  });
}

/** `idempotency-key` as the reference writes it: `Idempotency-Key`. */
function headerName(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_all, dash: string, letter: string) => `${dash}${letter.toUpperCase()}`);
}

function describeBody(body: z.ZodType, schemas: Schemas): Json {
  const description = body.meta()?.description;
  const content = Object.fromEntries(
    mediaTypesOf({ body }).map((type) => [
      type,
      { schema: type === 'application/json' ? schemas.inline(body, 'input') : { type: 'string' } },
    ]),
  );
  return { required: true, ...(description ? { description } : {}), content };
}

function describeSuccess(operation: Operation, schemas: Schemas): Json {
  return Object.fromEntries(
    Object.entries(operation.responses).map(([status, schema]) => [
      status,
      schema === null
        ? { description: 'Done.' }
        : {
            description: operation.summary,
            content: describeAnswer(schema, operation, schemas),
          },
    ]),
  );
}

/** The answer in its own media type, JSON unless its schema says otherwise, and in those it also comes in. */
function describeAnswer(schema: z.ZodType, { alsoAs = [] }: Operation, schemas: Schemas): Json {
  const type = String(schema.meta()?.['contentType'] ?? 'application/json');
  const isJson = /[/+]json$/.test(type);
  return {
    [type]: { schema: isJson ? schemas.inline(schema, 'output') : { type: 'string' } },
    ...Object.fromEntries(alsoAs.map((also) => [also, { schema: { type: 'string', format: 'binary' } }])),
  };
}

/** Problems grouped by status, each naming its codes, so that a client can branch without reading prose. */
function describeProblems(operation: Operation): Json {
  const own = operation.policy.includes('public')
    ? operation.problems
    : [...operation.problems, 'Unauthenticated' as const, 'Forbidden' as const];
  const codes = new Set<ProblemCode>([
    ...own,
    ...commonProblemCodes.filter((code) => !['Unauthenticated', 'Forbidden'].includes(code)),
  ]);
  const byStatus = Map.groupBy(codes, (code) => String(problemCodes[code].status));
  return Object.fromEntries(
    [...byStatus].sort().map(([status, list]) => [
      status,
      {
        description: list.map((code) => `\`${code}\`: ${problemCodes[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

/** Collects named schemas (`.meta({id})`) under components, so that the document says each shape once. */
class Schemas {
  readonly components: Record<string, Json> = {};

  inline(schema: z.ZodType, io: 'input' | 'output'): Json {
    const {
      $schema: _dialect,
      $defs: _none,
      ...json
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      reused: 'inline',
      target: 'draft-2020-12',
      override: ({ jsonSchema }) => delete jsonSchema.id,
    }) as Json & { $defs?: Record<string, Json> };
    for (const [name, definition] of Object.entries(_none ?? {})) this.components[name] ??= relink(definition) as Json;
    return relink(json) as Json;
  }

  add(schema: z.ZodType, io: 'input' | 'output', name: string): void {
    this.components[name] = this.inline(schema, io);
  }
}

/** Points `#/$defs/X` at `#/components/schemas/X`. */
function relink(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relink);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string'
        ? [key, inner.replace('#/$defs/', '#/components/schemas/')]
        : [key, relink(inner)],
    ),
  );
}
