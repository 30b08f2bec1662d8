import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Makes the typed operations of the client: every document written with `graphql(…)` in a room's web part is checked
 * against the schema and gets the types of its variables and its answer.
 */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['libs/*/web/**/*.{ts,tsx}', 'libs/webkit/data/**/*.{ts,tsx}', 'apps/web/**/*.{ts,tsx}', '!**/*.spec.{ts,tsx}'],
  ignoreNoDocuments: true,
  generates: {
    'libs/webkit/contract/generated/': {
      preset: 'client',
      presetConfig: { gqlTagName: 'graphql', fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        scalars: { LocalDate: 'string', DateTime: 'string', ID: 'string' },
        defaultScalarType: 'unknown',
        // Enums are unions of their names ('ACTIVE' | 'FINISHED'): nothing to import, nothing in the bundle.
        enumType: 'string-literal',
        useTypeImports: true,
        // Apollo asks for `__typename` by itself; results are told apart by it.
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
      },
    },
  },
};

export default config;
