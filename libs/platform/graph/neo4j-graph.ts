import type { Id } from '@knotenpunkt/kernel';
import neo4j from 'neo4j-driver';
import { commonGround } from './common-ground';
import { FetchedPart } from './fetched-part';
import { fingerprintOf } from './fingerprint';
import type {
  CommonGround,
  FactRow,
  Facts,
  GraphPort,
  GraphQuestion,
  NearestQuestion,
  ScoredActor,
  ScoredThing,
  ShortestPaths,
  Surroundings,
  Tie,
  VectorFact,
} from './graph-port';
import { Neo4jConnection, type Neo4jAddress, type Run } from './neo4j-connection';
import { edgeOf, nodeOf, vectorOf, writeRows, type EdgeRow, type NodeRow } from './neo4j-facts';
import { bringSchemaUpToDate } from './neo4j-schema';
import * as statements from './neo4j-statements';
import { shortestPaths } from './shortest-paths';
import { similar, surroundings } from './surroundings';
import { answerFetching, type Steps, type TieGraph } from './tie-graph';
import { audiencesSeenBy, nearestOf } from './vector-store';

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
/** So many times what is wanted the vector index is asked for, and again so many times more. */
const AMONG = 4;

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
    await this.connection.alone(WORK_MS, statements.awaitIndexes);
    await this.warmUp();
  }

  /** A Neo4j that has just started takes seconds over its first questions: not at the cost of the first visitor. */
  private async warmUp(): Promise<void> {
    const actors = await this.connection.read(WORK_MS, (run) => run<{ id: Id; regionId: Id }>(statements.readSomeActors));
    await this.connection.read(WORK_MS, async (run) => {
      for (const { id, regionId } of [{ id: '', regionId: '' }, ...actors]) {
        const part = new FetchedPart(run, { regionId, audience: 'COORDINATORS', asOf: WARM_UP_DAY });
        await seqOf(run);
        // By itself: where all are near, the question below does not ask it.
        await part.fetch({ ties: 'among', actors: [id] });
        await answerFetching(surroundings(part.graph([id]), id, 2, 50), (wanted) => part.fetch(wanted));
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

  commonGround(question: GraphQuestion & { actorIds: readonly Id[]; limit: number }): Promise<CommonGround> {
    const { actorIds, limit } = question;
    return this.ask(question, actorIds, (graph) => commonGround(graph, actorIds, limit));
  }

  async nearest(question: NearestQuestion): Promise<ScoredThing[]> {
    // Whoever asks first asks a Neo4j that may not have the index yet.
    await this.prepare();
    return this.connection.read(QUESTION_MS, (run) => undisturbed(run, () => nearestIn(run, question)));
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
    await this.connection.alone(WORK_MS, statements.forgetVectors);
    await this.connection.alone(WORK_MS, statements.forgetThings);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private ask<Answer>(question: GraphQuestion, asked: readonly Id[], steps: (graph: TieGraph) => Steps<Answer>): Promise<Answer> {
    return this.connection.read(QUESTION_MS, (run) =>
      undisturbed(run, () => {
        const part = new FetchedPart(run, question);
        return answerFetching(steps(part.graph(asked)), (wanted) => part.fetch(wanted));
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
  // Not waited for: it is answered before what is read next.
  let before = seqOf(run);
  for (let again = 0; ; again++) {
    const [seq, answer] = await Promise.all([before, read()]);
    const after = await seqOf(run);
    if (after === seq || again === ASKED_AGAIN) return answer;
    before = Promise.resolve(after);
  }
}

/** The index is asked for more and more, until enough of it is of the region, the kind and for the audience, or there is no more. */
async function nearestIn(run: Run, question: NearestQuestion): Promise<ScoredThing[]> {
  const { regionId, audience, kind, vector, limit } = question;
  const [there] = await run<{ count: number }>(statements.countVectors);
  for (let among = AMONG * limit; there!.count > 0; among *= AMONG) {
    const parameters = { regionId, audiences: audiencesSeenBy(audience), kind, vector: [...vector] };
    const rows = await run<{ of: Id; values: number[] }>(statements.nearestVectors, {
      ...parameters,
      among: neo4j.int(Math.min(among, there!.count)),
    });
    // Scores are worked out by the code of the embedded graph, so that both answer alike.
    const found = nearestOf(question, rows);
    if (found.length === limit || among >= there!.count) return found;
  }
  return [];
}

async function everythingTold(run: Run, regionId: Id | null): Promise<{ owner: string; facts: Facts }[]> {
  const nodes = await run<NodeRow & { owner: string }>(statements.readToldNodes, { regionId });
  const edges: (EdgeRow & { owner: string })[] = [];
  for (const statement of statements.readToldEdges) edges.push(...(await run<EdgeRow & { owner: string }>(statement, { regionId })));
  const vectors = await run<{ owner: string; vector: VectorFact }>(statements.readToldVectors, { regionId });
  return [
    ...nodes.map((row) => ({ owner: row.owner, facts: { nodes: [nodeOf(row)], edges: [] } })),
    ...edges.map((row) => ({ owner: row.owner, facts: { nodes: [], edges: [edgeOf(row)] } })),
    ...vectors.map((row) => ({ owner: row.owner, facts: { nodes: [], edges: [], vectors: [vectorOf(row.vector)] } })),
  ];
}
