import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdentity20261125020020 implements MigrationInterface {
  name = 'CreateIdentity20261125020020';

  async up(runner: QueryRunner): Promise<void> {
    // The schema "auth" has the tables and column names that better-auth expects.
    await runner.query(`
      CREATE SCHEMA auth;
      CREATE TABLE auth."user" (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        email text NOT NULL UNIQUE,
        "emailVerified" boolean NOT NULL DEFAULT false,
        image text,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE auth.session (
        id uuid PRIMARY KEY,
        "expiresAt" timestamptz NOT NULL,
        token text NOT NULL UNIQUE,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now(),
        "ipAddress" text,
        "userAgent" text,
        "userId" uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE
      );
      CREATE INDEX session_of_user ON auth.session ("userId");
      CREATE TABLE auth.account (
        id uuid PRIMARY KEY,
        "accountId" text NOT NULL,
        "providerId" text NOT NULL,
        "userId" uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
        "accessToken" text,
        "refreshToken" text,
        "idToken" text,
        "accessTokenExpiresAt" timestamptz,
        "refreshTokenExpiresAt" timestamptz,
        scope text,
        password text,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX account_of_user ON auth.account ("userId");
      CREATE TABLE auth.verification (
        id uuid PRIMARY KEY,
        identifier text NOT NULL,
        value text NOT NULL,
        "expiresAt" timestamptz NOT NULL,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX verification_identifier ON auth.verification (identifier);

      CREATE TABLE mandate (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
        actor_id uuid NOT NULL,
        region_id uuid NOT NULL REFERENCES region (id),
        role text NOT NULL CHECK (role IN ('ADMINISTRATOR', 'DELEGATE', 'SUBSTITUTE', 'EDITOR')),
        from_on date NOT NULL,
        until_on date CHECK (until_on >= from_on),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX mandate_person ON mandate (person_id);
      CREATE INDEX mandate_actor ON mandate (actor_id);
      CREATE TABLE coordinator (
        person_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
        region_id uuid NOT NULL REFERENCES region (id),
        PRIMARY KEY (person_id, region_id)
      );
      CREATE TABLE platform_administrator (
        person_id uuid PRIMARY KEY REFERENCES auth."user" (id) ON DELETE CASCADE
      );
      CREATE TABLE act (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        region_id uuid NOT NULL REFERENCES region (id),
        person_id uuid,
        actor_id uuid,
        other_actor_id uuid,
        verb text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        subject_title text NOT NULL,
        subject_slug text,
        audience text NOT NULL
      );
      CREATE INDEX act_newest ON act (region_id, at DESC, id DESC);
      CREATE INDEX act_of_person ON act (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE act; DROP TABLE platform_administrator; DROP TABLE coordinator; DROP TABLE mandate; DROP SCHEMA auth CASCADE;',
    );
  }
}
