import { Inject, Injectable } from '@nestjs/common';
import type { MandateOfPerson } from '@knotenpunkt/identity/domain';
import { newId, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { IDENTITY_SETTINGS, type IdentitySettings } from '../identity-settings';
import { digestOfAddress } from './address-digest';
import { registeredPersonalData } from './registry';
import { addressesStatement, erasingStatements, type PersonKeys } from './statements';

/** A mandate of an administrator. */
export interface AdministratorRow extends MandateOfPerson {
  regionId: Id;
}

@Injectable()
export class ErasureRepository {
  constructor(@Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings) {}

  /** The person, locked: of two erasures at once the second finds nobody. */
  async lock(tx: Tx, personId: Id): Promise<PersonKeys | null> {
    const rows = (await tx.query('SELECT id, name, email FROM auth."user" WHERE id = $1 FOR UPDATE', [personId])) as PersonKeys[];
    return rows[0] ?? null;
  }

  /** Who administers, on a day, the organisations that the person administers; locked. */
  async administratorsBeside(tx: Tx, personId: Id, day: LocalDate): Promise<AdministratorRow[]> {
    const valid = `role = 'ADMINISTRATOR' AND from_on <= $2 AND (until_on IS NULL OR until_on >= $2)`;
    return (await tx.query(
      `SELECT id, person_id AS "personId", actor_id AS "actorId", region_id AS "regionId", role, from_on::text AS "fromOn", until_on::text AS "untilOn"
       FROM mandate WHERE ${valid} AND actor_id IN (SELECT actor_id FROM mandate WHERE person_id = $1 AND ${valid}) ORDER BY id FOR UPDATE`,
      [personId, day],
    )) as AdministratorRow[];
  }

  /** Whether nobody else administrates the platform; its administrators are locked. */
  async isLastPlatformAdministrator(tx: Tx, personId: Id): Promise<boolean> {
    const rows = (await tx.query('SELECT person_id AS "personId" FROM platform_administrator ORDER BY person_id FOR UPDATE')) as {
      personId: Id;
    }[];
    return rows.length === 1 && rows[0]!.personId === personId;
  }

  /** The regions that nobody else coordinates; their coordinators are locked. */
  async regionsCoordinatedAlone(tx: Tx, personId: Id): Promise<Id[]> {
    const rows = (await tx.query(
      `SELECT person_id AS "personId", region_id AS "regionId" FROM coordinator
       WHERE region_id IN (SELECT region_id FROM coordinator WHERE person_id = $1) ORDER BY region_id, person_id FOR UPDATE`,
      [personId],
    )) as { personId: Id; regionId: Id }[];
    const others = new Set(rows.filter((row) => row.personId !== personId).map(({ regionId }) => regionId));
    return rows.flatMap((row) => (row.personId === personId && !others.has(row.regionId) ? [row.regionId] : []));
  }

  /** Takes the person out of every table, as the lists of the rooms say. */
  async erase(tx: Tx, person: PersonKeys): Promise<void> {
    for (const { text, values } of erasingStatements(registeredPersonalData(), person)) await tx.query(text, values);
  }

  async hasAccount(tx: Tx, email: string): Promise<boolean> {
    return ((await tx.query('SELECT FROM auth."user" WHERE lower(email) = $1', [email])) as unknown[]).length > 0;
  }

  /** By what is found what stands under an address: once for each name that stands beside it; empty where nothing does. */
  async namedAt(tx: Tx, email: string): Promise<PersonKeys[]> {
    const rows = (await tx.query(addressesStatement(registeredPersonalData(), { only: true }), [email])) as Omit<PersonKeys, 'id'>[];
    // No person has this number: what is found is found by the address.
    return rows.map((row) => ({ ...row, id: newId() }));
  }

  /** Remembers that everything under an address was erased, without the address. */
  async recordAddress(tx: Tx, email: string, day: LocalDate): Promise<void> {
    const digest = digestOfAddress(this.settings.secret, email);
    await tx.query(
      'INSERT INTO erased_address (digest, erased_on) VALUES ($1, $2) ON CONFLICT (digest) DO UPDATE SET erased_on = excluded.erased_on',
      [digest, day],
    );
  }

  /** Remembers that a person was erased: a number that leads to nobody, and the day. */
  async record(tx: Tx, personId: Id, day: LocalDate): Promise<void> {
    await tx.query('INSERT INTO erasure (person_id, erased_on) VALUES ($1, $2) ON CONFLICT DO NOTHING', [personId, day]);
  }
}
