import { Injectable } from '@nestjs/common';
import type { DeclaredTie, Membership } from '@knotenpunkt/actors/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';
import { DeclaredTieEntity, MembershipEntity } from './relation.entity';

/** Memberships on either side of actors; `ids` is an array in SQL. */
export const membershipsOf = (ids: string) =>
  `SELECT member_id AS "memberId", of_id AS "ofId", certainty, since_on AS "sinceOn"
   FROM membership m JOIN actor member ON member.id = m.member_id JOIN actor body ON body.id = m.of_id
   WHERE (m.member_id = ANY(${ids}) OR m.of_id = ANY(${ids})) AND NOT member.archived AND NOT body.archived
   ORDER BY member.sort_name, body.sort_name, m.member_id LIMIT 4000`;
const memberships = query('actor.memberships', membershipsOf('$1::uuid[]'));

/** Ties declared by actors or to them. */
export const declaredTiesOf = (ids: string) =>
  `SELECT t.id, from_id AS "fromId", to_id AS "toId", label, since_on AS "sinceOn", confirmed, t.source_note AS "sourceNote"
   FROM declared_tie t JOIN actor one ON one.id = t.from_id JOIN actor other ON other.id = t.to_id
   WHERE (from_id = ANY(${ids}) OR to_id = ANY(${ids})) AND NOT one.archived AND NOT other.archived
   ORDER BY since_on DESC, t.id LIMIT 4000`;
const declaredTies = query('actor.declaredTies', declaredTiesOf('$1::uuid[]'));

/** A membership as a fact needs it: with the day it counts from and the region of what is belonged to. */
export interface MembershipFact extends Membership {
  countsFrom: LocalDate;
  ofRegionId: Id;
}

/** A tie with the ids under which it was declared, confirmed, or made somebody's own. */
export interface AnsweredTie extends DeclaredTie {
  answeredAs: Id[];
}

export interface DeclaredTieFact extends DeclaredTie {
  regionId: Id;
}

@Injectable()
export class RelationRepository {
  constructor(private readonly database: Database) {}

  /** Memberships in which one of the actors is member or that which is belonged to. */
  membershipsOf(actorIds: readonly Id[]): Promise<Membership[]> {
    return this.database.read<Membership>(memberships, [actorIds]);
  }

  declaredTiesOf(actorIds: readonly Id[]): Promise<DeclaredTie[]> {
    return this.database.read<DeclaredTie>(declaredTies, [actorIds]);
  }

  /** Where nobody says since when, the day the region describes counts, else the day it was entered. */
  async membershipFacts(tx: Tx, memberIds: readonly Id[]): Promise<MembershipFact[]> {
    return (await tx.query(
      `SELECT m.member_id AS "memberId", m.of_id AS "ofId", m.certainty, m.since_on AS "sinceOn", body.region_id AS "ofRegionId",
         COALESCE(m.since_on, r.as_of, (m.created_at AT TIME ZONE r.time_zone)::date) AS "countsFrom"
       FROM membership m JOIN actor body ON body.id = m.of_id JOIN region r ON r.id = body.region_id
       WHERE m.member_id = ANY($1::uuid[]) AND NOT body.archived ORDER BY m.of_id`,
      [memberIds],
    )) as MembershipFact[];
  }

  async declaredTieFacts(tx: Tx, fromIds: readonly Id[]): Promise<DeclaredTieFact[]> {
    return (await tx.query(
      `SELECT t.id, t.from_id AS "fromId", t.to_id AS "toId", t.label, t.since_on AS "sinceOn", t.confirmed, t.source_note AS "sourceNote", other.region_id AS "regionId"
       FROM declared_tie t JOIN actor other ON other.id = t.to_id WHERE t.from_id = ANY($1::uuid[]) AND NOT other.archived ORDER BY t.id`,
      [fromIds],
    )) as DeclaredTieFact[];
  }

  /** Locks the ties between two actors, so that both cannot declare at once. */
  async between(tx: Tx, one: Id, other: Id): Promise<AnsweredTie[]> {
    return (await tx.query(
      `SELECT id, from_id AS "fromId", to_id AS "toId", label, since_on AS "sinceOn", confirmed, source_note AS "sourceNote", id || answered_as AS "answeredAs"
       FROM declared_tie WHERE least(from_id, to_id) = least($1::uuid, $2::uuid) AND greatest(from_id, to_id) = greatest($1::uuid, $2::uuid) FOR UPDATE`,
      [one, other],
    )) as AnsweredTie[];
  }

  /** A tie of two that have none; false where somebody was faster, be it the other one or a table. */
  async declare(tx: Tx, { id, fromId, toId, label, sinceOn }: DeclaredTie): Promise<boolean> {
    const rows = (await tx.query(
      `INSERT INTO declared_tie (id, from_id, to_id, label, since_on, confirmed) VALUES ($1, $2, $3, $4, $5, false)
       ON CONFLICT DO NOTHING RETURNING id`,
      [id, fromId, toId, label, sinceOn],
    )) as unknown[];
    return rows.length > 0;
  }

  async confirm(tx: Tx, id: Id, answeredAs: Id): Promise<void> {
    await tx.query('UPDATE declared_tie SET confirmed = true, answered_as = answered_as || $2::uuid, version = version + 1 WHERE id = $1', [
      id,
      answeredAs,
    ]);
  }

  /** A tie from a table that one of the two says now: it stands first from then on. */
  async adopt(tx: Tx, { id, fromId, toId, label, sinceOn }: DeclaredTie, answeredAs: Id): Promise<void> {
    await tx.query(
      `UPDATE declared_tie SET from_id = $2, to_id = $3, label = $4, since_on = $5, source_note = NULL, answered_as = answered_as || $6::uuid,
         version = version + 1 WHERE id = $1`,
      [id, fromId, toId, label, sinceOn, answeredAs],
    );
  }

  async insert(tx: Tx, rows: { memberships?: Membership[]; ties?: DeclaredTie[] }): Promise<void> {
    if (rows.memberships?.length) await tx.insert(MembershipEntity, rows.memberships);
    if (rows.ties?.length)
      await tx.insert(
        DeclaredTieEntity,
        rows.ties.map((tie) => ({ ...tie, version: 1 })),
      );
  }
}
