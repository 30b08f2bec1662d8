import { Injectable } from '@nestjs/common';
import { Database, query } from '@knotenpunkt/platform/database';

/** A backup that became whole. */
export interface BackupEntry {
  /** The moment whose data it holds. */
  takenAt: Date;
  seq: number;
  rows: number;
  bytes: number;
  /** The name of the file, without its folder. */
  file: string;
}

const newest = query('backup.newest', 'SELECT taken_at AS "takenAt", seq, rows, bytes, file FROM backup ORDER BY taken_at DESC LIMIT 1');

/** Which backups were taken. */
@Injectable()
export class BackupLog {
  constructor(private readonly database: Database) {}

  /** The newest one, or null. */
  newest(): Promise<BackupEntry | null> {
    return this.database.readOne<BackupEntry>(newest);
  }
}
