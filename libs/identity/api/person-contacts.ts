import { Injectable } from '@nestjs/common';
import type { Addressee } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** How somebody with an account is reached. */
export interface PersonContact extends Addressee {
  id: Id;
}

const PERSON = `SELECT u.id, u.name, u.email, coalesce(u.language, 'de') AS language FROM auth."user" u`;
const some = query('person.contacts', `${PERSON} WHERE u.id = ANY($1::uuid[])`);

/** Names and addresses of persons, for rooms in which persons stand. Whoever shows one decides before who may read it. */
@Injectable()
export class PersonContacts {
  constructor(private readonly database: Database) {}

  /** By id; whoever is gone is not there. */
  async of(ids: readonly Id[]): Promise<Map<Id, PersonContact>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.read<PersonContact>(some, [ids]);
    return new Map(rows.map((person) => [person.id, person]));
  }

  /** Whom a mail goes to; null for somebody who is gone, or whose access is blocked. */
  async reached(tx: Tx, personId: Id): Promise<PersonContact | null> {
    const rows = (await tx.query(`${PERSON} WHERE u.id = $1 AND u.id NOT IN (SELECT person_id FROM blocked_person_v1)`, [
      personId,
    ])) as PersonContact[];
    return rows[0] ?? null;
  }
}
