/**
 * Which room may know which, by folder. Nx sees projects, this sees the rooms inside one. Each rule says why in `comment` and has a file under
 * tools/boundaries/fixtures/bad/<rule>/ that breaks it; tools/boundaries/boundaries.spec.ts proves that it bites.
 *
 * Paths may be prefixed: fixtures are cruised from their own root, and reach the real libraries upwards.
 */
const at = (path) => `(^|/)${path}`;
const spec = '\\.spec\\.ts$';
const npm = (...names) => at(`node_modules/(${names.join('|')})/`);

const frameworks = npm(
  '@nestjs',
  'fastify',
  '@fastify',
  'typeorm',
  'kafkajs',
  'pg',
  'lmdb',
  'pino',
  'prom-client',
  '@opentelemetry',
);

/** Where a process or a package begins. */
const entryPoints = [
  at('apps/[^/]+/src/(main|migrate)\\.tsx?$'),
  at('libs/[^/]+/src/index\\.ts$'),
  at('libs/[^/]+/src/[^/]+/index\\.ts$'),
  at('infra/[^/]+\\.ts$'),
];

/** Reached by specs alone, on purpose. */
const provenAhead = [
  // Rules of pricing that are decided and proven; no use-case asks them yet.
  at('apps/pricing/src/domain/(charm-price|explain-quote|prior-price)\\.ts$'),
];

export default {
  forbidden: [
    {
      name: 'kernel-knows-nobody',
      comment:
        'A word everybody shares cannot depend on anybody: the kernel imports itself and the exact-number libraries behind it.',
      severity: 'error',
      from: { path: at('libs/kernel/src/'), pathNot: spec },
      to: {
        path: at('(libs|apps)/|node_modules/'),
        pathNot: [at('libs/kernel/'), npm('currency\\.js', 'currency-codes', 'uuid')],
      },
    },
    {
      name: 'kernel-touches-no-world',
      comment: 'The kernel is pure: no files, no network, no process. Whoever needs the world is in platform.',
      severity: 'error',
      from: { path: at('libs/kernel/src/'), pathNot: spec },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|util)$' },
    },
    {
      name: 'contracts-know-kernel-only',
      comment: 'A contract is read by every process; what it imports, everybody imports. Kernel and zod, nothing else.',
      severity: 'error',
      from: { path: at('libs/contracts/src/'), pathNot: spec },
      to: { path: at('(libs|apps)/|node_modules/'), pathNot: [at('libs/(kernel|contracts)/'), npm('zod')] },
    },
    {
      name: 'platform-knows-no-app',
      comment: 'Platform has no opinion about goods. If it needs one, the code belongs to a service.',
      severity: 'error',
      from: { path: at('libs/platform/') },
      to: { path: at('apps/') },
    },
    {
      name: 'sdk-stands-alone',
      comment: 'Frontends install the sdk. It carries none of our servers with it.',
      severity: 'error',
      from: { path: at('libs/sdk/src/'), pathNot: spec },
      to: { path: at('(libs|apps)/'), pathNot: at('libs/sdk/') },
    },
    {
      name: 'no-app-imports-another',
      comment:
        'Services meet in contracts and on Kafka. An import between two is a distributed monolith in the making.',
      severity: 'error',
      from: { path: '(?:^|/)apps/([^/]+)/' },
      to: { path: at('apps/'), pathNot: '(?:^|/)apps/$1/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'The domain decides; it can be read and tested without a framework, a database or a clock. It knows kernel and itself; what it takes from a contract it states as the shape it needs.',
      severity: 'error',
      from: { path: at('apps/[^/]+/src/domain/'), pathNot: spec },
      to: {
        path: at('(libs|apps)/|node_modules/'),
        pathNot: [at('libs/kernel/'), at('apps/[^/]+/src/domain/')],
      },
    },
    {
      name: 'domain-touches-no-world',
      comment: 'No files, no network, no process in the domain: what an answer depends on is in its signature.',
      severity: 'error',
      from: { path: at('apps/[^/]+/src/domain/'), pathNot: spec },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|util)$' },
    },
    {
      name: 'application-knows-no-technology',
      comment:
        'A use-case says first this, then that, through its own ports. Nest, SQL, Kafka and HTTP are wired around it in the module.',
      severity: 'error',
      from: { path: at('apps/[^/]+/src/application/'), pathNot: spec },
      to: { path: [frameworks, at('libs/platform/'), at('libs/contracts/src/http/')] },
    },
    {
      name: 'application-speaks-its-own-words',
      comment:
        'Contracts are what services say to each other; a use-case that speaks them changes with each of their versions. The adapters translate. The gateway alone has no words of its own: it serves what the facts say.',
      severity: 'error',
      from: { path: at('apps/[^/]+/src/application/'), pathNot: [spec, at('apps/gateway/')] },
      to: { path: at('libs/contracts/') },
    },
    {
      name: 'application-knows-no-door',
      comment: 'Doors depend on use-cases, never the other way, so that a second door needs no change here.',
      severity: 'error',
      from: { path: at('apps/[^/]+/src/(application|domain)/') },
      to: { path: at('apps/[^/]+/src/(inbound|outbound)/') },
    },
    {
      name: 'inbound-knows-no-outbound',
      comment: 'Whoever calls us is not whom we call. They meet in a use-case, and the module wires them.',
      severity: 'error',
      from: { path: at('apps/[^/]+/src/inbound/'), pathNot: spec },
      to: { path: [at('apps/[^/]+/src/outbound/'), npm('typeorm', 'pg', 'kafkajs', 'lmdb')] },
    },
    {
      name: 'outbound-knows-no-inbound',
      comment: 'An adapter serves a port of the application; it does not know which door the call came through.',
      severity: 'error',
      from: { path: at('apps/[^/]+/src/outbound/'), pathNot: spec },
      to: { path: [at('apps/[^/]+/src/inbound/'), npm('@nestjs', 'fastify')] },
    },
    {
      name: 'rooms-know-no-wiring',
      comment: 'The module, the settings and main are the outermost ring: nothing inside reaches out to them.',
      severity: 'error',
      from: { path: at('apps/[^/]+/src/(domain|application|inbound|outbound)/'), pathNot: spec },
      to: {
        path: [at('apps/[^/]+/src/[^/]+\\.(module|config)\\.ts$'), at('apps/[^/]+/src/(main|migrate)\\.ts$')],
        pathNot: at('apps/cli/'),
      },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nobody-imports-a-spec',
      comment: 'What two specs share is a fixture with a name, not a spec.',
      severity: 'error',
      from: {},
      to: { path: spec },
    },
    {
      name: 'shipped-code-imports-no-test-code',
      comment: 'Test helpers and development packages are not there in production.',
      severity: 'error',
      from: {
        path: at('(libs|apps)/[^/]+/src/'),
        pathNot: [spec, at('libs/platform/src/testing/')],
      },
      to: {
        path: [at('libs/platform/src/testing/'), npm('jest', '@jest', 'fast-check', '@nestjs/testing', 'autocannon')],
      },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that resolves to nothing is a crash at start.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-file-unreachable',
      comment: 'Code no entry point reaches is dead: delete it or use it. A spec is not a use.',
      severity: 'error',
      from: { path: entryPoints },
      to: {
        path: at('(libs|apps)/[^/]+/src/'),
        pathNot: [spec, '\\.d\\.ts$', at('generated/'), at('testing/'), ...entryPoints, ...provenAhead],
        reachable: false,
      },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'dist'] },
    exclude: { path: ['/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
