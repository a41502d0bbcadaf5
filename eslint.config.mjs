import js from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import ts from 'typescript-eslint';

// Without a graph in its cache the Nx rule skips itself and all is well, it says: a fresh clone would pass whatever it holds.
await createProjectGraphAsync();

/** Globals of Node that plain-JavaScript files use; TypeScript files get theirs from @types/node. */
const nodeGlobals = Object.fromEntries(
  [
    ['process', 'console', 'fetch', 'URL', 'Buffer', 'performance', 'AbortSignal', 'AbortController'],
    ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'structuredClone'],
  ]
    .flat()
    .map((name) => [name, 'readonly']),
);

/** What a service may be built from. No service is in any list, so none can import another. */
const foundation = ['room:kernel', 'room:contracts', 'room:platform'];

/**
 * Who may depend on whom, project by project; dependency-cruiser says the same of the rooms inside one. There is no `*`: a project whose
 * tags match nothing here may import nothing. Proven by tools/boundaries/boundaries.spec.ts.
 */
export const depConstraints = [
  {
    sourceTag: 'room:kernel',
    onlyDependOnLibsWithTags: ['room:kernel'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'kafkajs', 'pg', 'fastify', 'zod'],
  },
  {
    sourceTag: 'room:contracts',
    onlyDependOnLibsWithTags: ['room:kernel', 'room:contracts'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'kafkajs', 'pg', 'fastify'],
  },
  { sourceTag: 'room:platform', onlyDependOnLibsWithTags: foundation },
  {
    sourceTag: 'room:sdk',
    onlyDependOnLibsWithTags: ['room:sdk'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'kafkajs', 'pg', 'fastify'],
  },
  {
    sourceTag: 'room:app',
    onlyDependOnLibsWithTags: [...foundation, 'room:sdk'],
    bannedExternalImports: ['kafkajs', 'typeorm'],
  },
  ...['catalog', 'pricing', 'inventory', 'checkout', 'finance', 'gateway'].map((service) => ({
    sourceTag: `service:${service}`,
    onlyDependOnLibsWithTags: foundation,
  })),
  {
    // What runs in a browser has what any frontend has: the client.
    sourceTag: 'service:console',
    onlyDependOnLibsWithTags: ['room:sdk'],
  },
  {
    sourceTag: 'service:cli',
    onlyDependOnLibsWithTags: ['room:kernel', 'room:contracts', 'room:platform', 'room:sdk'],
  },
];

export default ts.config(
  { ignores: ['**/dist/**', '**/generated/**', '**/fixtures/bad/**', '.nx/**', '.local/**', 'coverage/**'] },
  js.configs.recommended,
  ...ts.configs.strict,
  prettier,
  {
    plugins: { '@nx': nx },
    // In a file with decorators an import that looks like a type may be what Nest injects by.
    languageOptions: { parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true } },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  {
    // A test may start the platform's real parts as the supervisor does.
    files: ['**/test/**'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: ['^(\\.\\./)+infra/(kafka|platform)/'], depConstraints }],
    },
  },
  {
    // What an answer depends on is in its signature: `now` and ids are passed in, so that a spec can say them.
    files: ['apps/*/src/domain/**', 'apps/*/src/application/**'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name="Date"][property.name="now"]',
          message: 'Take `now` as an argument.',
        },
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take `now` as an argument.' },
        {
          selector: 'MemberExpression[object.name="Math"][property.name="random"]',
          message: 'Take chance as an argument.',
        },
      ],
    },
  },
  {
    // A spec that is skipped claims nothing, and one that runs alone silences the others.
    files: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(only|skip|todo|failing)$/], CallExpression[callee.name=/^[fx](test|it|describe)$/]',
          message: 'Run it, or delete it.',
        },
      ],
    },
  },
  {
    // Node runs these as they are, taking the types away: what is more than a type has to stay out.
    files: ['infra/**/*.ts', 'tools/**/*.ts', 'faults/**/*.ts', 'bench/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.d.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSEnumDeclaration, TSParameterProperty, TSModuleDeclaration, TSImportEqualsDeclaration, Decorator',
          message: 'Node cannot strip this: write it in plain JavaScript.',
        },
      ],
    },
  },
  {
    // A journey reads answers as a stranger's program does: as JSON, without our types.
    files: ['e2e/**', 'faults/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: nodeGlobals } },
  {
    // Sent to the browser as it is.
    files: ['apps/console/public/**'],
    languageOptions: { globals: { localStorage: 'readonly', matchMedia: 'readonly', document: 'readonly' } },
  },
  {
    files: ['tools/**', 'infra/**', 'faults/**', 'bench/**', 'apps/cli/**'],
    rules: { 'no-console': 'off' },
    languageOptions: { globals: nodeGlobals },
  },
);
