import { Injectable } from '@nestjs/common';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';

/** An actor as the network shows it. */
export interface ActorRow {
  id: Id;
  name: string;
  /** The short name, else the name. */
  label: string;
  slug: string;
  kind: string;
  themes: string[];
  summary: string | null;
  city: string | null;
}

/** What a tie comes from: its title and, where it has a page, its slug. */
export interface SharedRow {
  id: Id;
  title: string;
  slug: string | null;
  /** The register it was taken from; null: it was entered here. */
  sourceNote: string | null;
}

/** The role of an actor in what it takes part in. */
export interface RoleRow {
  nodeId: Id;
  actorId: Id;
  role: string;
}

const ACTOR = `id, name, coalesce(nullif(short_name, ''), name) AS label, slug, kind, themes, summary, city`;

const byIds = query(
  'network.actorsByIds',
  `SELECT ${ACTOR} FROM actor_v1 WHERE id = ANY($1::uuid[]) AND ($2::date IS NULL OR closed_on IS NULL OR closed_on > $2)`,
);
const shared = query(
  'network.shared',
  `SELECT id, title, slug, source_note AS "sourceNote" FROM initiative_v1 WHERE id = ANY($1::uuid[])
   UNION ALL SELECT id, title, slug, NULL FROM alliance_v1 WHERE id = ANY($1::uuid[])
   UNION ALL SELECT id, question, slug, NULL FROM challenge_v1 WHERE id = ANY($1::uuid[])
   UNION ALL SELECT id, name, slug, NULL FROM actor_v1 WHERE id = ANY($1::uuid[])
   UNION ALL SELECT id, title, NULL, NULL FROM event_v1 WHERE id = ANY($1::uuid[])
   UNION ALL SELECT id, label, NULL, NULL FROM declared_tie_v1 WHERE id = ANY($1::uuid[])`,
);
const roles = query(
  'network.roles',
  `SELECT initiative_id AS "nodeId", actor_id AS "actorId", role FROM participation_v1
   WHERE initiative_id = ANY($1::uuid[]) AND actor_id = ANY($2::uuid[])
   UNION ALL SELECT event_id, actor_id, role FROM event_participation_v1
   WHERE event_id = ANY($1::uuid[]) AND actor_id = ANY($2::uuid[])`,
);

/** Reads what the network shows from the views of the rooms that own it. */
@Injectable()
export class NetworkRepository {
  constructor(private readonly database: Database) {}

  /** `asOf`: without those that others continue since that day or an earlier one. */
  actorsByIds(ids: readonly Id[], asOf: LocalDate | null = null): Promise<ActorRow[]> {
    return this.database.read<ActorRow>(byIds, [ids, asOf]);
  }

  shared(ids: readonly Id[]): Promise<SharedRow[]> {
    return this.database.read<SharedRow>(shared, [ids]);
  }

  roles(nodeIds: readonly Id[], actorIds: readonly Id[]): Promise<RoleRow[]> {
    return this.database.read<RoleRow>(roles, [nodeIds, actorIds]);
  }
}
