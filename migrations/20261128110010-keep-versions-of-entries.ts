import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepVersionsOfEntries20261128110010 implements MigrationInterface {
  name = 'KeepVersionsOfEntries20261128110010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a Steckbrief said in each version, without its contacts: those are persons, and who left must not stay in a history.
      CREATE TABLE actor_version (
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        version integer NOT NULL,
        at timestamptz NOT NULL,
        -- Who acted; null: nobody with an account, or it is not known.
        person_id uuid,
        act text NOT NULL,
        said jsonb NOT NULL,
        PRIMARY KEY (actor_id, version)
      );
      CREATE INDEX actor_version_person ON actor_version (person_id) WHERE person_id IS NOT NULL;

      -- The same of an offer or a need.
      CREATE TABLE entry_version (
        entry_id uuid NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
        version integer NOT NULL,
        at timestamptz NOT NULL,
        person_id uuid,
        act text NOT NULL,
        said jsonb NOT NULL,
        PRIMARY KEY (entry_id, version)
      );
      CREATE INDEX entry_version_person ON entry_version (person_id) WHERE person_id IS NOT NULL;

      -- What is there already is the first version that is known.
      INSERT INTO actor_version (actor_id, version, at, act, said)
        SELECT id, version, now(), 'actor.found', jsonb_build_object('name', name, 'shortName', short_name, 'kind', kind, 'summary', summary,
          'description', description, 'themes', themes, 'competences', competences, 'sector', sector, 'occupations', occupations, 'size', size,
          'street', street, 'postalCode', postal_code, 'city', city, 'district', district, 'lon', lon, 'lat', lat, 'website', website, 'archived', archived)
        FROM actor;
      INSERT INTO entry_version (entry_id, version, at, act, said)
        SELECT id, version, now(), 'entry.found', jsonb_build_object('direction', direction, 'title', title, 'text', text, 'themes', themes,
          'competences', competences, 'fromOn', from_on, 'untilOn', until_on, 'audience', audience, 'state', state)
        FROM entry;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE entry_version; DROP TABLE actor_version;');
  }
}
