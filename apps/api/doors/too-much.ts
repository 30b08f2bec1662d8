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
