import { Injectable } from '@nestjs/common';
import type { DeclaredTie, Entry, Membership } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Query } from '@knotenpunkt/platform/database';
import { contactsOf, partsOf, type ContactRow } from './actor.repository';
import { ofActors } from './entry.repository';
import { declared, memberships } from './relation.repository';

/** What hangs on an actor. */
export interface ActorPage {
  entries: Entry[];
  contacts: ContactRow[];
  memberships: Membership[];
  ties: DeclaredTie[];
  parts: { id: Id; parentId: Id }[];
}

const rowsOf = ({ text }: Query) => `(SELECT coalesce(json_agg(found), '[]') FROM (${text}) found)`;

// Each of them asks for the actors in $1.
const page = query(
  'actor.page',
  `SELECT ${rowsOf(ofActors)} AS entries, ${rowsOf(contactsOf)} AS contacts, ${rowsOf(memberships)} AS memberships, ${rowsOf(declared)} AS ties,
     ${rowsOf(partsOf)} AS parts`,
);

/** Everything a Steckbrief shows, with one statement instead of one each. */
@Injectable()
export class ActorPageRepository {
  constructor(private readonly database: Database) {}

  async of(actorId: Id): Promise<ActorPage> {
    return (await this.database.readOne<ActorPage>(page, [[actorId]]))!;
  }
}
