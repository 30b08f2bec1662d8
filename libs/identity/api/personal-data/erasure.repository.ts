import { Injectable } from '@nestjs/common';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { registeredPersonalData } from './registry';
import { erasingStatements, type PersonKeys } from './statements';

/** An organisation that would have no administrator left. */
export interface LeftAlone {
  actorId: Id;
  regionId: Id;
}

@Injectable()
export class ErasureRepository {
  /** The person, locked: of two erasures at once the second finds nobody. */
  async lock(tx: Tx, personId: Id): Promise<PersonKeys | null> {
    const rows = (await tx.query('SELECT id, name, email FROM auth."user" WHERE id = $1 FOR UPDATE', [personId])) as PersonKeys[];
    return rows[0] ?? null;
  }

  /** Organisations of which the person is the only administrator on a day; their mandates are locked. */
  async leftAlone(tx: Tx, personId: Id, day: LocalDate): Promise<LeftAlone[]> {
    const own = `SELECT actor_id FROM mandate WHERE person_id = $1 AND role = 'ADMINISTRATOR' AND from_on <= $2 AND (until_on IS NULL OR until_on >= $2)`;
    const rows = (await tx.query(
      `SELECT person_id AS "personId", actor_id AS "actorId", region_id AS "regionId" FROM mandate
       WHERE actor_id IN (${own}) AND role = 'ADMINISTRATOR' AND from_on <= $2 AND (until_on IS NULL OR until_on >= $2) ORDER BY id FOR UPDATE`,
      [personId, day],
    )) as (LeftAlone & { personId: Id })[];
    const others = new Set(rows.filter((row) => row.personId !== personId).map(({ actorId }) => actorId));
    return rows.filter(({ actorId }) => !others.has(actorId));
  }

  /** Whether nobody else administrates the platform; its administrators are locked. */
  async isLastPlatformAdministrator(tx: Tx, personId: Id): Promise<boolean> {
    const rows = (await tx.query('SELECT person_id AS "personId" FROM platform_administrator ORDER BY person_id FOR UPDATE')) as {
      personId: Id;
    }[];
    return rows.length === 1 && rows[0]!.personId === personId;
  }

  /** Takes the person out of every table, as the lists of the rooms say. */
  async erase(tx: Tx, person: PersonKeys): Promise<void> {
    for (const { text, values } of erasingStatements(registeredPersonalData(), person)) await tx.query(text, values);
  }

  /** Remembers that a person was erased: a number that leads to nobody, and the day. */
  async record(tx: Tx, personId: Id, day: LocalDate): Promise<void> {
    await tx.query('INSERT INTO erasure (person_id, erased_on) VALUES ($1, $2) ON CONFLICT DO NOTHING', [personId, day]);
  }
}
