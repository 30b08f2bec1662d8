import neo4j, { type Driver } from 'neo4j-driver';
import type { Id } from '@knotenpunkt/kernel';
import type { GraphQuestion, ShortestPaths, Surroundings, Tie } from '@knotenpunkt/platform/graph';

const visible = (edge: string): string =>
  `${edge}.holds AND ${edge}.regionId = $regionId AND ${edge}.audience IN $audiences AND ${edge}.since <= $asOf`;
/** How many others take part in a Vorhaben, seen by this audience. */
const OTHERS = `COUNT { MATCH (shared)<-[e:ACTS_IN]-(member:Actor) WHERE ${visible('e')} AND member.audience IN $audiences } - 1`;
const strengthOf = (edge: string): string =>
  `CASE WHEN ${edge}.until IS NULL OR ${edge}.until >= $asOf THEN ${edge}.weight
    ELSE ${edge}.weight * 2 ^ (-duration.inDays(date(${edge}.until), date($asOf)).days / toFloat(${edge}.halfLifeDays)) END`;
const lesser = (x: string, y: string): string => `CASE WHEN ${x} < ${y} THEN ${x} ELSE ${y} END`;
const TOGETHER = `(p.until IS NULL OR q.since <= p.until) AND (q.until IS NULL OR p.since <= q.until)`;

/** Those tied to `inside` (the ring before) and not `reached` yet, the strongest first. */
const ring = (inside: string, reached: string, found: string): string => `
  CALL (${inside}, ${reached}) {
    UNWIND ${inside} AS actor
    MATCH (actor)-[p:ACTS_IN]->(shared:Initiative) WHERE ${visible('p')} AND shared.audience IN $audiences
    WITH shared, collect({edge: p, weight: ${strengthOf('p')}}) AS near
    WITH shared, near, ${OTHERS} AS others WHERE others > 0
    MATCH (shared)<-[q:ACTS_IN]-(other:Actor) WHERE ${visible('q')} AND other.audience IN $audiences
    WITH other, near, others, q, ${strengthOf('q')} AS weight
    UNWIND near AS one
    WITH other, one.edge AS p, q, round(${lesser('one.weight', 'weight')} / others, 9) AS strength WHERE ${TOGETHER}
    WITH other, sum(strength) AS strength WHERE NOT other IN ${reached}
    WITH other ORDER BY round(strength, 9) DESC, other.id
    RETURN collect(other) AS ${found}
  }`;

/** Two actors' ties from one shared Vorhaben as p, q, shared, others: put together to ties with their reasons. */
const TIES = `
  WITH *, ${lesser(strengthOf('p'), strengthOf('q'))} / others AS strength WHERE ${TOGETHER}
  WITH a, b, {
      nodeId: shared.id, nodeType: 'Initiative', strength: round(strength, 9),
      grade: CASE WHEN 'STATED' IN [p.grade, q.grade] THEN 'STATED' ELSE 'WORKS_TOGETHER' END,
      since: CASE WHEN p.since > q.since THEN p.since ELSE q.since END,
      until: CASE WHEN p.until IS NULL OR q.until < p.until THEN q.until ELSE p.until END
    } AS source ORDER BY source.strength DESC, source.nodeId
  WITH a, b, collect(source) AS sources
  WITH {
      a: a.id, b: b.id, sources: sources, strength: reduce(sum = 0.0, s IN sources | sum + s.strength),
      grade: CASE WHEN any(s IN sources WHERE s.grade = 'WORKS_TOGETHER') THEN 'WORKS_TOGETHER' ELSE 'STATED' END,
      since: reduce(first = $asOf, s IN sources | CASE WHEN s.since < first THEN s.since ELSE first END)
    } AS tie`;

const FIRST_RING = `
  MATCH (me:Actor {id: $actorId})
  WITH me, [me] AS self
  ${ring('self', 'self', 'found')}
  WITH me, found[..$limit - 1] AS first, size(found) > $limit - 1 AS cut`;

const SECOND_RING = `
  WITH me, first, cut, [me] + first AS reached, CASE WHEN cut THEN [] ELSE first END AS inside
  ${ring('inside', 'reached', 'found')}
  WITH me, first, found[..$limit - size(reached)] AS second, cut OR size(found) > $limit - size(reached) AS cut`;

const surroundingsOf = (depth: number): string => `
  ${FIRST_RING}
  ${depth > 1 ? SECOND_RING : 'WITH me, first, [] AS second, cut'}
  WITH me, first, second, cut, [me] + first + second AS among
  CALL (among) {
    UNWIND among AS actor
    MATCH (actor)-[p:ACTS_IN]->(shared:Initiative) WHERE ${visible('p')} AND shared.audience IN $audiences
    WITH shared, collect({actor: actor, edge: p}) AS parts WHERE size(parts) > 1
    WITH shared, parts, ${OTHERS} AS others
    UNWIND parts AS x UNWIND parts AS y
    WITH shared, others, x.actor AS a, y.actor AS b, x.edge AS p, y.edge AS q WHERE a.id < b.id
    ${TIES}
    RETURN collect(tie) AS ties
  }
  RETURN [me.id] AS own, [n IN first | n.id] AS first, [n IN second | n.id] AS second, cut, ties`;

