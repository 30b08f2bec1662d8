import { createHash } from 'node:crypto';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { Kind, visit, type DocumentNode } from 'graphql';

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/** What Apollo would add to each document while it runs, added here: the hash of a document is the hash of what is asked. */
function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      const isRoot = parent !== undefined && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
      const has = node.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename');
      return isRoot || has ? undefined : { ...node, selections: [...node.selections, TYPENAME] };
    },
  });
}

/**
 * Makes the typed operations of the client: every document written with `graphql(…)` in a room's web part is checked
 * against the schema and gets the types of its variables and its answer. `persisted-documents.json` has all of them by
 * their hash; in production the server answers these and no others.
 */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['libs/*/web/**/*.{ts,tsx}', 'libs/webkit/data/**/*.{ts,tsx}', 'apps/web/**/*.{ts,tsx}', '!**/*.spec.{ts,tsx}'],
  ignoreNoDocuments: true,
  generates: {
    'libs/webkit/contract/generated/': {
      preset: 'client',
      presetConfig: {
        gqlTagName: 'graphql',
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        persistedDocuments: { hashAlgorithm: (text: string) => createHash('sha256').update(text).digest('hex') },
      },
      documentTransforms: [
        {
          transform: ({ documents }) => documents.map((file) => ({ ...file, document: file.document && withTypenames(file.document) })),
        },
      ],
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
