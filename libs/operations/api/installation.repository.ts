import { Injectable } from '@nestjs/common';
import { Database, query } from '@knotenpunkt/platform/database';

export interface Installation {
  databaseBytes: number;
  databaseVersion: string;
  migrationCount: number;
  /** Name of the last one that ran. */
  lastMigration: string;
}

const installation = query(
  'operations.installation',
  `SELECT pg_database_size(current_database()) AS "databaseBytes", split_part(current_setting('server_version'), ' ', 1) AS "databaseVersion",
     (SELECT count(*)::int FROM migrations) AS "migrationCount", (SELECT name FROM migrations ORDER BY id DESC LIMIT 1) AS "lastMigration"`,
);

@Injectable()
export class InstallationRepository {
  constructor(private readonly database: Database) {}

  async read(): Promise<Installation> {
    return (await this.database.readOne<Installation>(installation))!;
  }
}
