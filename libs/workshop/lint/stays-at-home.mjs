import { isBench, isTest, placeOf } from './place.mjs';

const SERVER = /^(apps\/api|graph-schema|migrations|libs\/(kernel|platform|[\w-]+\/(api|domain)))\//;

/** Packages that open a line to somewhere, and the places that may: all of them go to what the operator has configured. */
const LINES = {
  pg: /^apps\/api\/[\w-]+-command\.ts$|^libs\/(platform\/(database|outbox|backup|testing)\/|identity\/api\/auth\.ts$)/,
  'neo4j-driver': /^libs\/platform\/graph\/neo4j/,
  nodemailer: /^libs\/platform\/mail\/mail\.ts$/,
  // The keys of services that sign people in.
  jose: /^libs\/identity\/api\/oidc-client\.ts$/,
  // The server side of them.
  'graphql-ws': /^libs\/platform\/graphql\/websocket-door\.ts$/,
  ws: /^libs\/platform\/graphql\/websocket-door\.ts$/,
  // To see whether a port is free.
  net: /^libs\/platform\/(database\/embedded-postgres|graph\/neo4j-server)\.ts$/,
};

const OTHER_LINES = new Set(
  [
    'http',
    'https',
    'http2',
    'tls',
    'dgram',
    'dns',
    'dns/promises',
    'undici',
    'axios',
    'got',
    'ky',
    'node-fetch',
    'superagent',
    'request',
  ].concat(['eventsource', 'graphql-ws', 'socket.io-client', 'ssh2', 'openid-client']),
);

/** Where a service that signs people in is asked: the operator has configured it. */
const MAY_FETCH = /^libs\/identity\/api\/oidc-client\.ts$/;

const GLOBALS = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'navigator']);

/** Whether the package opens a line that this place may not open. */
function isForeign(source, place) {
  const name = String(source).replace(/^node:/, '');
  if (name in LINES) return !LINES[name].test(place);
  return OTHER_LINES.has(name);
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'The server asks nobody outside: no address that a user gives is ever fetched.' },
    schema: [],
    messages: {
      reach:
        '{{what}} reaches out of the house. The server fetches nothing; a line to a configured service is a line in lint/stays-at-home.mjs.',
    },
  },
  create(context) {
    const place = placeOf(context);
    if (
      !SERVER.test(place) ||
      isTest(place) ||
      isBench(place) ||
      /^apps\/api\/(attacks|bad-days|permissions|personal-data|start)\//.test(place)
    )
      return {};
    const look = (node, source, isType) => {
      if (!isType && source && isForeign(source.value, place)) context.report({ node, messageId: 'reach', data: { what: source.value } });
    };
    return {
      ImportDeclaration(node) {
        const typesOnly = node.specifiers.length > 0 && node.specifiers.every((specifier) => specifier.importKind === 'type');
        look(node, node.source, node.importKind === 'type' || typesOnly);
      },
      ExportNamedDeclaration: (node) => look(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => look(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => look(node, node.source, false),
      "CallExpression[callee.name='require']": (node) => look(node, node.arguments[0], false),
      'Program:exit'(node) {
        const { globalScope } = context.sourceCode.scopeManager;
        // What no scope of the file declares is the global of that name.
        for (const { identifier } of globalScope.through)
          if (GLOBALS.has(identifier.name) && !isTypeOnly(identifier) && !(identifier.name === 'fetch' && MAY_FETCH.test(place)))
            context.report({ node: identifier ?? node, messageId: 'reach', data: { what: identifier.name } });
      },
      "MemberExpression[object.name='globalThis']"(node) {
        if (GLOBALS.has(node.property.name ?? node.property.value))
          context.report({ node, messageId: 'reach', data: { what: `globalThis.${node.property.name ?? node.property.value}` } });
      },
    };
  },
};

/** A name that stands where only types do. */
function isTypeOnly(identifier) {
  return String(identifier.parent?.type).startsWith('TS') && identifier.parent.type !== 'TSAsExpression';
}
