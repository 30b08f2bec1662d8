import { Injectable } from '@nestjs/common';
import { ConsentService } from '@knotenpunkt/agreements/api';
import type { ConsentAnswer } from '@knotenpunkt/agreements/domain';
import type { AllianceState, MemberState } from '@knotenpunkt/alliances/domain';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { isId, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';

const MOST_PLACES = 100;

interface PlaceRow {
  allianceId: Id;
  slug: string | null;
  title: string | null;
  state: AllianceState;
  memberState: MemberState;
  question: string | null;
  challengeSlug: string | null;
}

/** Where an organisation stands in an alliance, and what it said to the text as it is. */
export interface FoundPlace extends PlaceRow {
  answer: ConsentAnswer | null;
  answeredOn: LocalDate | null;
  change: string;
}

/** Of a draft nobody but who leads it reads title and members; that it counts on an organisation is held on that one. */
const places = query(
  'alliancePlace.all',
  `SELECT a.id AS "allianceId", CASE WHEN a.state <> 'DRAFT' THEN a.slug END AS slug, CASE WHEN a.state <> 'DRAFT' THEN a.title END AS title,
     a.state, m.state AS "memberState", c.question, c.slug AS "challengeSlug"
   FROM alliance_member m JOIN alliance a ON a.id = m.alliance_id
   LEFT JOIN challenge_v1 c ON c.id = a.challenge_id AND c.state <> 'PROPOSED'
   WHERE a.region_id = $1 AND m.actor_id = $2
   ORDER BY array_position(ARRAY['INVITING', 'DRAFT', 'ACTIVE', 'FORMED', 'CONCLUDED', 'CALLED_OFF'], a.state), a.id DESC LIMIT $3`,
);

/** Where an organisation was written into an alliance, asked, or takes part. */
@Injectable()
export class AlliancePlaceService {
  constructor(
    private readonly database: Database,
    private readonly consent: ConsentService,
  ) {}

  /** What waits first; for the organisation's own people, empty for others. */
  async of(viewer: Viewer, region: Region, actorId: Id): Promise<FoundPlace[]> {
    if (!isId(actorId) || !actsFor(viewer, actorId, 'EDITOR')) return [];
    const found = await this.database.read<PlaceRow>(places, [region.id, actorId, MOST_PLACES]);
    const rounds = await this.consent.roundsOf(
      'alliance',
      found.map(({ allianceId }) => allianceId),
    );
    const said = new Map(rounds.map(({ subject, parties }) => [subject.id, parties.find((party) => party.actorId === actorId)]));
    return found.map((place) => {
      const party = said.get(place.allianceId);
      return { ...place, answer: party?.answer ?? null, answeredOn: party?.answeredOn ?? null, change: party?.change ?? '' };
    });
  }
}
