import { Injectable } from '@nestjs/common';
import type { Addressee, MandateOfPerson, MandateRole } from '@knotenpunkt/identity/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';
import { SESSION } from './auth';
import { MandateEntity } from './mandate.entity';

type Language = Addressee['language'];

const COLUMNS = `m.id, m.person_id AS "personId", m.actor_id AS "actorId", m.role, m.from_on AS "fromOn", m.until_on AS "untilOn", m.version`;

/** A mandate with what a list of mandates shows of the person. */
export interface MandateRow extends MandateOfPerson {
  version: number;
  personName: string;
  email: string;
}

/** Who is blocked may do nothing, and is asked for nothing. */
const NOT_BLOCKED = 'u.id NOT IN (SELECT person_id FROM blocked_person_v1)';

// A person `u` with mandates and rights; $2 region, $3 day.
const PERSON = `u.id, u.name,
  (SELECT coalesce(json_agg(mandate), '[]') FROM (
    SELECT ${COLUMNS} FROM mandate m WHERE m.person_id = u.id AND m.region_id = $2 AND m.from_on <= $3 AND (m.until_on IS NULL OR m.until_on >= $3)
    ORDER BY m.from_on, m.id LIMIT 200) mandate) AS mandates,
  EXISTS (SELECT FROM coordinator WHERE person_id = u.id AND region_id = $2) AS coordinator,
  EXISTS (SELECT FROM platform_administrator WHERE person_id = u.id) AS "platformAdministrator"`;

/** A person with the rights in a region on a day. */
export interface PersonRow {
  id: Id;
  name: string;
  mandates: MandateOfPerson[];
  coordinator: boolean;
  platformAdministrator: boolean;
}

/** What a session says beside who it is. */
interface SessionState {
  /** It is to be drawn out. */
  toRenew: boolean;
  /** It is to be noted that it is in use. */
  toNote: boolean;
  /** The person has a second factor, and it was shown: of whoever has one, a session without it is none. */
  secondFactor: boolean;
}

const viewerByMail = query('identity.viewerByMail', `SELECT ${PERSON} FROM auth."user" u WHERE u.email = $1 AND ${NOT_BLOCKED}`);
const isBlocked = query(
  'identity.isBlocked',
  `SELECT u.id FROM auth."user" u JOIN blocked_person_v1 blocked ON blocked.person_id = u.id WHERE u.email = $1`,
);
const stoppedSince = query(
  'identity.stoppedSince',
  `SELECT u.id FROM auth."user" u WHERE u.email = $1
     AND EXISTS (SELECT FROM mandate m WHERE m.person_id = u.id AND m.actor_id = $2 AND m.until_on BETWEEN $3::date - 1 AND $4::date - 1)
     AND NOT EXISTS (SELECT FROM mandate m WHERE m.person_id = u.id AND m.actor_id = $2 AND m.from_on <= $4 AND (m.until_on IS NULL OR m.until_on >= $4))`,
);
// $1 token, $4 how long a session lasts that need not be drawn out yet.
const viewerBySession = query(
  'identity.viewerBySession',
  `SELECT ${PERSON}, s."expiresAt" < now() + $4 * interval '1 second' AS "toRenew", s."usedAt" < now() - interval '1 hour' AS "toNote",
     factor.there AS "secondFactor"
   FROM auth.session s JOIN auth."user" u ON u.id = s."userId" CROSS JOIN LATERAL (
     SELECT EXISTS (SELECT FROM auth.authenticator WHERE person_id = u.id AND since IS NOT NULL)
       OR EXISTS (SELECT FROM auth.passkey WHERE person_id = u.id) AS there) factor
   WHERE s.token = $1 AND s."expiresAt" > now() AND (s."secondFactor" OR NOT factor.there) AND ${NOT_BLOCKED}`,
);
const ofActor = query(
  'mandate.ofActor',
  `SELECT ${COLUMNS}, u.name AS "personName", u.email FROM mandate m JOIN auth."user" u ON u.id = m.person_id WHERE m.actor_id = $1 AND m.region_id = $2 ORDER BY m.until_on NULLS FIRST, m.from_on, m.id LIMIT 200`,
);

const LOCKED = `SELECT ${COLUMNS}, u.name AS "personName", u.email FROM mandate m JOIN auth."user" u ON u.id = m.person_id WHERE m.region_id = $1`;
const administered = query(
  'mandate.administered',
  `SELECT DISTINCT m.actor_id AS id FROM mandate m JOIN auth."user" u ON u.id = m.person_id
   WHERE m.actor_id = ANY($1::uuid[]) AND m.role = 'ADMINISTRATOR' AND m.from_on <= $2 AND (m.until_on IS NULL OR m.until_on >= $2) AND ${NOT_BLOCKED}`,
);

@Injectable()
export class MandateRepository {
  constructor(private readonly database: Database) {}

  /** Who has a session, with the rights in a region on a day; null where it has ended. */
  viewerBySession(token: string, regionId: Id, day: LocalDate): Promise<(PersonRow & SessionState) | null> {
    return this.database.readOne(viewerBySession, [token, regionId, day, SESSION.lasts - SESSION.renewedAfter]);
  }

  viewerByMail(email: string, regionId: Id, day: LocalDate): Promise<PersonRow | null> {
    return this.database.readOne(viewerByMail, [email, regionId, day]);
  }

