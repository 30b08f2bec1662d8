import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { newId, type Audience, type Clock, type Id } from '@knotenpunkt/kernel';
import { CLOCK, Database, query, type Tx } from '@knotenpunkt/platform/database';
import { isHidden } from './hidden-subjects';

/** What a person did for an organisation. Publicly only the organisation is named. */
export interface Act {
  viewer: Viewer;
  regionId: Id;
  /** Acted for; null for the coordination of the region. */
  actorId: Id | null;
  /** `<subject>.<past participle>`: `initiative.published`. */
  verb: string;
  subject: { type: string; id: Id; title: string; slug?: string };
  otherActorId?: Id | null;
  /** Fields of action it is about. */
  themes?: readonly string[];
  audience: Audience;
  /** When it happened, if not now: for acts loaded with a region. */
  at?: Date;
}

export interface RecordedAct {
  id: Id;
  at: Date;
  /** Who did it; whoever shows that decides before who may read it. */
  personId: Id | null;
  actorId: Id | null;
  otherActorId: Id | null;
  verb: string;
  subjectType: string;
  subjectId: Id;
  subjectTitle: string;
  subjectSlug: string | null;
}

// What the coordination keeps to itself it also reads of what is hidden.
const SHOWN = `(audience = 'COORDINATORS' OR NOT ${isHidden('act.subject_id')})`;

const latest = query(
  'act.latest',
  `SELECT id, at, person_id AS "personId", actor_id AS "actorId", other_actor_id AS "otherActorId", verb, subject_type AS "subjectType", subject_id AS "subjectId", subject_title AS "subjectTitle", subject_slug AS "subjectSlug"
   FROM act WHERE region_id = $1 AND audience = ANY($2) AND ${SHOWN} ORDER BY at DESC, id DESC LIMIT $3`,
);

const about = query(
  'act.about',
  `SELECT id, at, person_id AS "personId", actor_id AS "actorId", other_actor_id AS "otherActorId", verb, subject_type AS "subjectType", subject_id AS "subjectId", subject_title AS "subjectTitle", subject_slug AS "subjectSlug"
   FROM act WHERE region_id = $1 AND subject_id = ANY($2::uuid[]) AND audience = 'PUBLIC' AND ${SHOWN} ORDER BY at DESC, id DESC LIMIT $3`,
);
const newerThan = query(
  'act.since',
  `SELECT id, at, person_id AS "personId", actor_id AS "actorId", other_actor_id AS "otherActorId", verb, subject_type AS "subjectType", subject_id AS "subjectId", subject_title AS "subjectTitle", subject_slug AS "subjectSlug"
   FROM act WHERE region_id = $1 AND audience = ANY($2) AND at > $3 AND ${SHOWN}
     AND ($4 OR subject_id = ANY($5::uuid[]) OR actor_id = ANY($5::uuid[]) OR other_actor_id = ANY($5::uuid[]) OR themes && $6::text[])
     AND (actor_id IS NULL OR NOT actor_id = ANY($7::uuid[])) ORDER BY at DESC, id DESC LIMIT $8`,
);

/** Which acts are asked for. */
export interface ActsAsked {
  regionId: Id;
  audiences: readonly Audience[];
  since: Date;
  /** What somebody follows, by id and by theme; null: everything in the region. */
  followed: { ids: readonly Id[]; themes: readonly string[] } | null;
  /** Organisations whose own acts are no news. */
  without: readonly Id[];
  limit: number;
}

/** The trail of what was done by whom for whom; rows are only added. */
@Injectable()
export class Acts {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async record(tx: Tx, act: Act): Promise<void> {
    const at = act.at ?? this.clock.now();
    await tx.query(
      `INSERT INTO act (id, at, region_id, person_id, actor_id, other_actor_id, verb, subject_type, subject_id, subject_title, subject_slug, audience, themes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        newId(at.getTime()),
        at,
        act.regionId,
        act.viewer.personId,
        act.actorId,
        act.otherActorId ?? null,
        act.verb,
        act.subject.type,
        act.subject.id,
        act.subject.title,
        act.subject.slug ?? null,
        act.audience,
        act.themes ?? [],
      ],
    );
  }

  /** The newest public acts about some things. */
  about(regionId: Id, subjectIds: readonly Id[], limit: number): Promise<RecordedAct[]> {
    return this.database.read<RecordedAct>(about, [regionId, subjectIds, limit]);
  }

  /** The newest acts since an instant, of a region or of what somebody follows; those of one's own organisations are left out. */
  since(asked: ActsAsked): Promise<RecordedAct[]> {
    const { regionId, audiences, since, followed, without, limit } = asked;
    const parameters = [regionId, audiences, since, followed === null, followed?.ids ?? [], followed?.themes ?? [], without, limit];
    return this.database.read<RecordedAct>(newerThan, parameters);
  }

  /** The newest acts that one of the audiences may know of. */
  latest(regionId: Id, audiences: readonly Audience[], limit: number): Promise<RecordedAct[]> {
    return this.database.read<RecordedAct>(latest, [regionId, audiences, limit]);
  }
}
