import { AUDIENCES, GRADES, idFrom, type Id } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import type { EdgeFact, FactRow, GraphPort, GraphQuestion, NodeFact, NodeType, Tie, VectorFact } from './graph-port';

export const REGION = idFrom('region');
export const OTHER_REGION = idFrom('other region');
export const TODAY = '2026-11-25';
export const PUBLIC_TODAY: GraphQuestion = { regionId: REGION, audience: 'PUBLIC', asOf: TODAY };

/** Ids that sort like their names, so that an expected order can be read from the test. */
export function id(name: string): Id {
  const digits = Array.from(name, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return `${digits.padEnd(8, '0').slice(0, 8)}-${digits.slice(8).padEnd(4, '0').slice(0, 4)}-8000-8000-000000000000`;
}

/** The name an id was made from. */
export function nameOf(madeId: Id): string {
  const digits = madeId
    .slice(0, 13)
    .replace('-', '')
    .replace(/(00)+$/, '');
  return digits.replace(/../g, (code) => String.fromCharCode(parseInt(code, 16)));
}

export function node(type: NodeType, name: string, more: Partial<NodeFact> = {}): NodeFact {
  return { id: id(name), type, regionId: REGION, audience: 'PUBLIC', ...more };
}

export function actor(name: string, more: Partial<NodeFact> = {}): NodeFact {
  return node('Actor', name, { kind: 'COMPANY', ...more });
}

/** A takes part in B since the start of 2026, still runs, accepted by both. */
export function edge(from: string, to: string, more: Partial<EdgeFact> = {}): EdgeFact {
  return {
    id: idFrom('edge', from, to),
    from: id(from),
    to: id(to),
    regionId: REGION,
    role: 'PARTNER',
    since: '2026-01-01',
    weight: 1,
    grade: 'WORKS_TOGETHER',
    audience: 'PUBLIC',
    halfLifeDays: 365,
    ...more,
  };
}

/** What one owner says as of `seq`. */
export function row(seq: number, owner: string, nodes: NodeFact[], edges: EdgeFact[] = []): FactRow {
  return { ownerType: 'sample', ownerId: id(owner), seq, facts: { nodes, edges } };
}

/** What one owner says of vectors as of `seq`. */
export function vectorRow(seq: number, owner: string, vectors: VectorFact[]): FactRow {
  return { ownerType: 'sample', ownerId: id(owner), seq, facts: { nodes: [], edges: [], vectors } };
}

/** A vector of the thing `of`; of a window, when it has several. */
export function vector(of: string, values: number[], more: Partial<VectorFact> = {}): VectorFact {
  return { id: idFrom('vector', of, String(values)), of: id(of), kind: 'OFFER', regionId: REGION, audience: 'PUBLIC', values, ...more };
}

/** Everything said by one owner, for tests that are not about owners. */
export function said(nodes: NodeFact[], edges: EdgeFact[]): FactRow[] {
  return [row(1, 'all', nodes, edges)];
}

/** Actors `names` and an initiative in which all of them take part. */
export function initiativeOf(name: string, names: string[], more: Partial<EdgeFact> = {}): FactRow[] {
  return said(
    [...names.map((one) => actor(one)), node('Initiative', name)],
    names.map((one) => edge(one, name, more)),
  );
}

export async function tiesOf(graph: GraphPort, question: Partial<GraphQuestion> = {}): Promise<Tie[]> {
  const ties: Tie[] = [];
  for await (const tie of graph.stream({ ...PUBLIC_TODAY, ...question })) ties.push(tie);
  return ties;
}

/** `{ 'a b': 0.5 }`: each tie by the names of its ends. */
export function strengths(ties: Tie[]): Record<string, number> {
  return Object.fromEntries(ties.map((tie) => [`${nameOf(tie.a)} ${nameOf(tie.b)}`, tie.strength]));
}

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const SHARED: [string, NodeType][] = [
  ['p', 'Initiative'],
  ['q', 'Initiative'],
  ['r', 'Alliance'],
  ['s', 'Event'],
  ['t', 'Theme'],
];
const anyAudience = fc.constantFrom(...AUDIENCES);
const anyDay = fc.integer({ min: 0, max: 9 }).map((year) => `${2018 + year}-03-15`);

function anyEdge(ends: string[]): fc.Arbitrary<EdgeFact> {
  return fc
    .record({
      from: fc.constantFrom(...NAMES),
      to: fc.constantFrom(...ends),
      since: anyDay,
      until: fc.option(anyDay),
      confirmedOn: fc.option(anyDay),
      weight: fc.constantFrom(0.3, 1, 2),
      grade: fc.constantFrom(...GRADES),
      audience: anyAudience,
      halfLifeDays: fc.constantFrom(90, 365),
      declared: fc.boolean(),
      role: fc.constantFrom('LEAD', 'PARTNER'),
      regionId: fc.constantFrom(REGION, REGION, REGION, OTHER_REGION),
    })
    .map(({ from, to, ...more }) => edge(from, to, { ...more, id: idFrom('edge', from, to, more.role) }));
}

/** Owners with a node each and what goes to it; a few owners never arrive, so that bare nodes are among them. */
export const anyRows: fc.Arbitrary<FactRow[]> = fc
  .record({
    actors: fc.tuple(
      ...NAMES.map((name) =>
        fc.option(
          anyAudience.map((audience) => actor(name, { audience, kind: kindOf(name), themes: themesOf(name) })),
          { freq: 8 },
        ),
      ),
    ),
    shared: fc.tuple(
      ...SHARED.map(([name, type]) =>
        fc.option(
          anyAudience.map((audience) => node(type, name, { audience })),
          { freq: 8 },
        ),
      ),
    ),
    // An owner says each edge once.
    edges: fc.uniqueArray(anyEdge([...SHARED.map(([name]) => name), 'a', 'b', 'c']), { maxLength: 24, selector: (one) => one.id }),
  })
  .map(({ actors, shared, edges }) =>
    [...NAMES, ...SHARED.map(([name]) => name)].map((name, i) => {
      const said = [...actors, ...shared][i];
      return row(
        i + 1,
        name,
        said ? [said] : [],
        edges.filter((one) => one.to === id(name)),
      );
    }),
  );

/** Questions about the facts of `anyRows`. */
export const anyQuestion: fc.Arbitrary<GraphQuestion> = fc.record(
  {
    regionId: fc.constant(REGION),
    audience: anyAudience,
    asOf: anyDay,
    kinds: fc.subarray(['COMPANY', 'CHAMBER']),
    themes: fc.subarray(['heat', 'skills', 'unknown']),
    grades: fc.subarray([...GRADES]),
    roles: fc.subarray(['LEAD', 'unknown']),
    sinceAfter: fc.option(anyDay),
    running: fc.boolean(),
    minStrength: fc.constantFrom(0, 0.2, 0.5),
  },
  { requiredKeys: ['regionId', 'audience', 'asOf'] },
);

export const anyActor: fc.Arbitrary<Id> = fc.constantFrom(...NAMES.map(id));

/** Without what leaves out ties or actors, where all of them are meant. */
export function unfiltered({ regionId, audience, asOf }: GraphQuestion): GraphQuestion {
  return { regionId, audience, asOf };
}

export function themesOf(name: string): string[] {
  return [...('abd'.includes(name) ? ['heat'] : []), ...('bc'.includes(name) ? ['skills'] : [])];
}

function kindOf(name: string): string {
  return name < 'd' ? 'COMPANY' : 'CHAMBER';
}
