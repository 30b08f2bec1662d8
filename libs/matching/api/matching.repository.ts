import { Injectable } from '@nestjs/common';
import type { Audience, Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import type { ActorKind } from '@knotenpunkt/themes/domain';

export type NamedType = 'ACTOR' | 'ENTRY' | 'INITIATIVE' | 'ALLIANCE';

/** An open entry with what matching asks of its actor. */
export interface EntryRow {
  id: Id;
  actorId: Id;
  direction: 'OFFER' | 'NEED';
  /** Of its actor. */
  kind: string;
  title: string;
  text: string;
  themes: string[];
  competences: string[];
  fromOn: LocalDate | null;
  untilOn: LocalDate | null;
  confirmedOn: LocalDate | null;
  freshUntil: LocalDate | null;
  audience: Audience;
  about: string;
  lat: number | null;
  lon: number | null;
  /** Which text of it the sentence model has read, when it is the one that stands there. */
  read: string | null;
  /** Competences its actor says it does not have. */
  struck: string[];
}

/** What was done together, with the words that say what it is about, themes among them. */
export interface ProjectRow {
  id: Id;
  text: string;
}

/** An actor as matching knows it. */
export interface ActorRow {
  id: Id;
  name: string;
  slug: string;
  kind: string;
  themes: string[];
  /** As its Steckbrief says; what it struck may be among them. */
  competences: string[];
  struck: string[];
  added: string[];
  lat: number | null;
  lon: number | null;
  /** Of its Steckbrief. */
  confirmedOn: LocalDate | null;
  freshUntil: LocalDate | null;
  /** Whose people elected it, where it says so itself. */
  employerId: Id | null;
}

/** What organisations of a region say of single competences. */
const CORRECTED = `(SELECT actor_id, array_agg(competence ORDER BY competence) FILTER (WHERE kind = 'STRUCK') AS struck,
    array_agg(competence ORDER BY competence) FILTER (WHERE kind = 'ADDED') AS added
  FROM match_correction WHERE region_id = $1 GROUP BY actor_id)`;
const ACTORS = `SELECT a.id, a.name, a.slug, a.kind, a.themes, a.competences, a.lat, a.lon, council.employer_id AS "employerId", coalesce(c.struck, '{}') AS struck,
    coalesce(c.added, '{}') AS added, f.confirmed_on AS "confirmedOn", f.fresh_until AS "freshUntil"
  FROM actor_v1 a JOIN actor_freshness_v1 f ON f.actor_id = a.id LEFT JOIN ${CORRECTED} c ON c.actor_id = a.id
  LEFT JOIN council_v1 council ON council.actor_id = a.id WHERE a.region_id = $1 AND NOT a.archived`;

const entries = query(
  'matching.entries',
  `SELECT e.id, e.actor_id AS "actorId", e.direction, e.title, e.text, e.themes, e.competences, e.from_on AS "fromOn", e.until_on AS "untilOn",
     e.confirmed_on AS "confirmedOn", f.fresh_until AS "freshUntil", e.audience, a.kind, a.name || '. ' || a.summary AS about, a.lat, a.lon, t.hash AS read,
     coalesce(c.struck, '{}') AS struck
   FROM entry_v1 e JOIN actor_v1 a ON a.id = e.actor_id JOIN entry_freshness_v1 f ON f.entry_id = e.id
   LEFT JOIN matching_text t ON t.entry_id = e.id AND t.model = $2 AND t.hash = md5(e.title || chr(10) || e.text)
   LEFT JOIN ${CORRECTED} c ON c.actor_id = e.actor_id AND e.direction = 'OFFER'
   WHERE e.region_id = $1 AND e.state = 'OPEN' AND NOT a.archived ORDER BY e.id LIMIT 50000`,
);
const actors = query('matching.actors', `${ACTORS} ORDER BY a.id LIMIT 50000`);
const actorById = query('matching.actorById', `${ACTORS} AND a.id = $2`);
const actorBySlug = query('matching.actorBySlug', `${ACTORS} AND a.slug = $2`);
const unproposable = query(
  'matching.unproposable',
  'SELECT id FROM actor_v1 WHERE region_id = $1 AND NOT proposable ORDER BY id LIMIT 50000',
);
const house = query(
  'matching.house',
  `SELECT actor_id AS id FROM actor_part_v1 WHERE parent_id = $1
   UNION SELECT parent_id FROM actor_part_v1 WHERE actor_id = $1
   UNION SELECT s.actor_id FROM actor_part_v1 p JOIN actor_part_v1 s ON s.parent_id = p.parent_id WHERE p.actor_id = $1
   UNION SELECT actor_id FROM council_v1 WHERE employer_id = $1
   UNION SELECT employer_id FROM council_v1 WHERE actor_id = $1
   LIMIT 1000`,
);
const named = query(
  'matching.named',
  `SELECT id, name AS title, slug, kind, 'ACTOR' AS type FROM actor_v1 WHERE id = ANY($1::uuid[]) AND NOT archived
   UNION ALL SELECT e.id, e.title, a.slug, NULL, 'ENTRY' FROM entry_v1 e JOIN actor_v1 a ON a.id = e.actor_id WHERE e.id = ANY($1::uuid[])
   UNION ALL SELECT id, title, slug, NULL, 'INITIATIVE' FROM initiative_v1 WHERE id = ANY($1::uuid[])
   UNION ALL SELECT id, title, slug, NULL, 'ALLIANCE' FROM alliance_v1 WHERE id = ANY($1::uuid[])`,
);

const projects = query(
  'matching.projects',
  `SELECT id, concat_ws('. ', title, summary, array_to_string(themes, ' ')) AS text FROM initiative_v1 WHERE id = ANY($1::uuid[])
   UNION ALL SELECT id, concat_ws('. ', title, purpose) FROM alliance_v1 WHERE id = ANY($1::uuid[])`,
);
const burdens = query(
  'matching.burdens',
  `SELECT actor_id AS id, count(*)::int AS count FROM commitment_v1 WHERE region_id = $1 AND state = 'OPEN' GROUP BY actor_id`,
);
const seats = query(
  'matching.seats',
  `SELECT DISTINCT m.actor_id AS "actorId", m.bench FROM alliance_v1 a JOIN alliance_member_v1 m ON m.alliance_id = a.id
   WHERE a.challenge_id = $1 AND a.state = ANY($2::text[]) AND m.state <> 'DECLINED'`,
);

/** Reads the views of the rooms that own offers, needs and actors. */
@Injectable()
export class MatchingRepository {
  constructor(private readonly database: Database) {}

  /** Open entries; `model` is the sentence model whose reading counts. */
  entries(regionId: Id, model: string | null): Promise<EntryRow[]> {
    return this.database.read<EntryRow>(entries, [regionId, model]);
  }

  actors(regionId: Id): Promise<ActorRow[]> {
    return this.database.read<ActorRow>(actors, [regionId]);
  }

  actorById(regionId: Id, id: Id): Promise<ActorRow | null> {
    return this.database.readOne<ActorRow>(actorById, [regionId, id]);
  }

  actorBySlug(regionId: Id, slug: string): Promise<ActorRow | null> {
    return this.database.readOne<ActorRow>(actorBySlug, [regionId, slug]);
  }

  /** Who wants to be proposed to nobody. Asked anew each time, so that it works from the moment it is said. */
  async unproposable(regionId: Id): Promise<Id[]> {
    return (await this.database.read<{ id: Id }>(unproposable, [regionId])).map(({ id }) => id);
  }

  /** Parts, parent and siblings of an organisation, its works and staff councils, and whose council it is. */
  async house(actorId: Id): Promise<Id[]> {
    return (await this.database.read<{ id: Id }>(house, [actorId])).map(({ id }) => id);
  }

  /** How many Zusagen each organisation still has to keep. */
  async burdens(regionId: Id): Promise<Map<Id, number>> {
    return new Map((await this.database.read<{ id: Id; count: number }>(burdens, [regionId])).map(({ id, count }) => [id, count]));
  }

  /** Who sits at the table of a question already, in alliances of these states. */
  seats(challengeId: Id, states: readonly string[]): Promise<{ actorId: Id; bench: string }[]> {
    return this.database.read(seats, [challengeId, states]);
  }

  /** What Vorhaben and alliances are about. */
  projects(ids: readonly Id[]): Promise<ProjectRow[]> {
    return this.database.read<ProjectRow>(projects, [ids]);
  }

  /** Titles and slugs of actors, entries, Vorhaben and alliances, of actors the kind, too; of an entry the slug of its actor. */
  named(ids: readonly Id[]): Promise<{ id: Id; title: string; slug: string; kind: ActorKind | null; type: NamedType }[]> {
    return this.database.read(named, [ids]);
  }
}
