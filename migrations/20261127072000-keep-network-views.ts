import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepNetworkViews20261127072000 implements MigrationInterface {
  name = 'KeepNetworkViews20261127072000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What somebody did to the picture of the network, kept. It belongs to a person, an organisation, or (neither) the region.
      CREATE TABLE network_view (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        owner_person_id uuid REFERENCES auth."user" (id) ON DELETE CASCADE,
        owner_actor_id uuid REFERENCES actor (id) ON DELETE CASCADE,
        name text NOT NULL,
        sentence text NOT NULL,
        -- Actors stand in it by id, never by name or slug.
        value jsonb NOT NULL,
        -- Which part of the ground is seen, and where actors stand that were moved: [{actorId, x, y}].
        frame jsonb,
        places jsonb NOT NULL,
        visibility text NOT NULL CHECK (visibility IN ('OWN', 'LINK', 'REGION')),
        kept_on date NOT NULL,
        changed_on date NOT NULL,
        archived boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        CHECK (num_nonnulls(owner_person_id, owner_actor_id) <= 1)
      );
      CREATE INDEX network_view_person ON network_view (owner_person_id) WHERE owner_person_id IS NOT NULL;
      CREATE INDEX network_view_actor ON network_view (owner_actor_id) WHERE owner_actor_id IS NOT NULL;
      CREATE INDEX network_view_region ON network_view (region_id) WHERE owner_person_id IS NULL AND owner_actor_id IS NULL;
      -- A sentence at an actor; where the actor is erased, so is what was said of it.
      CREATE TABLE network_view_note (
        view_id uuid NOT NULL REFERENCES network_view (id) ON DELETE CASCADE,
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        text text NOT NULL,
        PRIMARY KEY (view_id, actor_id)
      );
      CREATE INDEX network_view_note_actor ON network_view_note (actor_id);
      -- A path through views, for a meeting.
      CREATE TABLE network_round (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        owner_person_id uuid REFERENCES auth."user" (id) ON DELETE CASCADE,
        owner_actor_id uuid REFERENCES actor (id) ON DELETE CASCADE,
        name text NOT NULL,
        sentence text NOT NULL,
        visibility text NOT NULL CHECK (visibility IN ('OWN', 'LINK', 'REGION')),
        kept_on date NOT NULL,
        changed_on date NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CHECK (num_nonnulls(owner_person_id, owner_actor_id) <= 1)
      );
      CREATE INDEX network_round_person ON network_round (owner_person_id) WHERE owner_person_id IS NOT NULL;
      CREATE INDEX network_round_actor ON network_round (owner_actor_id) WHERE owner_actor_id IS NOT NULL;
      CREATE INDEX network_round_region ON network_round (region_id) WHERE owner_person_id IS NULL AND owner_actor_id IS NULL;
      CREATE TABLE network_round_stop (
        round_id uuid NOT NULL REFERENCES network_round (id) ON DELETE CASCADE,
        place integer NOT NULL,
        view_id uuid NOT NULL REFERENCES network_view (id) ON DELETE CASCADE,
        sentence text NOT NULL,
        PRIMARY KEY (round_id, place)
      );
      CREATE INDEX network_round_stop_view ON network_round_stop (view_id);
      -- What the coordination notes on an organisation, or on a tie between two (other_id above actor_id). Those concerned read it.
      CREATE TABLE network_note (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        other_id uuid REFERENCES actor (id) ON DELETE CASCADE,
        text text NOT NULL,
        written_on date NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CHECK (actor_id < other_id)
      );
      CREATE INDEX network_note_actor ON network_note (actor_id, written_on DESC);
      CREATE INDEX network_note_other ON network_note (other_id, written_on DESC) WHERE other_id IS NOT NULL;
      CREATE INDEX network_note_region ON network_note (region_id);
      CREATE VIEW network_note_v1 AS SELECT id, region_id, actor_id, other_id, written_on FROM network_note;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW network_note_v1;
      DROP TABLE network_note;
      DROP TABLE network_round_stop;
      DROP TABLE network_round;
      DROP TABLE network_view_note;
      DROP TABLE network_view;
    `);
  }
}
