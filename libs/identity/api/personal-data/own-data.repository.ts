import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Query } from '@knotenpunkt/platform/database';
import { registeredPersonalData } from './registry';
import { readingStatement, type PersonKeys } from './statements';

/** A row of a table that is about the person, as Postgres writes it into JSON. */
export interface HeldRow {
  table: string;
  row: Record<string, unknown>;
  /** How many the table has of the person. */
  total: number;
}

const person = query('personalData.person', 'SELECT id, name, email FROM auth."user" WHERE id = $1');

const account = query('personalData.account', 'SELECT id FROM auth."user" WHERE lower(email) = $1');

/** What is held on a person, in all rooms. The statement follows from the lists that the rooms registered. */
@Injectable()
export class OwnDataRepository {
  private reading: Query | null = null;

  constructor(private readonly database: Database) {}

  person(id: Id): Promise<PersonKeys | null> {
    return this.database.readOne<PersonKeys>(person, [id]);
  }

  async hasAccount(email: string): Promise<boolean> {
    return (await this.database.readOne(account, [email])) !== null;
  }

  /** The newest rows of each table, `most` of each. */
  rows({ id, email }: PersonKeys, most: number): Promise<HeldRow[]> {
    this.reading ??= query('personalData.ofPerson', readingStatement(registeredPersonalData()));
    return this.database.read<HeldRow>(this.reading, [id, email.toLowerCase(), most]);
  }
}
