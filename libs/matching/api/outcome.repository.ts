import { Injectable } from '@nestjs/common';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Certainty, KeptOutcome, SuggestionBasis, SuggestionKind } from '@knotenpunkt/matching/domain';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** A suggestion that was shown. */
export interface ShownSuggestion {
  id: Id;
  regionId: Id;
  kind: SuggestionKind;
  askerId: Id | null;
  suggestedId: Id;
  challengeId: Id | null;
  entryId: Id | null;
  certainty: Certainty;
  probability: number | null;
  basis: SuggestionBasis | null;
  shownOn: LocalDate;
}

/** Learned from and counted at most; the oldest are left out. */
const NEWEST = 5_000;
const HELD = 200;

/**
 * What came of a suggestion stands in other rooms: a Vorhaben or an alliance both take part in since, a dismissal, for a table an invitation.
 * Read there each time, so that nothing is counted that was taken back.
 */
const COME = `
  LEFT JOIN match_dismissal d ON d.actor_id = o.asker_id AND d.suggested_id = o.suggested_id
  LEFT JOIN LATERAL (
    SELECT min(day) AS day FROM (
      SELECT greatest(p.since, q.since) AS day FROM participation_v1 p JOIN participation_v1 q ON q.initiative_id = p.initiative_id
      WHERE p.actor_id = o.asker_id AND q.actor_id = o.suggested_id AND p.state = 'ACCEPTED' AND q.state = 'ACCEPTED'
      UNION ALL
      SELECT a.formed_on FROM alliance_member_v1 m JOIN alliance_member_v1 n ON n.alliance_id = m.alliance_id JOIN alliance_v1 a ON a.id = m.alliance_id
      WHERE m.actor_id = o.asker_id AND n.actor_id = o.suggested_id AND m.state = 'MEMBER' AND n.state = 'MEMBER'
      UNION ALL
      SELECT a.formed_on FROM alliance_v1 a JOIN alliance_member_v1 m ON m.alliance_id = a.id
      WHERE a.challenge_id = o.challenge_id AND m.actor_id = o.suggested_id AND m.state = 'MEMBER'
    ) both_since WHERE day >= o.shown_on
  ) b ON true
  LEFT JOIN LATERAL (
    SELECT o.shown_on AS day FROM alliance_v1 a JOIN alliance_member_v1 m ON m.alliance_id = a.id
    WHERE a.challenge_id = o.challenge_id AND m.actor_id = o.suggested_id AND (a.formed_on IS NULL OR a.formed_on >= o.shown_on) LIMIT 1
  ) i ON true`;
const COLUMNS = `o.id, o.kind, o.asker_id AS "askerId", o.suggested_id AS "suggestedId", s.kind AS "suggestedKind", o.certainty, o.probability, o.basis,
  o.shown_on AS "shownOn", coalesce(o.accepted_on, i.day) AS "acceptedOn", o.introduced_on AS "introducedOn", b.day AS "becameOn",
  d.reason AS "dismissedFor", o.objected_on AS "objectedOn", o.objected_by_id AS "objectedById"`;

const newest = query(
  'matchOutcome.newest',
  `SELECT ${COLUMNS} FROM (SELECT * FROM match_outcome WHERE region_id = $1 ORDER BY shown_on DESC, id DESC LIMIT ${NEWEST}) o
   JOIN actor_v1 s ON s.id = o.suggested_id ${COME} ORDER BY o.shown_on DESC, o.id DESC`,
);
const naming = query(
  'matchOutcome.naming',
  `SELECT ${COLUMNS} FROM (SELECT * FROM match_outcome WHERE region_id = $1 AND (asker_id = $2 OR suggested_id = $2)
     ORDER BY shown_on DESC, id DESC LIMIT ${HELD}) o
   JOIN actor_v1 s ON s.id = o.suggested_id ${COME} ORDER BY o.shown_on DESC, o.id DESC`,
);