  async isBlocked(email: string): Promise<boolean> {
    return (await this.database.readOne(isBlocked, [email])) !== null;
  }

  /** Whether somebody acted for an organisation on a day and does not any more. */
  async stoppedSince(email: string, actorId: Id, since: LocalDate, today: LocalDate): Promise<boolean> {
    return (await this.database.readOne(stoppedSince, [email, actorId, since, today])) !== null;
  }

  ofActor(actorId: Id, regionId: Id): Promise<MandateRow[]> {
    return this.database.read<MandateRow>(ofActor, [actorId, regionId]);
  }

  /** Those of some organisations that somebody administers on a day. */
  async administered(actorIds: readonly Id[], day: LocalDate): Promise<Set<Id>> {
    if (actorIds.length === 0) return new Set();
    return new Set((await this.database.read<{ id: Id }>(administered, [actorIds, day])).map(({ id }) => id));
  }

  /** Withdraws what somebody has invited to and nobody has accepted yet, for one organisation or, null, for all. */
  async withdrawInvitationsBy(tx: Tx, personId: Id, actorId: Id | null): Promise<void> {
    await tx.query(
      `UPDATE mandate_invitation SET state = 'WITHDRAWN', version = version + 1
       WHERE invited_by = $1 AND ($2::uuid IS NULL OR actor_id = $2) AND state = 'OPEN'`,
      [personId, actorId],
    );
  }

  /** All mandates of an actor, locked. */
  async lockAll(tx: Tx, actorId: Id, regionId: Id): Promise<MandateRow[]> {
    return (await tx.query(`${LOCKED} AND m.actor_id = $2 ORDER BY m.id FOR UPDATE OF m`, [regionId, actorId])) as MandateRow[];
  }

  /** All mandates of the mandate's actor, locked, so that two administrators cannot leave at once. */
  async lockOfActor(tx: Tx, mandateId: Id, regionId: Id): Promise<MandateRow[]> {
    return (await tx.query(`${LOCKED} AND m.actor_id = (SELECT actor_id FROM mandate WHERE id = $2) ORDER BY m.id FOR UPDATE OF m`, [
      regionId,
      mandateId,
    ])) as MandateRow[];
  }

  /** Ends a mandate that is locked. */
  async endOn(tx: Tx, id: Id, untilOn: LocalDate): Promise<void> {
    await tx.query('UPDATE mandate SET until_on = $2, version = version + 1 WHERE id = $1', [id, untilOn]);
  }

  /** The mandate with an id, of whatever region. */
  async byId(tx: Tx, id: Id): Promise<MandateRow | null> {
    const sql = `SELECT ${COLUMNS}, u.name AS "personName", u.email FROM mandate m JOIN auth."user" u ON u.id = m.person_id WHERE m.id = $1`;
    return ((await tx.query(sql, [id])) as MandateRow[])[0] ?? null;
  }

  async insert(tx: Tx, mandate: MandateOfPerson & { regionId: Id }): Promise<void> {
    await tx.insert(MandateEntity, mandate);
  }

  async insertCoordinator(tx: Tx, personId: Id, regionId: Id): Promise<void> {
    await tx.query('INSERT INTO coordinator (person_id, region_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [personId, regionId]);
  }

  async insertPlatformAdministrator(tx: Tx, personId: Id): Promise<void> {
    await tx.query('INSERT INTO platform_administrator (person_id) VALUES ($1) ON CONFLICT DO NOTHING', [personId]);
  }

  /** Addresses of those who decide for an actor on a day; for mails, never shown. `otherwise`: the language of who has said none. */
  async addressesOf(
    tx: Tx,
    actorId: Id,
    { day, otherwise, roles }: { day: LocalDate; otherwise: Language; roles: readonly MandateRole[] },
  ): Promise<Addressee[]> {
    return (await tx.query(
      `SELECT DISTINCT u.name, u.email, coalesce(u.language, $4) AS language FROM mandate m JOIN auth."user" u ON u.id = m.person_id
       WHERE m.actor_id = $1 AND m.role = ANY($3) AND m.from_on <= $2 AND (m.until_on IS NULL OR m.until_on >= $2) AND ${NOT_BLOCKED} ORDER BY u.email LIMIT 50`,
      [actorId, day, roles, otherwise],
    )) as Addressee[];
  }

  /** Addresses of a region's coordinators. */
  async coordinatorAddresses(tx: Tx, regionId: Id, otherwise: Language): Promise<Addressee[]> {
    return (await tx.query(
      `SELECT u.name, u.email, coalesce(u.language, $2) AS language FROM coordinator c JOIN auth."user" u ON u.id = c.person_id
       WHERE c.region_id = $1 AND ${NOT_BLOCKED} ORDER BY u.email LIMIT 50`,
      [regionId, otherwise],
    )) as Addressee[];
  }

  /** Addresses of the administrators of the platform. */
  async administratorAddresses(tx: Tx, otherwise: Language): Promise<Addressee[]> {
    return (await tx.query(
      `SELECT u.name, u.email, coalesce(u.language, $1) AS language FROM platform_administrator a JOIN auth."user" u ON u.id = a.person_id
       WHERE ${NOT_BLOCKED} ORDER BY u.email LIMIT 50`,
      [otherwise],
    )) as Addressee[];
  }
}
