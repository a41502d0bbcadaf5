/** Unit specs sit beside the code (*.spec.ts); *.int.spec.ts need a real PostgreSQL and Kafka (see tools/test.mjs). */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2024',
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/bad/'],
  modulePathIgnorePatterns: ['/dist/', '/.local/', '/.nx/'],
  testMatch: ['**/*.spec.ts'],
  maxWorkers: 2,
  // A hang is found all the same; a busy machine is no failure.
  testTimeout: 60_000,
};