/** Suggestions that were shown, with what came of them. */
@Injectable()
export class OutcomeRepository {
  constructor(private readonly database: Database) {}

  /** Of a region, the newest first. */
  newest(regionId: Id): Promise<KeptOutcome[]> {
    return this.database.read<KeptOutcome>(newest, [regionId]);
  }

  /** Those in which an organisation is one of the two, the newest first. */
  naming(regionId: Id, actorId: Id): Promise<KeptOutcome[]> {
    return this.database.read<KeptOutcome>(naming, [regionId, actorId]);
  }

  /** Keeps what was shown for the first time; what was shown before stays as it was. */
  async keep(tx: Tx, shown: readonly ShownSuggestion[]): Promise<void> {
    const rows = shown.map(({ basis, ...one }) => ({ ...one, basis: basis && JSON.stringify(basis) }));
    const column = (name: keyof ShownSuggestion) => rows.map((row) => row[name]);
    await tx.query(
      `INSERT INTO match_outcome (id, region_id, kind, asker_id, suggested_id, challenge_id, entry_id, certainty, probability, basis, shown_on)
       SELECT n.id, n.region_id, n.kind, n.asker_id, n.suggested_id, n.challenge_id, e.id, n.certainty, n.probability, n.basis::jsonb, n.shown_on
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::real[], $10::text[], $11::date[])
         AS n (id, region_id, kind, asker_id, suggested_id, challenge_id, entry_id, certainty, probability, basis, shown_on)
       JOIN actor_v1 s ON s.id = n.suggested_id
       LEFT JOIN actor_v1 a ON a.id = n.asker_id
       LEFT JOIN challenge_v1 c ON c.id = n.challenge_id
       LEFT JOIN entry_v1 e ON e.id = n.entry_id
       WHERE (n.asker_id IS NULL OR a.id IS NOT NULL) AND (n.challenge_id IS NULL OR c.id IS NOT NULL)
       ORDER BY n.suggested_id, n.asker_id ON CONFLICT DO NOTHING`,
      (
        [
          'id',
          'regionId',
          'kind',
          'askerId',
          'suggestedId',
          'challengeId',
          'entryId',
          'certainty',
          'probability',
          'basis',
          'shownOn',
        ] as const
      ).map(column),
    );
  }

  /** Notes that an organisation took up what it was suggested; of what was never suggested nothing is kept. */
  async noteAccepted(tx: Tx, askerId: Id, suggestedId: Id, on: LocalDate): Promise<void> {
    await tx.query(
      `UPDATE match_outcome SET accepted_on = coalesce(accepted_on, $3) WHERE asker_id = $1 AND suggested_id = $2 AND shown_on <= $3`,
      [askerId, suggestedId, on],
    );
  }

  /** Notes that two were introduced after one was suggested to the other. */
  async noteIntroduced(tx: Tx, pair: readonly [Id, Id], on: LocalDate): Promise<void> {
    await tx.query(
      `UPDATE match_outcome SET introduced_on = coalesce(introduced_on, $3)
       WHERE ((asker_id = $1 AND suggested_id = $2) OR (asker_id = $2 AND suggested_id = $1)) AND shown_on <= $3`,
      [...pair, on],
    );
  }

  /** Takes one that names an organisation out of what is learned from, or in again; false: there is none. */
  async object(tx: Tx, asked: { regionId: Id; id: Id; actorId: Id }, on: LocalDate | null): Promise<boolean> {
    const [, count] = (await tx.query(
      `UPDATE match_outcome SET objected_on = $4, objected_by_id = CASE WHEN $4::date IS NULL THEN NULL ELSE $3::uuid END
       WHERE region_id = $1 AND id = $2 AND (asker_id = $3 OR suggested_id = $3) AND (objected_by_id IS NULL OR objected_by_id = $3)`,
      [asked.regionId, asked.id, asked.actorId, on],
    )) as [unknown, number];
    return count === 1;
  }
}
