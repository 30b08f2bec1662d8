import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EndSessions20261127032000 implements MigrationInterface {
  name = 'EndSessions20261127032000';

  async up(runner: QueryRunner): Promise<void> {
    // In the database, so that no way of changing rights, an operator's own included, leaves an old session open.
    await runner.query(`
      CREATE FUNCTION auth.end_sessions_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'INSERT' THEN DELETE FROM auth.session WHERE "userId" = OLD.person_id; END IF;
        IF TG_OP <> 'DELETE' THEN DELETE FROM auth.session WHERE "userId" = NEW.person_id; END IF;
        RETURN NULL;
      END $$;
      CREATE FUNCTION auth.end_sessions_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM auth.session WHERE "userId" = NEW."userId";
        RETURN NULL;
      END $$;
      CREATE FUNCTION auth.end_sessions_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM auth.session WHERE "userId" = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER end_sessions AFTER INSERT OR UPDATE OR DELETE ON mandate
        FOR EACH ROW EXECUTE FUNCTION auth.end_sessions_of_person();
      CREATE TRIGGER end_sessions AFTER INSERT OR UPDATE OR DELETE ON coordinator
        FOR EACH ROW EXECUTE FUNCTION auth.end_sessions_of_person();
      CREATE TRIGGER end_sessions AFTER INSERT OR UPDATE OR DELETE ON platform_administrator
        FOR EACH ROW EXECUTE FUNCTION auth.end_sessions_of_person();
      CREATE TRIGGER end_sessions AFTER UPDATE OF password ON auth.account
        FOR EACH ROW WHEN (OLD.password IS DISTINCT FROM NEW.password) EXECUTE FUNCTION auth.end_sessions_of_account();
      CREATE TRIGGER end_sessions AFTER UPDATE OF email ON auth."user"
        FOR EACH ROW WHEN (OLD.email IS DISTINCT FROM NEW.email) EXECUTE FUNCTION auth.end_sessions_of_user();

      -- Keys are digests; rows live for minutes and may be lost with the database.
      CREATE UNLOGGED TABLE auth.attempt (
        key text PRIMARY KEY,
        count integer NOT NULL,
        until timestamptz NOT NULL
      );
      CREATE INDEX attempt_until ON auth.attempt (until);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE auth.attempt;
      DROP TRIGGER end_sessions ON auth."user";
      DROP TRIGGER end_sessions ON auth.account;
      DROP TRIGGER end_sessions ON platform_administrator;
      DROP TRIGGER end_sessions ON coordinator;
      DROP TRIGGER end_sessions ON mandate;
      DROP FUNCTION auth.end_sessions_of_user;
      DROP FUNCTION auth.end_sessions_of_account;
      DROP FUNCTION auth.end_sessions_of_person;
    `);
  }
}
