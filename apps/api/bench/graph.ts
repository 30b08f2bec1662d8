// `npx nx bench-graph api`: questions to the graph port beside a plain neo4j-driver and beside plain arrays, in the same run. See README.md.
import { deepStrictEqual } from 'node:assert';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { idFrom, type Id } from '@knotenpunkt/kernel';
import {
  EmbeddedGraph,
  GraphUnavailable,
  openGraph,
  startNeo4jServer,
  type FactRow,
  type GraphPort,
  type GraphQuestion,
  type ShortestPaths,
  type Surroundings,
  type Tie,
} from '@knotenpunkt/platform/graph';
import { HEAD, measure, tell, type Asks } from './contest';
import { factsOf, type Network } from './graph-facts';
import { PlainArrays, type Walked, type Ways } from './plain-arrays';
import { PlainCypher } from './plain-cypher';
import { random, writeTables } from './tables.mjs';

const { values: given } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    h2020: { type: 'string' },
    cases: { type: 'string', default: 'surroundings,paths' },
    // Kept and used again, so that large tables need not be loaded anew.
    folder: { type: 'string' },
    questions: { type: 'string', default: '60' },
    alike: { type: 'boolean', default: false },
    // Above so many actors Neo4j is left out: filling it takes longer than all the rest.
    'neo4j-up-to': { type: 'string', default: '20000' },
  },
});
const count = Number(given.questions);
const wanted = given.cases.split(',');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** The most actors the product asks for. */
const LIMIT = 300;
const MOST_PATHS = 50;
const ALIKE = [10, 40] as const;
const AS_OF = '2026-11-27';
const LIBRARY = process.env['KNOTENPUNKT_NEO4J_LIB'] || join('.data', 'neo4j-library');

type Answer = Surroundings | ShortestPaths;
interface Case {
  name: string;
  /** Asks the port question number `at`. */
  port: (graph: GraphPort, at: number) => Promise<Answer>;
  plain: (at: number) => Promise<Answer>;
  arrays: (at: number) => Walked | Ways;
}

/**
 * Actors asked about, two and two; drawn with a fixed seed, whoever takes part in more is drawn more often, none of them alone. With
 * `--alike` only those with this many ties, so that answers are of equal size in networks of every size.
 */
async function drawn({ participants }: Network, graph: GraphPort, question: GraphQuestion): Promise<[Id, Id][]> {
  const next = random(7);
  const [fewest, most] = given.alike ? ALIKE : [1, Infinity];
  const isWanted = async (actorId: Id): Promise<boolean> => {
    const { nodes } = await graph.surroundings({ ...question, actorId, depth: 1, limit: given.alike ? ALIKE[1] + 2 : 2 });
    return nodes.length > fewest && nodes.length <= most + 1;
  };
  const pairs: [Id, Id][] = [];
  while (pairs.length < count) {
    const [one, other] = [0, 1].map(() => participants[Math.floor(next() * participants.length)]!) as [Id, Id];
    if (one !== other && (await isWanted(one)) && (!given.alike || (await isWanted(other)))) pairs.push([one, other]);
  }
  return pairs;
}

function casesOf(question: GraphQuestion, pairs: readonly [Id, Id][], plain: PlainCypher | null, arrays: PlainArrays): Case[] {
  const cypher = plain as PlainCypher;
  const around = (depth: 1 | 2 | 3): Case => {
    const about = (at: number) => ({ ...question, actorId: pairs[at]![0], depth, limit: LIMIT });
    return {
      name: `surroundings, depth ${depth}`,
      port: (graph, at) => graph.surroundings(about(at)),
      // Three steps nobody would write by hand: plain stays at two.
      plain: (at) => cypher.surroundings({ ...about(at), depth: depth === 3 ? 2 : depth }),
      arrays: (at) => arrays.surroundings(about(at)),
    };
  };
  const between = (at: number) => ({ ...question, from: pairs[at]![0], to: pairs[at]![1] });
  const paths = (graph: GraphPort, at: number): Promise<Answer> => graph.shortestPaths(between(at));
  return [
    around(1),
    around(2),
    ...(plain ? [] : [around(3)]),
    {
      name: 'paths, all counted, the strongest fifty',
      port: paths,
      plain: (at) => cypher.paths(between(at)),
      arrays: (at) => arrays.paths(between(at)),
    },
    ...(plain
      ? [
          {
            name: 'paths; plain: any fifty',
            port: paths,
            plain: (at: number) => plain.somePaths(between(at)),
            arrays: (at: number) => arrays.paths(between(at)),
          },
        ]
      : []),
  ];
}

