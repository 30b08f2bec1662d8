import { Injectable } from '@nestjs/common';
import { Database, query } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { ActorKind } from '@knotenpunkt/themes/domain';

/** Chairs that are empty on a bench. */
export interface EmptyBench {
  kind: ActorKind;
  chairs: number;
  alliances: number;
}

export interface EmptyChairs {
  /** In so many alliances. */
  alliances: number;
  /** The most chairs first. */
  benches: EmptyBench[];
}

// As `fillBenches` of the room alliances says it of one: who declined does not sit.
const MISSING = `SELECT a.id, wanted.kind, wanted.minimum - (SELECT count(*) FROM alliance_member_v1 m
    WHERE m.alliance_id = a.id AND m.bench = wanted.kind AND m.state <> 'DECLINED') AS chairs
  FROM alliance_v1 a JOIN challenge_v1 c ON c.id = a.challenge_id, jsonb_to_recordset(c.benches) AS wanted (kind text, minimum int)
  WHERE a.region_id = $1 AND a.state IN ('DRAFT', 'INVITING', 'FORMED', 'ACTIVE')`;

const empty = query(
  'desk.chairs',
  `WITH missing AS (SELECT * FROM (${MISSING}) m WHERE chairs > 0)
   SELECT (SELECT count(DISTINCT id)::int FROM missing) AS alliances,
     coalesce((SELECT json_agg(b ORDER BY b.chairs DESC, b.kind) FROM (
       SELECT kind, sum(chairs)::int AS chairs, count(*)::int AS alliances FROM missing GROUP BY kind) b), '[]') AS benches`,
);

/** Where somebody is missing, over all alliances that are being formed or at work. */
@Injectable()
export class ChairsRepository {
  constructor(private readonly database: Database) {}

  async empty({ id }: Region): Promise<EmptyChairs> {
    return (await this.database.readOne<EmptyChairs>(empty, [id]))!;
  }
}
