import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepSecondFactors20261128050020 implements MigrationInterface {
  name = 'KeepSecondFactors20261128050020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An authenticator app: its secret, sealed with the installation's; when it was told and since when it counts; the last step a
      -- code was used of.
      CREATE TABLE auth.authenticator (
        person_id uuid PRIMARY KEY REFERENCES auth."user" (id) ON DELETE CASCADE,
        secret text NOT NULL,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        since timestamptz,
        last_step bigint NOT NULL DEFAULT 0
      );
      -- Digests of codes that were not used yet.
      CREATE TABLE auth.recovery_code (
        person_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
        digest text NOT NULL,
        PRIMARY KEY (person_id, digest)
      );
      CREATE TABLE auth.passkey (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
        credential text NOT NULL UNIQUE,
        public_key text NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz
      );
      CREATE INDEX passkey_of_person ON auth.passkey (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE auth.passkey; DROP TABLE auth.recovery_code; DROP TABLE auth.authenticator;');
  }
}
