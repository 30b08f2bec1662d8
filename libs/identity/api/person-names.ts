import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';

const names = query('person.names', `SELECT u.id, u.name FROM auth."user" u WHERE u.id::text = ANY($1::text[])`);

/** Names of persons. Whoever shows one decides before who may read it. */
@Injectable()
export class PersonNames {
  constructor(private readonly database: Database) {}

  /** By id; whoever is gone is not there. */
  async of(ids: readonly Id[]): Promise<Map<Id, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.read<{ id: Id; name: string }>(names, [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
