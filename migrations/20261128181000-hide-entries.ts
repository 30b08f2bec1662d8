import type { MigrationInterface, QueryRunner } from 'typeorm';

const INITIATIVE = `SELECT id, region_id, slug, title, kind, state, summary, themes, lead_id AS lead_actor_id, start_on, end_on, source_note,
  start_precision, lead_since_on IS NOT NULL AS has_begun FROM initiative`;
const LEAD = `SELECT id AS initiative_id, lead_id AS actor_id, 'LEAD' AS role,
  CASE lead_certainty WHEN 'CONFIRMED' THEN 'ACCEPTED' ELSE 'STATED' END AS state, lead_since_on AS since, ended_on AS until_on
  FROM initiative WHERE lead_certainty <> 'INFERRED' AND lead_since_on IS NOT NULL`;
const PARTNER = `SELECT initiative_id, actor_id, role, state, since_on, until_on FROM participation WHERE state IN ('ACCEPTED', 'STATED', 'LEFT')`;
const EVENT = 'SELECT id, region_id, title, date_on, initiative_id, state, date_precision FROM event';
const EVENT_PARTICIPATION = 'SELECT event_id, actor_id, role FROM event_participation';
const INVITATION = `SELECT i.region_id, p.initiative_id, p.actor_id, p.answer_by FROM participation p JOIN initiative i ON i.id = p.initiative_id
  WHERE p.state = 'INVITED' AND p.answer_by IS NOT NULL`;
const CHALLENGE = `SELECT id, region_id, slug, question, state, themes, competences, benches, asked_by_id, until_on, published_on FROM challenge`;
const ALLIANCE = 'SELECT id, region_id, slug, title, state, challenge_id, purpose, formed_on, concluded_on FROM alliance';
const MEMBER = 'SELECT alliance_id, actor_id, bench, state FROM alliance_member';
const MILESTONE = 'SELECT alliance_id, due_on, reached_on FROM alliance_milestone';
const COMMITMENT = `SELECT id, region_id, actor_id, to_actor_id, purpose_type, purpose_id, purpose_title, purpose_slug, text, due_on, original_due_on,
  state, promised_on, decided_on FROM commitment`;

/** The views of what can be hidden; `shown` adds to each that the thing with this id is not. */
const views = (shown: (id: string, joined?: 'AND') => string) => `
  CREATE OR REPLACE VIEW initiative_v1 AS ${INITIATIVE}${shown('initiative.id')};
  CREATE OR REPLACE VIEW participation_v1 AS ${LEAD}${shown('initiative.id', 'AND')} UNION ALL ${PARTNER}${shown('initiative_id', 'AND')};
  CREATE OR REPLACE VIEW event_v1 AS ${EVENT}${shown('event.initiative_id')};
  CREATE OR REPLACE VIEW event_participation_v1 AS ${EVENT_PARTICIPATION}${shown('(SELECT e.initiative_id FROM event e WHERE e.id = event_id)')};
  CREATE OR REPLACE VIEW initiative_invitation_v1 AS ${INVITATION}${shown('p.initiative_id', 'AND')};
  CREATE OR REPLACE VIEW challenge_v1 AS ${CHALLENGE}${shown('challenge.id')};
  CREATE OR REPLACE VIEW alliance_v1 AS ${ALLIANCE}${shown('alliance.id')};
  CREATE OR REPLACE VIEW alliance_member_v1 AS ${MEMBER}${shown('alliance_id')};
  CREATE OR REPLACE VIEW alliance_milestone_v1 AS ${MILESTONE}${shown('alliance_id')};
  CREATE OR REPLACE VIEW commitment_v1 AS ${COMMITMENT}${shown('purpose_id')};`;

/** What the coordination takes out of sight: the views of each room no longer have it, its own room still does. */
export class HideEntries20261128181000 implements MigrationInterface {
  name = 'HideEntries20261128181000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An entry and what hangs on it: when the entry comes back, all of it does.
      CREATE TABLE hidden_subject (
        subject_id uuid NOT NULL,
        because_id uuid NOT NULL,
        PRIMARY KEY (subject_id, because_id)
      );
      CREATE INDEX hidden_subject_because ON hidden_subject (because_id);
      CREATE VIEW hidden_subject_v1 AS SELECT DISTINCT subject_id FROM hidden_subject;
      -- Who answers for an entry, whether or not it is hidden.
      CREATE VIEW initiative_author_v1 AS SELECT id, lead_id AS actor_id FROM initiative;
      CREATE VIEW challenge_author_v1 AS SELECT id, asked_by_id AS actor_id FROM challenge WHERE asked_by_id IS NOT NULL;
      CREATE VIEW alliance_author_v1 AS SELECT alliance_id AS id, actor_id FROM alliance_member WHERE state = 'MEMBER';
      ${views((id, joined) => `${joined ? ' AND' : ' WHERE'} NOT EXISTS (SELECT FROM hidden_subject h WHERE h.subject_id = ${id})`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${views(() => '')}
      DROP VIEW alliance_author_v1; DROP VIEW challenge_author_v1; DROP VIEW initiative_author_v1; DROP VIEW hidden_subject_v1;
      DROP TABLE hidden_subject;
    `);
  }
}
