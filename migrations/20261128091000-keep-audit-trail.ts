import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepAuditTrail20261128091000 implements MigrationInterface {
  name = 'KeepAuditTrail20261128091000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whom a pseudonym of the trail means. Erasing a person takes the row away; the trail stays and names nobody.
      CREATE TABLE audit_key (
        person_id uuid PRIMARY KEY REFERENCES auth."user" (id) ON DELETE CASCADE,
        pseudonym uuid NOT NULL UNIQUE DEFAULT gen_random_uuid()
      );

      -- Who did what, when, for whom. No foreign keys: what they point to may go, a row of the trail may not.
      CREATE TABLE audit_entry (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        -- Null: it belongs to no region, such as a new password.
        region_id uuid,
        actor_id uuid,
        -- Pseudonyms. Null: nobody who has an account.
        who uuid,
        about uuid,
        verb text NOT NULL,
        -- Never names or texts: roles, days, ways.
        details jsonb NOT NULL DEFAULT '{}'
      );
      -- Ids sort by the time they were made.
      CREATE INDEX audit_entry_region ON audit_entry (region_id, id);
      CREATE INDEX audit_entry_actor ON audit_entry (actor_id, id) WHERE actor_id IS NOT NULL;
      CREATE INDEX audit_entry_no_region ON audit_entry (id) WHERE region_id IS NULL;

      CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'audit_entry is only appended to' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER only_append BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
      CREATE TRIGGER only_append_whole BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
      -- Of the owner, too, who is the role of the application unless the operator has given it another. TRUNCATE stays with the
      -- owner for restoring a backup, which lifts the triggers.
      REVOKE ALL ON audit_entry FROM PUBLIC;
      REVOKE UPDATE, DELETE ON audit_entry FROM CURRENT_USER;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry; DROP FUNCTION refuse_change_of_audit; DROP TABLE audit_key;');
  }
}