const SURROUNDINGS = [surroundingsOf(1), surroundingsOf(2)];

const pathsOf = (limit: string): string => `
  MATCH (from:Actor {id: $from}), (to:Actor {id: $to})
  MATCH way = allShortestPaths((from)-[:ACTS_IN*]-(to))
  WHERE all(e IN relationships(way) WHERE ${visible('e')}) AND all(n IN nodes(way) WHERE n.audience IN $audiences)
  WITH DISTINCT [n IN nodes(way) WHERE n:Actor] AS actors ${limit}
  WITH collect(actors) AS paths
  CALL (paths) {
    UNWIND paths AS path UNWIND range(0, size(path) - 2) AS i
    WITH DISTINCT path[i] AS x, path[i + 1] AS y
    MATCH (x)-[p:ACTS_IN]->(shared:Initiative)<-[q:ACTS_IN]-(y)
    WHERE ${visible('p')} AND ${visible('q')} AND shared.audience IN $audiences
    WITH x AS a, y AS b, p, q, shared, ${OTHERS} AS others
    ${TIES}
    RETURN collect(tie) AS ties
  }
  RETURN [path IN paths | [n IN path | n.id]] AS paths, ties`;

const FIFTY_PATHS = pathsOf('LIMIT 50');
const ALL_PATHS = pathsOf('');
const MOST_PATHS = 50;

/**
 * What somebody would write who has nothing but the driver: one statement a question, on the same facts, indexes and
 * server. It knows participations only, so it may leave out what the port has besides: bodies, declared ties, filters, several
 * participations of one actor in one thing.
 */
export class PlainCypher {
  private readonly driver: Driver;

  constructor({ url, user, password }: { url: string; user: string; password: string }) {
    this.driver = neo4j.driver(url, password === '' ? undefined : neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  }

  async surroundings(question: GraphQuestion & { actorId: Id; depth: 1 | 2; limit: number }): Promise<Surroundings> {
    const row = await this.one<{ own: Id[]; first: Id[]; second: Id[]; cut: boolean; ties: Tie[] }>(SURROUNDINGS[question.depth - 1]!, {
      ...question,
      limit: neo4j.int(question.limit),
    });
    if (!row) return { nodes: [], ties: [], truncated: false };
    const { own, first, second, cut, ties } = row;
    const nodes = [own, first, second].flatMap((ids, distance) => ids.map((id) => ({ id, distance })));
    return { nodes, ties, truncated: cut };
  }

  /** Up to fifty of the shortest paths, whichever come first; `count` is how many of them. Less than the port answers. */
  async somePaths(question: GraphQuestion & { from: Id; to: Id }): Promise<ShortestPaths> {
    const row = await this.one<{ paths: Id[][]; ties: Tie[] }>(FIFTY_PATHS, { ...question });
    const paths = row?.paths ?? [];
    return { length: paths.length > 0 ? paths[0]!.length - 1 : null, count: paths.length, paths, ties: row?.ties ?? [] };
  }

  /** What the port answers: all are counted, and the strongest fifty given. */
  async paths(question: GraphQuestion & { from: Id; to: Id }): Promise<ShortestPaths> {
    const row = await this.one<{ paths: Id[][]; ties: Tie[] }>(ALL_PATHS, { ...question });
    const all = row?.paths ?? [];
    const strengths = new Map((row?.ties ?? []).map((tie) => [`${tie.a} ${tie.b}`, tie.strength]));
    const steps = (path: Id[]): string[] => path.slice(1).map((id, at) => `${path[at]!} ${id}`);
    const strengthOfPath = (path: Id[]): number => steps(path).reduce((sum, step) => sum + strengths.get(step)!, 0);
    const paths = all
      .map((path) => ({ path, strength: strengthOfPath(path) }))
      .sort((x, y) => y.strength - x.strength)
      .slice(0, MOST_PATHS)
      .map(({ path }) => path);
    const used = new Set(paths.flatMap(steps));
    const ties = (row?.ties ?? []).filter((tie) => used.has(`${tie.a} ${tie.b}`));
    return { length: all.length > 0 ? all[0]!.length - 1 : null, count: all.length, paths, ties };
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  private async one<Row>(cypher: string, parameters: Record<string, unknown>): Promise<Row | null> {
    const { records } = await this.driver.executeQuery(
      cypher,
      { ...parameters, audiences: ['PUBLIC'] },
      { routing: neo4j.routing.READ, database: 'neo4j' },
    );
    return (records[0]?.toObject() as Row | undefined) ?? null;
  }
}
