// `npx nx bench-graph api`: questions to the graph port beside a plain neo4j-driver, in the same run. See README.md.
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
import { factsOf, type Network } from './graph-facts';
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
  },
});
const count = Number(given.questions);
const wanted = given.cases.split(',');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** The most actors the product asks for. */
const LIMIT = 300;
const MOST_PATHS = 50;
const AS_OF = '2026-11-27';
const LIBRARY = process.env['KNOTENPUNKT_NEO4J_LIB'] || join('.data', 'neo4j-library');

type Answer = Surroundings | ShortestPaths;
interface Case {
  name: string;
  /** Asks the port question number `at`. */
  port: (graph: GraphPort, at: number) => Promise<Answer>;
  plain: (at: number) => Promise<Answer>;
}

/** Actors asked about, two and two; drawn with a fixed seed, whoever has many ties more often, none of them alone. */
async function drawn({ participants }: Network, graph: GraphPort, question: GraphQuestion): Promise<[Id, Id][]> {
  const next = random(7);
  const pairs: [Id, Id][] = [];
  while (pairs.length < count) {
    const [one, other] = [0, 1].map(() => participants[Math.floor(next() * participants.length)]!) as [Id, Id];
    const around = await graph.surroundings({ ...question, actorId: one, depth: 1, limit: 2 });
    if (one !== other && around.ties.length > 0) pairs.push([one, other]);
  }
  return pairs;
}

function casesOf(question: GraphQuestion, pairs: readonly [Id, Id][], plain: PlainCypher): Case[] {
  const around = (depth: 1 | 2): Case => {
    const about = (at: number) => ({ ...question, actorId: pairs[at]![0], depth, limit: LIMIT });
    return {
      name: `surroundings, depth ${depth}`,
      port: (graph, at) => graph.surroundings(about(at)),
      plain: (at) => plain.surroundings(about(at)),
    };
  };
  const between = (at: number) => ({ ...question, from: pairs[at]![0], to: pairs[at]![1] });
  const paths = (graph: GraphPort, at: number): Promise<Answer> => graph.shortestPaths(between(at));
  return [
    around(1),
    around(2),
    { name: 'paths, all counted, the strongest fifty', port: paths, plain: (at) => plain.paths(between(at)) },
    { name: 'paths; plain: any fifty', port: paths, plain: (at) => plain.somePaths(between(at)) },
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

const CONTESTANTS = ['embedded', 'neo4j', 'plain'] as const;
type Contestant = (typeof CONTESTANTS)[number];
type Asks = Record<Contestant, (at: number) => Promise<Answer | null>>;
interface Measured {
  ms: Record<Contestant, number[]>;
  /** How many questions the Neo4j adapter gave up; they count as long as it tried. */
  givenUp: number;
}

/** Milliseconds a question of each, asked in turns. `before` happens before each question and is not counted. */
async function measure(asks: Asks, before: () => Promise<void>): Promise<Measured> {
  const ms: Measured['ms'] = { embedded: [], neo4j: [], plain: [] };
  let givenUp = 0;
  for (let at = 0; at < count; at++) {
    await before();
    for (const turn of CONTESTANTS.keys()) {
      // Whoever is first differs from question to question.
      const name = CONTESTANTS[(at + turn) % CONTESTANTS.length]!;
      const start = performance.now();
      if ((await asks[name](at)) === null) givenUp++;
      ms[name].push(performance.now() - start);
    }
  }
  return { ms, givenUp };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function tell(label: string, name: string, { ms, givenUp }: Measured): void {
  const ratio = (of: (values: readonly number[]) => number, one: Contestant): string => {
    // Who gave up was not as fast as it looks.
    if (one === 'neo4j' && (of === sum ? givenUp > 0 : givenUp >= count / 2)) return '–';
    const times = of(ms.plain) / of(ms[one]);
    return `${times < 10 ? times.toFixed(1) : Math.round(times)} ×`;
  };
  const medians = CONTESTANTS.map((one) => median(ms[one]).toFixed(1));
  const ratios = (['embedded', 'neo4j'] as const).flatMap((one) => [ratio(median, one), ratio(sum, one)]);
  say(`| ${[name, label, ...medians, ...ratios, givenUp].join(' | ')} |`);
}

/** The facts of each network, into both graphs, and each case with and without a write before each question. */
async function compare(label: string, table: string, graphs: { embedded: GraphPort; neo4j: GraphPort; plain: PlainCypher }): Promise<void> {
  const { embedded, neo4j, plain } = graphs;
  const network = await factsOf(table, label);
  await fill([embedded, neo4j], network.rows);
  const question: GraphQuestion = { regionId: network.regionId, audience: 'PUBLIC', asOf: AS_OF };
  const pairs = await drawn(network, embedded, question);
  let seq = await neo4j.seq();
  const write = async (): Promise<void> => {
    const id = idFrom('bench', 'somebody else');
    const node = { id, type: 'Actor', regionId: network.regionId, audience: 'PUBLIC', kind: String(++seq) } as const;
    await fill([embedded, neo4j], [{ ownerType: 'actor', ownerId: id, seq, facts: { nodes: [node], edges: [] } }]);
  };
  for (const { name, port, plain: ask } of casesOf(question, pairs, plain).filter((one) =>
    wanted.some((start) => one.name.startsWith(start)),
  )) {
    // This warms up as well.
    for (let at = 0; at < count; at++) {
      const answer = await port(embedded, at);
      const fromNeo4j = await inTime(() => port(neo4j, at));
      if (fromNeo4j) deepStrictEqual(fromNeo4j, answer);
      mustBeEqual(answer, await ask(at));
    }
    const asks: Asks = { embedded: (at) => port(embedded, at), neo4j: (at) => inTime(() => port(neo4j, at)), plain: ask };
    tell(label, name, await measure(asks, async () => undefined));
    tell(label, `${name}, after a write`, await measure(asks, write));
  }
}

async function run(): Promise<void> {
  const folder = given.folder ?? mkdtempSync(join(tmpdir(), 'bench-graph-'));
  const own = process.env['NEO4J_URL'] ? null : await startNeo4jServer({ folder: join(folder, 'neo4j'), library: LIBRARY, say });
  const address = own ?? {
    url: process.env['NEO4J_URL']!,
    user: process.env['NEO4J_USER'] ?? 'neo4j',
    password: process.env['NEO4J_PASSWORD'] ?? '',
  };
  const neo4j = await openGraph({ kind: 'neo4j', ...address });
  const embedded = new EmbeddedGraph();
  const plain = new PlainCypher(address);
  try {
    const tables: [string, string][] = [];
    for (const size of given.sizes.split(',').filter(Boolean).map(Number)) {
      await writeTables(join(folder, String(size)), size);
      tables.push([size.toLocaleString('en'), join(folder, String(size))]);
    }
    if (given.h2020 && existsSync(given.h2020)) tables.push(['H2020', given.h2020]);
    say('| question | actors | embedded | Neo4j adapter | plain | embedded: median | in all | adapter: median | in all | given up |');
    say(`|${' --- |'.repeat(10)}`);
    for (const [label, table] of tables) await compare(label, table, { embedded, neo4j, plain });
    say(
      `load ${loadavg()
        .map((each) => each.toFixed(1))
        .join(', ')}`,
    );
  } finally {
    await plain.close();
    await neo4j.close();
    await own?.stop();
    if (!given.folder) rmSync(folder, { recursive: true, force: true });
  }
}

await run();
