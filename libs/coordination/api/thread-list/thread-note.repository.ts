import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';

const ofThreads = query('threadNote.ofThreads', 'SELECT thread_id AS id, text FROM thread_note WHERE thread_id = ANY($1::uuid[])');

@Injectable()
export class ThreadNoteRepository {
  constructor(private readonly database: Database) {}

  ofThreads(ids: readonly Id[]): Promise<{ id: Id; text: string }[]> {
    return this.database.read<{ id: Id; text: string }>(ofThreads, [ids]);
  }
}
