import { Injectable } from '@nestjs/common';
import { ConsentService } from '@knotenpunkt/agreements/api';
import { fillBenches, type MemberState } from '@knotenpunkt/alliances/domain';
import type { WantedBench } from '@knotenpunkt/challenges/domain';
import type { ThreadSubjectState } from '@knotenpunkt/coordination/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import type { ActorKind } from '@knotenpunkt/themes/domain';

const OVERDUE = (type: string) => `(SELECT count(*)::int FROM commitment_v1 c WHERE c.purpose_type = '${type}' AND c.purpose_id = s.id
  AND c.state = 'OPEN' AND c.due_on < $3)`;
const NONE = `NULL::jsonb AS table, 0 AS overdue, NULL::text AS purpose, NULL::date AS "askedOn"`;

// Drafts of a Vorhaben are read by the lead's own people only.
const states = query(
  'thread.subjectStates',
  `SELECT 'ALLIANCE' AS type, s.id, s.title, s.slug, s.state, NULL::int AS reached, NULL::int AS wanted,
     jsonb_build_object('benches', q.benches, 'members', (SELECT coalesce(jsonb_agg(jsonb_build_object('bench', m.bench, 'state', m.state)), '[]')
       FROM alliance_member_v1 m WHERE m.alliance_id = s.id)) AS table,
     ${OVERDUE('ALLIANCE')} AS overdue, NULL AS purpose, NULL::date AS "askedOn"
   FROM alliance_v1 s JOIN challenge_v1 q ON q.id = s.challenge_id WHERE s.region_id = $1 AND s.id = ANY($2::uuid[])
   UNION ALL SELECT 'INITIATIVE', s.id, s.title, s.slug, s.state, NULL, NULL, NULL, ${OVERDUE('INITIATIVE')}, NULL, NULL
   FROM initiative_v1 s WHERE s.region_id = $1 AND s.id = ANY($2::uuid[]) AND s.state <> 'DRAFT'
   UNION ALL SELECT 'CHALLENGE', s.id, s.question, s.slug, s.state,
     (SELECT count(*)::int FROM alliance_v1 a WHERE a.challenge_id = s.id AND a.state <> 'CALLED_OFF'), NULL, ${NONE}
   FROM challenge_v1 s WHERE s.region_id = $1 AND s.id = ANY($2::uuid[])
   UNION ALL SELECT 'INTRODUCTION', s.id, s.purpose, NULL, s.state,
     (SELECT count(*)::int FROM introduction_side i WHERE i.introduction_id = s.id AND i.answer IS NOT NULL), 3, ${NONE}
   FROM introduction s WHERE s.region_id = $1 AND s.id = ANY($2::uuid[])
   UNION ALL SELECT 'CONTACT_REQUEST', s.id, s.organisation, NULL, s.state, NULL, NULL, NULL, 0, NULL, (s.created_at AT TIME ZONE $4)::date
   FROM contact_request s WHERE s.region_id = $1 AND s.id = ANY($2::uuid[])
   UNION ALL SELECT 'OUTSIDE_PROMISE', s.id, s.purpose_title, s.purpose_slug, s.state, NULL, NULL, NULL, 0, s.purpose_type, NULL
   FROM outside_promise_v1 s WHERE s.region_id = $1 AND s.id = ANY($2::uuid[])
   UNION ALL SELECT 'ACTOR', s.id, s.name, s.slug, s.kind, NULL, NULL, ${NONE}
   FROM actor_v1 s WHERE s.region_id = $1 AND s.id = ANY($2::uuid[]) AND NOT s.archived`,
);

interface StateRow extends ThreadSubjectState {
  table: { benches: WantedBench[]; members: { bench: ActorKind; state: MemberState }[] } | null;
}

/** How what threads are about stands, asked of the rooms that have it. */
@Injectable()
export class ThreadSubjectService {
  constructor(
    private readonly database: Database,
    private readonly consent: ConsentService,
  ) {}

  /** One statement for all of them, and one more where somebody is being invited; what is gone is left out. */
  async statesOf(region: { id: Id; timeZone: string }, ids: readonly Id[], today: LocalDate): Promise<ThreadSubjectState[]> {
    const rows = await this.database.read<StateRow>(states, [region.id, ids, today, region.timeZone]);
    const inviting = rows.filter(({ type, state }) => type === 'ALLIANCE' && state === 'INVITING').map(({ id }) => id);
    const rounds = inviting.length > 0 ? await this.consent.roundsOf('alliance', inviting) : [];
    return rows.map(({ table, ...state }) => {
      if (!table) return state;
      const parties = rounds.find(({ subject }) => subject.id === state.id)?.parties;
      if (parties) return { ...state, reached: parties.filter(({ answer }) => answer === 'YES').length, wanted: parties.length };
      const fills = fillBenches(table.benches, table.members);
      const chairs = (count: (fill: (typeof fills)[number]) => number) => fills.reduce((sum, fill) => sum + count(fill), 0);
      return { ...state, reached: chairs(({ filled, minimum }) => Math.min(filled, minimum)), wanted: chairs(({ minimum }) => minimum) };
    });
  }
}
