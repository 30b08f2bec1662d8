import { Injectable } from '@nestjs/common';
import type { Actor, DeclaredTie, Entry, Membership } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import { ACTOR_AT, ACTOR_COLUMNS, contactsOf, councilsOf, partsOf, type ContactRow } from './actor.repository';
import { entriesOf } from './entry.repository';
import { declaredTiesOf, membershipsOf } from './relation.repository';

/** An actor with what hangs on it. */
export interface ActorPage {
  actor: Actor;
  entries: Entry[];
  contacts: ContactRow[];
  memberships: Membership[];
  ties: DeclaredTie[];
  parts: { id: Id; parentId: Id }[];
  councils: { id: Id; employerId: Id }[];
  /** The actors it is tied to by one of these, a part of, or the council of. */
  others: Actor[];
}

const rowsOf = (text: string) => `(SELECT coalesce(json_agg(found), '[]') FROM (${text}) found)`;
const THIS = 'ARRAY[(SELECT id FROM this)]';

const page = query(
  'actor.page',
  `WITH this AS MATERIALIZED (${ACTOR_AT}), memberships AS MATERIALIZED (${membershipsOf(THIS)}), ties AS MATERIALIZED (${declaredTiesOf(THIS)}),
     parts AS MATERIALIZED (${partsOf(THIS)}), councils AS MATERIALIZED (${councilsOf(THIS)})
   SELECT to_json(this) AS actor, ${rowsOf(entriesOf(THIS))} AS entries, ${rowsOf(contactsOf(THIS))} AS contacts,
     ${rowsOf('SELECT * FROM memberships')} AS memberships, ${rowsOf('SELECT * FROM ties')} AS ties, ${rowsOf('SELECT * FROM parts')} AS parts,
     ${rowsOf('SELECT * FROM councils')} AS councils,
     ${rowsOf(`SELECT ${ACTOR_COLUMNS} FROM actor a WHERE a.id = ANY(ARRAY(
       SELECT unnest(ARRAY["memberId", "ofId"]) FROM memberships UNION SELECT unnest(ARRAY["fromId", "toId"]) FROM ties
       UNION SELECT id FROM parts UNION SELECT id FROM councils UNION SELECT unnest(ARRAY["parentId", "employerId"]) FROM this))`)} AS others
   FROM this`,
);

/** Everything a Steckbrief shows, with one statement instead of one each. */
@Injectable()
export class ActorPageRepository {
  constructor(private readonly database: Database) {}

  /** The actor at an address of a region, also one it has left; null when there is none. */
  at(regionId: Id, slug: string): Promise<ActorPage | null> {
    return this.database.readOne<ActorPage>(page, [regionId, slug]);
  }
}
