import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import workshop from './libs/workshop/lint/plugin.mjs';
import { refreshProjectGraph } from './libs/workshop/lint/project-graph.mjs';
import { boundaries } from './libs/workshop/rooms.mjs';

// The boundaries rule reads Nx's graph from disk and passes silently where there is none.
await refreshProjectGraph();

export default defineConfig(
  { ignores: ['dist/', 'tmp/', '.data/', '.nx/', 'test-results/', 'playwright-report/', '**/generated/**', '**/templates/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { '@nx': nx, workshop },
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: [], depConstraints: boundaries(), checkDynamicDependenciesExceptions: ['.*'], banTransitiveDependencies: true },
      ],
      'workshop/fences': 'error',
      'workshop/cypher-at-home': 'error',
      'workshop/versioned-writes': 'error',
      'workshop/few-parts': 'error',
      'workshop/stays-at-home': 'error',
      'workshop/text-from-catalogue': 'error',
      'max-lines': ['error', { max: 400 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-debugger': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-dupe-else-if': 'error',
      'no-duplicate-case': 'error',
      'no-empty': 'error',
      'no-self-compare': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.tsx', 'libs/*/web/**/*.ts', 'libs/webkit/**/*.ts', 'apps/web/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
);
