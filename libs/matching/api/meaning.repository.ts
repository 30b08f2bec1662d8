import { Injectable } from '@nestjs/common';
import type { Audience, Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** An open offer or need that the model has not read as it stands. */
export interface UnreadText {
  id: Id;
  regionId: Id;
  direction: 'OFFER' | 'NEED';
  audience: Audience;
  title: string;
  text: string;
  hash: string;
  /** Its text was read; only who may see it has changed. */
  known: boolean;
}

/** An entry whose meaning in the graph is to be told anew. */
export interface ToldEntry {
  id: Id;
  regionId: Id;
}

/** An entry's vectors with what the graph asks of it. */
export interface StoredMeaning extends ToldEntry {
  direction: 'OFFER' | 'NEED';
  audience: Audience;
  vectors: number[][];
}

const OPEN = `entry_v1 e JOIN actor_v1 a ON a.id = e.actor_id AND NOT a.archived LEFT JOIN matching_text t ON t.entry_id = e.id`;
const HASH = `md5(e.title || chr(10) || e.text)`;
const UNREAD = `e.state = 'OPEN' AND (t.entry_id IS NULL OR t.model <> $1 OR t.hash <> ${HASH} OR t.audience <> e.audience)`;

const unread = query(
  'meaning.unread',
  `SELECT e.id, e.region_id AS "regionId", e.direction, e.audience, e.title, e.text, ${HASH} AS hash,
     coalesce(t.model = $1 AND t.hash = ${HASH}, false) AS known
   FROM ${OPEN} WHERE ${UNREAD} ORDER BY e.id LIMIT $2`,
);
const unreadCount = query('meaning.unreadCount', `SELECT count(*)::int AS count FROM ${OPEN} WHERE ${UNREAD}`);
const vectors = query(
  'meaning.vectors',
  `SELECT entry_id AS "entryId", vector FROM matching_vector WHERE entry_id = ANY($1::uuid[]) ORDER BY entry_id, place`,
);
const anchors = query('meaning.anchors', `SELECT text, vector FROM matching_anchor WHERE model = $1 LIMIT 20000`);

/** Keeps what the sentence model made of texts. */
@Injectable()
export class MeaningRepository {
  constructor(private readonly database: Database) {}

  unread(model: string, limit: number): Promise<UnreadText[]> {
    return this.database.read<UnreadText>(unread, [model, limit]);
  }

  /** How many open offers and needs this model has not read as they stand. */
  async unreadCount(model: string): Promise<number> {
    return (await this.database.readOne<{ count: number }>(unreadCount, [model]))!.count;
  }

  /** The vectors of entries, window by window. */
  async vectors(ids: readonly Id[]): Promise<Map<Id, Float32Array[]>> {
    const found = new Map<Id, Float32Array[]>();
    for (const { entryId, vector } of await this.database.read<{ entryId: Id; vector: number[] }>(vectors, [ids]))
      found.set(entryId, [...(found.get(entryId) ?? []), Float32Array.from(vector)]);
    return found;
  }

  /** What the model made of texts of the vocabulary, by text. */
  async anchors(model: string): Promise<Map<string, Float32Array>> {
    const rows = await this.database.read<{ text: string; vector: number[] }>(anchors, [model]);
    return new Map(rows.map(({ text, vector }) => [text, Float32Array.from(vector)]));
  }

  /** Keeps new anchors; those of other models go. */
  async keepAnchors(tx: Tx, model: string, made: ReadonlyMap<string, Float32Array>): Promise<void> {
    await tx.query('DELETE FROM matching_anchor WHERE model <> $1', [model]);
    await tx.query(
      `INSERT INTO matching_anchor (model, text, vector) SELECT $1, r.text, ARRAY(SELECT jsonb_array_elements_text(r.vector)::real)
       FROM jsonb_to_recordset($2::jsonb) AS r (text text, vector jsonb) ON CONFLICT (model, text) DO UPDATE SET vector = excluded.vector`,
      [model, JSON.stringify([...made].map(([text, vector]) => ({ text, vector: [...vector] })))],
    );
  }

  /** Notes that texts were read, with their vectors (none given: those they have stay). An entry that is gone meanwhile is passed over. */
  async keep(tx: Tx, model: string, read: readonly (UnreadText & { vectors: Float32Array[] | null })[]): Promise<void> {
    await tx.query(
      `INSERT INTO matching_text (entry_id, region_id, direction, audience, model, hash)
       SELECT r.id, r."regionId", r.direction, r.audience, $1, r.hash
       FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "regionId" uuid, direction text, audience text, hash text) JOIN entry_v1 e ON e.id = r.id
       ON CONFLICT (entry_id) DO UPDATE SET region_id = excluded.region_id, direction = excluded.direction, audience = excluded.audience,
         model = excluded.model, hash = excluded.hash, read_at = now()`,
      [model, JSON.stringify(read.map(({ vectors: _, title: __, text: ___, ...row }) => row))],
    );
    const renewed = read.flatMap(({ id, vectors: made }) => (made ? [{ id, made }] : []));
    await tx.query('DELETE FROM matching_vector WHERE entry_id = ANY($1::uuid[])', [renewed.map(({ id }) => id)]);
    await tx.query(
      `INSERT INTO matching_vector (entry_id, place, vector)
       SELECT r.id, r.place, ARRAY(SELECT jsonb_array_elements_text(r.vector)::real)
       FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, place smallint, vector jsonb) JOIN entry_v1 e ON e.id = r.id`,
      [JSON.stringify(renewed.flatMap(({ id, made }) => made.map((vector, place) => ({ id, place, vector: [...vector] }))))],
    );
  }

  /** Forgets what was read of entries that are no longer there or no longer open; gives them. */
  async forgetGone(tx: Tx): Promise<ToldEntry[]> {
    const [rows] = (await tx.query(
      `DELETE FROM matching_text t WHERE NOT EXISTS (
         SELECT FROM entry_v1 e JOIN actor_v1 a ON a.id = e.actor_id WHERE e.id = t.entry_id AND e.state = 'OPEN' AND NOT a.archived
       ) RETURNING entry_id AS id, region_id AS "regionId"`,
    )) as [ToldEntry[], number];
    return rows;
  }

  /** What the graph should know of entries; one that is missing is gone. */
  async stored(tx: Tx, ids: readonly Id[]): Promise<StoredMeaning[]> {
    return (await tx.query(
      `SELECT t.entry_id AS id, t.region_id AS "regionId", t.direction, t.audience, array_agg(to_jsonb(v.vector) ORDER BY v.place) AS vectors
       FROM matching_text t JOIN matching_vector v ON v.entry_id = t.entry_id WHERE t.entry_id = ANY($1::uuid[]) GROUP BY t.entry_id`,
      [ids],
    )) as StoredMeaning[];
  }
}
