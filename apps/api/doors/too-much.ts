/** A document no door carries out, and what is said about it. */
export interface TooMuch {
  query: string;
  variables?: Record<string, unknown>;
  says: RegExp;
}

const repeat = (count: number, part: (at: number) => string) => Array.from({ length: count }, (_, at) => part(at)).join(' ');

/** A chain of fragments, each nested in the one before. */
function fragments(count: number): string {
  return repeat(count, (at) => `fragment F${at} on Actor { parent { ${at + 1 < count ? `...F${at + 1}` : 'id'} } }`);
}

/** What is refused over HTTP. */
export const TOO_MUCH_OVER_HTTP: Record<string, TooMuch> = {
  'what is nested too deeply': {
    query: `{ actors { edges { node { ${repeat(12, () => 'parent {')} id ${repeat(12, () => '}')} } } } }`,
    says: /nested too deeply/,
  },
  'what is nested too deeply through fragments': {
    query: `{ actors { edges { node { ...F0 } } } } ${fragments(12)}`,
    says: /nested too deeply/,
  },
  'fragments that name each other': {
    query: '{ actors { edges { node { ...A } } } } fragment A on Actor { parent { ...B } } fragment B on Actor { parent { ...A } }',
    says: /./,
  },
  'what costs too much': {
    query: `{ actors(first: 100) { edges { node { ${repeat(14, (at) => `p${at}: parts { parts { parts { parts { parts { id name slug summary city } } } } }`)} } } } }`,
    says: /asks for too much/,
  },
  'too many aliases': { query: `{ ${repeat(16, (at) => `a${at}: region { id }`)} }`, says: /too many aliases/ },
  'too many aliases of what every type has': { query: `{ ${repeat(16, (at) => `a${at}: __typename`)} }`, says: /too many aliases/ },
  'what costs too much by its variables': {
    query: `query($rows: Int!) { ${repeat(12, (at) => `a${at}: actors(first: $rows) { edges { node { parts { parts { id name slug } } } } }`)} }`,
    variables: { rows: 100 },
    says: /asks for too much/,
  },
  'fragments that multiply': {
    query: `{ actors { edges { node { ...F0 } } } } ${repeat(40, (at) => `fragment F${at} on Actor { ${at < 39 ? repeat(3, () => `...F${at + 1}`) : 'id'} }`)}`,
    says: /asks for too much/,
  },
  'a fragment that names itself': { query: '{ ...A } fragment A on Query { region { id } ...A }', says: /within itself/ },
  'more fragments than anybody needs': {
    query: `{ actors { edges { node { ${repeat(400, (at) => `...F${at}`)} } } } } ${repeat(400, (at) => `fragment F${at} on Actor { id }`)}`,
    says: /token/i,
  },
  'the same field over and over': { query: `{ ${repeat(480, () => 'region { id }')} }`, says: /./ },
  'what asks the schema in circles': {
    query: `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
    says: /introspection depth/i,
  },
  'an argument of many levels': {
    query: `{ actors(filter: ${'{ a: '.repeat(400)}1${' }'.repeat(400)}) { edges { cursor } } }`,
    says: /./,
  },
  'a variable of many levels': {
    query: 'query($filter: ActorFilterInput) { actors(filter: $filter) { edges { cursor } } }',
    variables: { filter: Array.from({ length: 15 }).reduce<object>((inner) => ({ inner }), {}) },
    says: /nested too deeply/,
  },
  'too many directives on an operation': { query: `query ${repeat(600, () => '@none')} { region { id } }`, says: /too many directives/ },
  'too many directives': { query: `{ ${repeat(21, () => 'region @include(if: true) { id }')} }`, says: /too many directives/ },
  'too many tokens': { query: `{ ${repeat(600, () => 'region { id }')} }`, says: /token/i },
  'too many rows': { query: '{ actors(first: 101) { edges { cursor } } }', says: /between 1 and 100/ },
  'fewer rows than one': { query: '{ actors(first: -1) { edges { cursor } } }', says: /between 1 and 100/ },
  'too many rows in a variable': {
    query: 'query($rows: Int!) { actors(first: $rows) { edges { cursor } } }',
    variables: { rows: 5_000 },
    says: /between 1 and 100/,
  },
  'too many rows as the default of a variable': {
    query: 'query($rows: Int! = 5000) { actors(first: $rows) { edges { cursor } } }',
    says: /between 1 and 100/,
  },
  'a NUL character in the document': { query: '{ actor(slug: "a\\u0000b") { id } }', says: /NUL/ },
  'a NUL character in a variable': {
    query: 'query($slug: String!) { actor(slug: $slug) { id } }',
    variables: { slug: 'a\u0000b' },
    says: /NUL/,
  },
  'half of a surrogate pair in a variable': {
    query: 'query($filter: ActorFilterInput) { actors(filter: $filter) { edges { cursor } } }',
    variables: { filter: { search: 'a\ud800' } },
    says: /surrogate/,
  },
  'a document that is none': { query: '{ actors(', says: /Syntax/ },
  'a field there is not': { query: '{ everything }', says: /./ },
};

/** What is refused over WebSocket. */
export const TOO_MUCH_OVER_WEBSOCKET: Record<string, TooMuch> = {
  'a query': { query: '{ region { id } }', says: /Only subscriptions/ },
  'a mutation': { query: 'mutation { rebuildGraph { seq } }', says: /Only subscriptions/ },
  'a subscription beside a query': { query: 'query Q { region { id } } subscription S { changes { seq } }', says: /Only subscriptions/ },
  'fragments in circles': { query: 'subscription { ...A } fragment A on Subscription { changes { seq } ...A }', says: /within itself/ },
  'a variable of many levels': {
    query: 'subscription($on: Boolean!) { changes { seq @include(if: $on) } }',
    variables: { on: Array.from({ length: 40 }).reduce<object>((inner) => [inner], []) },
    says: /nested too deeply/,
  },
  'two fields at once': { query: 'subscription { changes { seq } more: changes { seq } }', says: /./ },
  'too many aliases': { query: `subscription { changes { ${repeat(16, (at) => `a${at}: seq`)} } }`, says: /too many aliases/ },
  'too many directives': {
    query: `subscription { changes { ${repeat(21, () => 'seq @include(if: true)')} } }`,
    says: /too many directives/,
  },
  'too many tokens': { query: `subscription { changes { ${repeat(2_100, () => 'seq')} } }`, says: /token/i },
  'a NUL character in a variable': {
    query: 'subscription($on: Boolean!) { changes { seq @include(if: $on) } }',
    variables: { on: true, more: 'a\u0000b' },
    says: /NUL/,
  },
  'a document that is none': { query: 'subscription {', says: /Syntax/ },
  'a field there is not': { query: 'subscription { everything }', says: /./ },
};
