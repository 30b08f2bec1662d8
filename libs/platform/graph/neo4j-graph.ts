import { AUDIENCES, type Id } from '@knotenpunkt/kernel';
import { Adjacency } from './adjacency';
import { DerivedTies } from './derive-ties';
import { fingerprintOf } from './fingerprint';
import type { Facts, FactRow, GraphPort, GraphQuestion, ScoredActor, ShortestPaths, Surroundings, Tie } from './graph-port';
import { Neo4jConnection, type Neo4jAddress, type Run } from './neo4j-connection';
import { edgeOf, nodeOf, writeRows, type EdgeRow, type NodeRow } from './neo4j-facts';
import { bringSchemaUpToDate } from './neo4j-schema';
import * as statements from './neo4j-statements';
import { shortestPaths } from './shortest-paths';
import { similar, surroundings } from './surroundings';
import { answerFetching, TieGraph, type Steps } from './tie-graph';

/** The most a visitor waits for the graph. */
const QUESTION_MS = 1_500;
/** Writing, and reading a whole region, is work behind the pages. */
const WORK_MS = 30_000;
/** Any day will do: the answer is thrown away. */
const WARM_UP_DAY = '2026-01-01';
/** So many rows are written in one transaction. */
const ROWS_AT_ONCE = 100;
/** So often a question is asked again because facts changed meanwhile; then it is answered as they came. */
const ASKED_AGAIN = 2;

/**
 * The graph in Neo4j: durable, shared by all processes, open to analysts. It keeps the facts and fetches what a question
 * walks on; ties are derived from that by the code of the embedded graph, so both answer alike.
 */
export class Neo4jGraph implements GraphPort {
  private readonly connection: Neo4jConnection;
  private schema: Promise<void> | null = null;
  private warm = false;

  constructor(address: Neo4jAddress) {
    this.connection = new Neo4jConnection(address);
  }

  /** Creates constraints and indexes that are missing, and makes Neo4j ready for questions. Called before each first write, so a Neo4j may come later than we. */
  prepare(): Promise<void> {
    this.schema ??= this.prepareNow().catch((error: unknown) => {
      this.schema = null;
      throw error;
    });
    return this.schema;
  }

  private async prepareNow(): Promise<void> {
    await bringSchemaUpToDate(this.connection, WORK_MS);
    await this.warmUp();
  }

  /** A Neo4j that has just started takes seconds over its first questions: not at the cost of the first visitor. */
  private async warmUp(): Promise<void> {
    const actors = await this.connection.read(WORK_MS, (run) => run<{ id: Id; regionId: Id }>(statements.readSomeActors));
    await this.connection.read(WORK_MS, async (run) => {
      for (const { id, regionId } of [{ id: '', regionId: '' }, ...actors]) {
        const part = new FetchedPart(run, { regionId, audience: 'COORDINATORS', asOf: WARM_UP_DAY });
        await seqOf(run);
        await answerFetching(surroundings(part.graph([id]), id, 2, 50), (ids) => part.fetch(ids));
      }
    });
    this.warm = actors.length > 0;
  }

  async apply(rows: FactRow[]): Promise<void> {
    await this.prepare();
    if (!this.warm) await this.warmUp();
    const inOrder = rows.toSorted((a, b) => a.seq - b.seq);
    for (let start = 0; start < inOrder.length; start += ROWS_AT_ONCE) {
      await this.connection.write(WORK_MS, (run) => writeRows(run, inOrder.slice(start, start + ROWS_AT_ONCE)));
    }
    // Before, there was nobody to ask about.
    if (!this.warm) await this.warmUp();
  }

  async seq(): Promise<number> {
    try {
      return await this.connection.read(QUESTION_MS, seqOf);
    } catch (error) {
      // One that was away may have been started anew: its first questions are slow again, under readers for a minute.
      this.warm = false;
      throw error;
    }
  }

  surroundings(question: GraphQuestion & { actorId: Id; depth: 1 | 2 | 3; limit: number }): Promise<Surroundings> {
    const { actorId, depth, limit } = question;
    return this.ask(question, [actorId], (graph) => surroundings(graph, actorId, depth, limit));
  }

  shortestPaths(question: GraphQuestion & { from: Id; to: Id }): Promise<ShortestPaths> {
    const { from, to } = question;
    return this.ask(question, [from, to], (graph) => shortestPaths(graph, from, to));
  }

  similar(question: GraphQuestion & { actorId: Id; limit: number }): Promise<ScoredActor[]> {
    const { actorId, limit } = question;
    return this.ask(question, [actorId], (graph) => similar(graph, actorId, limit));
  }

