// What is practically possible: one prepared statement a case that gives JSON, over plain HTTP. Started by run.mjs.
import { createServer } from 'node:http';
import pg from 'pg';

const TIE = `'a', t.a, 'b', t.b, 'strength', t.strength, 'reasons', t.reasons`;
/** Who takes part in what: the lead and its partners. */
const PART = `SELECT id AS node, lead_id AS actor FROM initiative WHERE lead_id = ANY(ids) UNION ALL
  SELECT initiative_id, actor_id FROM participation WHERE actor_id = ANY(ids) AND state = 'ACCEPTED'`;
const partOf = (ids) => PART.replaceAll('ids', ids);
const membersOf = (nodes) => `SELECT id AS node, lead_id AS actor FROM initiative WHERE id IN (${nodes}) UNION ALL
  SELECT initiative_id, actor_id FROM participation WHERE initiative_id IN (${nodes}) AND state = 'ACCEPTED'`;

export const STATEMENTS = {
  directory: `SELECT json_build_object('edges', coalesce(json_agg(json_build_object('id', a.id, 'slug', a.slug, 'name', a.name, 'kind', a.kind, 'summary', a.summary,
      'city', a.city, 'district', a.district, 'sector', a.sector, 'size', a.size, 'themes', a.themes, 'provenance', a.provenance,
      'offerCount', (SELECT count(*) FROM entry e WHERE e.actor_id = a.id AND e.direction = 'OFFER' AND e.state = 'OPEN'),
      'needCount', (SELECT count(*) FROM entry e WHERE e.actor_id = a.id AND e.direction = 'NEED' AND e.state = 'OPEN')) ORDER BY a.sort_name, a.id), '[]'))::text AS json
    FROM (SELECT * FROM actor WHERE region_id = $1 AND NOT archived AND kind = $2 ORDER BY sort_name, id LIMIT 21) a`,
  profile: `SELECT json_build_object('actor', to_json(a), 'contacts', (SELECT json_agg(c) FROM actor_contact c WHERE c.actor_id = a.id),
      'entries', (SELECT json_agg(e) FROM entry e WHERE e.actor_id = a.id AND e.state = 'OPEN'),
      'memberOf', (SELECT json_agg(json_build_object('certainty', m.certainty, 'name', b.name)) FROM membership m JOIN actor b ON b.id = m.of_id WHERE m.member_id = a.id),
      'members', (SELECT json_agg(json_build_object('certainty', m.certainty, 'name', b.name)) FROM membership m JOIN actor b ON b.id = m.member_id WHERE m.of_id = a.id),
      'ties', (SELECT json_agg(t) FROM declared_tie t WHERE t.from_id = a.id OR t.to_id = a.id),
      'parts', (SELECT json_agg(json_build_object('id', p.id, 'name', p.name)) FROM actor p WHERE p.parent_id = a.id))::text AS json
    FROM actor a WHERE a.region_id = $1 AND a.slug = $2 AND NOT a.archived`,
  surroundings: `WITH own AS (${partOf('ARRAY[$1::uuid]')}),
      near AS (SELECT m.actor, count(*) AS shared FROM (${membersOf('SELECT node FROM own')}) m WHERE m.actor <> $1::uuid GROUP BY m.actor ORDER BY 2 DESC, 1 LIMIT 299),
      ids AS (SELECT array_agg(actor) || $1::uuid AS ids FROM near),
      part AS (${partOf('(SELECT ids FROM ids)::uuid[]')}),
      size AS (SELECT node, count(*) AS n FROM (${membersOf('SELECT node FROM part')}) m GROUP BY node),
      tie AS (SELECT p.actor AS a, q.actor AS b, sum(1.0 / (s.n - 1)) AS strength, json_agg(json_build_object('id', i.id, 'title', i.title, 'slug', i.slug)) AS reasons
        FROM part p JOIN part q ON q.node = p.node AND q.actor > p.actor JOIN size s ON s.node = p.node AND s.n > 1 JOIN initiative i ON i.id = p.node GROUP BY 1, 2)
    SELECT json_build_object('nodes', (SELECT json_agg(json_build_object('id', id, 'name', name, 'slug', slug, 'kind', kind)) FROM actor WHERE id = ANY((SELECT ids FROM ids)::uuid[])),
      'ties', (SELECT json_agg(json_build_object(${TIE})) FROM tie t))::text AS json`,
  // Walks everything within four steps: SQL has no way to stop at the first.
  paths: `WITH RECURSIVE part AS MATERIALIZED (SELECT id AS node, lead_id AS actor FROM initiative WHERE region_id = $3 UNION ALL
        SELECT p.initiative_id, p.actor_id FROM participation p JOIN initiative i ON i.id = p.initiative_id WHERE i.region_id = $3 AND p.state = 'ACCEPTED'),
      walk AS (SELECT $1::uuid AS actor, 0 AS far UNION SELECT q.actor, far + 1 FROM walk JOIN part p ON p.actor = walk.actor JOIN part q ON q.node = p.node WHERE far < 4)
    SELECT json_build_object('length', (SELECT min(far) FROM walk WHERE actor = $2::uuid))::text AS json`,
  write: `WITH e AS (UPDATE entry SET confirmed_on = current_date, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id, version, actor_id, region_id),
      o AS (INSERT INTO outbox (aggregate, aggregate_id, region_id, due_at) SELECT 'bench', actor_id, region_id, 'infinity' FROM e)
    SELECT json_build_object('id', id, 'version', version)::text AS json FROM e`,
};

if (process.argv[1] === import.meta.filename) {
  const pool = new pg.Pool({ connectionString: process.argv[2], max: 4 });
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { name, values } = JSON.parse(body);
      pool.query({ name, text: STATEMENTS[name], values }).then(
        ({ rows }) => response.setHeader('content-type', 'application/json').end(rows[0]?.json ?? 'null'),
        (error) => {
          response.statusCode = 500;
          response.end(String(error));
        },
      );
    });
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
}