/** Fails where the answers differ in what both must know: who, how far, tied by what, how well founded. */
function mustBeEqual(port: Answer, plain: Answer): void {
  if ('nodes' in port && 'nodes' in plain) {
    deepStrictEqual(plain.nodes, port.nodes);
    deepStrictEqual(plain.truncated, port.truncated);
    deepStrictEqual(comparable(plain.ties), comparable(port.ties));
    return;
  }
  const [found, shown] = [port as ShortestPaths, plain as ShortestPaths];
  deepStrictEqual(shown.length, found.length);
  deepStrictEqual(shown.paths.length, found.paths.length);
  // Any fifty of more, or one of several as strong as the fiftieth.
  if (found.count > MOST_PATHS) return;
  deepStrictEqual(shown.count, found.count);
  deepStrictEqual(shown.paths.map(String).sort(), found.paths.map(String).sort());
  deepStrictEqual(comparable(shown.ties), comparable(found.ties));
}

function comparable(ties: readonly Tie[]): unknown[] {
  return ties
    .map(({ a, b, grade, since, strength, sources }) => {
      const [one, other] = [a, b].sort();
      const reasons = sources.map((source) =>
        [source.nodeId, source.grade, source.since, source.until, source.strength.toFixed(6)].join(' '),
      );
      return [one, other, grade, since, strength.toFixed(6), ...reasons.sort()].join(' ');
    })
    .sort();
}

/** The same with the arrays, which know no reasons and of more than fifty paths give any. */
function mustBeAlike(port: Answer, walked: Walked | Ways): void {
  if ('nodes' in port && 'nodes' in walked) {
    deepStrictEqual(walked.nodes, port.nodes);
    deepStrictEqual(walked.truncated, port.truncated);
    const told = (ties: readonly { a: Id; b: Id; strength: number }[]) =>
      ties.map(({ a, b, strength }) => [...[a, b].sort(), strength.toFixed(6)].join(' ')).sort();
    deepStrictEqual(told(walked.ties), told(port.ties));
    return;
  }
  const [found, shown] = [port as ShortestPaths, walked as Ways];
  deepStrictEqual([shown.length, shown.count, shown.paths.length], [found.length, found.count, found.paths.length]);
}

async function fill(graphs: readonly GraphPort[], rows: readonly FactRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 1_000) for (const graph of graphs) await graph.apply(rows.slice(start, start + 1_000));
}

/** Null where the adapter gave up, as it does after a second and a half. */
async function inTime<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GraphUnavailable) return null;
    throw error;
  }
}