  async *stream(question: GraphQuestion): AsyncGenerator<Tie> {
    const part = await this.connection.read(WORK_MS, (run) =>
      undisturbed(run, async () => {
        const whole = new FetchedPart(run, question);
        await whole.fetchAll();
        return whole;
      }),
    );
    yield* part.graph([]).allTies();
  }

  async fingerprint(regionId: Id | null): Promise<string> {
    const told = await this.connection.read(WORK_MS, (run) => undisturbed(run, () => everythingTold(run, regionId)));
    return fingerprintOf(told, null);
  }

  async clear(): Promise<void> {
    await this.prepare();
    await this.connection.write(WORK_MS, (run) => run(statements.forgetOwners));
    await this.connection.alone(WORK_MS, statements.forgetThings);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private ask<Answer>(question: GraphQuestion, asked: readonly Id[], steps: (graph: TieGraph) => Steps<Answer>): Promise<Answer> {
    return this.connection.read(QUESTION_MS, (run) =>
      undisturbed(run, () => {
        const part = new FetchedPart(run, question);
        return answerFetching(steps(part.graph(asked)), (actors) => part.fetch(actors));
      }),
    );
  }
}

async function seqOf(run: Run): Promise<number> {
  const [state] = await run<{ seq: number }>(statements.readSeq);
  return state!.seq;
}

/** Neo4j's transactions see what others commit meanwhile: a reading that this happened to is done again. */
async function undisturbed<Answer>(run: Run, read: () => Promise<Answer>): Promise<Answer> {
  let before = await seqOf(run);
  for (let again = 0; ; again++) {
    const answer = await read();
    const after = await seqOf(run);
    if (after === before || again === ASKED_AGAIN) return answer;
    before = after;
  }
}

async function everythingTold(run: Run, regionId: Id | null): Promise<{ owner: string; facts: Facts }[]> {
  const nodes = await run<NodeRow & { owner: string }>(statements.readToldNodes, { regionId });
  const edges: (EdgeRow & { owner: string })[] = [];
  for (const statement of statements.readToldEdges) edges.push(...(await run<EdgeRow & { owner: string }>(statement, { regionId })));
  return [
    ...nodes.map((row) => ({ owner: row.owner, facts: { nodes: [nodeOf(row)], edges: [] } })),
    ...edges.map((row) => ({ owner: row.owner, facts: { nodes: [], edges: [edgeOf(row)] } })),
  ];
}

/** The part of one audience's graph that a question needs, fetched as it goes. */
class FetchedPart {
  private readonly adjacency = new Adjacency();
  private readonly ties: DerivedTies;
  private readonly nodes = new Set<Id>();
  private readonly edges = new Set<Id>();
  private readonly around = new Set<Id>();
  private readonly visible: { regionId: Id; audiences: string[] };

  constructor(
    private readonly run: Run,
    private readonly question: GraphQuestion,
  ) {
    const { regionId, audience, asOf, grades = [] } = question;
    this.ties = new DerivedTies(this.adjacency, { regionId, audience, asOf, grades });
    this.visible = { regionId, audiences: AUDIENCES.slice(0, AUDIENCES.indexOf(audience) + 1) };
  }

  graph(asked: readonly Id[]): TieGraph {
    return new TieGraph(this.adjacency, this.ties, this.question.kinds ?? [], asked);
  }

  async fetch(actors: readonly Id[]): Promise<void> {
    const ids = actors.filter((id) => !this.around.has(id));
    if (ids.length === 0) return;
    for (const id of ids) this.around.add(id);
    await this.take(await this.run<EdgeRow>(statements.readAround, { ids, ...this.visible }), ids);
  }

  async fetchAll(): Promise<void> {
    for (const statement of statements.readRegion) await this.take(await this.run<EdgeRow>(statement, this.visible), []);
  }

  private async take(rows: readonly EdgeRow[], more: readonly Id[]): Promise<void> {
    // Known edges stay as they are: ties that were derived already name their rows.
    const edges = rows.map(edgeOf).filter((edge) => !this.edges.has(edge.id));
    const ids = new Set([...more, ...edges.flatMap((edge) => [edge.from, edge.to])].filter((id) => !this.nodes.has(id)));
    for (const id of ids) this.nodes.add(id);
    if (ids.size > 0)
      for (const row of await this.run<NodeRow>(statements.readNodes, { ids: [...ids] })) this.adjacency.putNode(nodeOf(row));
    for (const edge of edges) {
      this.edges.add(edge.id);
      this.adjacency.putEdge(edge);
    }
  }
}
