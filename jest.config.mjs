// Suites are chosen here, by name, never by skipping: `--selectProjects unit postgres neo4j`.
const shared = {
  rootDir: '.',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx', '.cypher'],
  transform: {
    '\\.cypher$': '<rootDir>/graph-schema/cypher-as-text.mjs',
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          experimental: { keepImportAttributes: true },
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '\\.css$': '<rootDir>/libs/webkit/ui/no-styles.ts',
    '^@knotenpunkt/([^/]+)$': '<rootDir>/libs/$1/index.ts',
    '^@knotenpunkt/([^/]+)/([^/]+)$': '<rootDir>/libs/$1/$2/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data', '<rootDir>/tmp', '<rootDir>/.nx'],
};
shared.moduleNameMapper = {
  '^@knotenpunkt/migrations$': '<rootDir>/migrations/index.ts',
  '^@knotenpunkt/graph-schema$': '<rootDir>/graph-schema/index.ts',
  ...shared.moduleNameMapper,
};
const withServices = {
  ...shared,
  setupFiles: ['<rootDir>/libs/platform/testing/preload.ts'],
  globalSetup: '<rootDir>/libs/platform/testing/start-services.ts',
  globalTeardown: '<rootDir>/libs/platform/testing/stop-services.ts',
};
export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['**/*.spec.ts', '**/*.spec.tsx'] },
    { ...withServices, displayName: 'postgres', testMatch: ['**/*.int-spec.ts'] },
    {
      ...withServices,
      globalSetup: '<rootDir>/libs/platform/testing/start-services-with-neo4j.ts',
      displayName: 'neo4j',
      testMatch: ['**/*.neo4j-spec.ts'],
    },
    // Wants the sentence model (MODELS_FOLDER, or ../shared/models).
    { ...shared, displayName: 'model', testMatch: ['**/*.model-spec.ts'] },
    // Takes minutes and starts what it needs by itself: `npx nx run api:endurance`.
    { ...shared, setupFiles: withServices.setupFiles, displayName: 'endurance', testMatch: ['**/*.endurance-spec.ts'] },
  ],
  testTimeout: 60_000,
};