/** The facts of each network, into both graphs, and each case with and without a write before each question. */
async function compare(
  label: string,
  table: string,
  graphs: { embedded: GraphPort; neo4j: GraphPort | null; plain: PlainCypher | null },
): Promise<void> {
  const { embedded, neo4j, plain } = graphs;
  const network = await factsOf(table, label);
  const filled = neo4j ? [embedded, neo4j] : [embedded];
  await fill(filled, network.rows);
  const arrays = new PlainArrays(network.rows, AS_OF);
  say(`<!-- ${label}: ${arrays.tieCount.toLocaleString('en')} ties -->`);
  const question: GraphQuestion = { regionId: network.regionId, audience: 'PUBLIC', asOf: AS_OF };
  const pairs = await drawn(network, embedded, question);
  let seq = await embedded.seq();
  const write = async (): Promise<void> => {
    const id = idFrom('bench', 'somebody else');
    const node = { id, type: 'Actor', regionId: network.regionId, audience: 'PUBLIC', kind: String(++seq) } as const;
    await fill(filled, [{ ownerType: 'actor', ownerId: id, seq, facts: { nodes: [node], edges: [] } }]);
  };
  for (const { name, port, plain: ask, arrays: walk } of casesOf(question, pairs, plain, arrays).filter((one) =>
    wanted.some((start) => one.name.startsWith(start)),
  )) {
    // This warms up as well.
    const sizes: number[] = [];
    for (let at = 0; at < count; at++) {
      const answer = await port(embedded, at);
      sizes.push(answer.ties.length);
      mustBeAlike(answer, walk(at));
      if (!neo4j) continue;
      const fromNeo4j = await inTime(() => port(neo4j, at));
      if (fromNeo4j) deepStrictEqual(fromNeo4j, answer);
      mustBeEqual(answer, await ask(at));
    }
    say(`<!-- ${label}, ${name}: ${sizes.sort((p, q) => p - q)[count >> 1]} ties in an answer (median) -->`);
    const asks: Asks = {
      embedded: (at) => port(embedded, at),
      arrays: async (at) => walk(at),
      ...(neo4j ? { neo4j: (at) => inTime(() => port(neo4j, at)), plain: ask } : {}),
    };
    tell(count, label, name, await measure(count, asks, async () => undefined));
    // The arrays take no writes.
    delete asks.arrays;
    tell(count, label, `${name}, after a write`, await measure(count, asks, write));
  }
}

/** A Neo4j of its own, or the one the environment names, as the product asks it and as somebody with the driver alone does. */
async function openNeo4j(folder: string): Promise<{ neo4j: GraphPort; plain: PlainCypher; close: () => Promise<void> }> {
  const url = process.env['NEO4J_URL'];
  const own = url ? null : await startNeo4jServer({ folder: join(folder, 'neo4j'), library: LIBRARY, say });
  const address = own ?? { url: url!, user: process.env['NEO4J_USER'] ?? 'neo4j', password: process.env['NEO4J_PASSWORD'] ?? '' };
  const neo4j = await openGraph({ kind: 'neo4j', ...address });
  const plain = new PlainCypher(address);
  const close = async (): Promise<void> => {
    await plain.close();
    await neo4j.close();
    await own?.stop();
  };
  return { neo4j, plain, close };
}

async function run(): Promise<void> {
  const folder = given.folder ?? mkdtempSync(join(tmpdir(), 'bench-graph-'));
  const mostInNeo4j = Number(given['neo4j-up-to']);
  const tables: { label: string; table: string; inNeo4j: boolean }[] = [];
  for (const size of given.sizes.split(',').filter(Boolean).map(Number)) {
    await writeTables(join(folder, String(size)), size);
    tables.push({ label: size.toLocaleString('en'), table: join(folder, String(size)), inNeo4j: size <= mostInNeo4j });
  }
  if (given.h2020 && existsSync(given.h2020)) tables.push({ label: 'H2020', table: given.h2020, inNeo4j: mostInNeo4j > 0 });
  const beside = tables.some(({ inNeo4j }) => inNeo4j) ? await openNeo4j(folder) : null;
  const embedded = new EmbeddedGraph();
  try {
    say(HEAD);
    for (const { label, table, inNeo4j } of tables) {
      await compare(label, table, { embedded, neo4j: null, plain: null, ...(inNeo4j ? beside : {}) });
    }
    say(
      `load ${loadavg()
        .map((each) => each.toFixed(1))
        .join(', ')}`,
    );
  } finally {
    await beside?.close();
    if (!given.folder) rmSync(folder, { recursive: true, force: true });
  }
}

await run();
