import { Injectable } from '@nestjs/common';
import type { Challenge } from '@knotenpunkt/challenges/domain';
import type { IntroductionFilter } from '@knotenpunkt/coordination/domain';
import type { DayPeriod, Id } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { DURING } from './contact-request.repository';
import { IntroductionRepository } from './introduction.repository';

const names = query('report.names', 'SELECT id, name FROM actor_v1 WHERE id = ANY($1::uuid[]) AND NOT archived');
const questions = query('report.questions', 'SELECT id, question, slug, benches FROM challenge_v1 WHERE id = ANY($1::uuid[])');
const contacts = query(
  'report.contacts',
  `SELECT count(*)::int AS count FROM contact_request WHERE region_id = $1 AND ${DURING('$2', '$3', '$4')}`,
);

/** What a report needs to know beside the lists of the rooms; each by one statement, however long the lists are. */
@Injectable()
export class ReportRepository {
  constructor(
    private readonly database: Database,
    private readonly introducing: IntroductionRepository,
  ) {}

  /** Names of organisations; those that are archived are left out. */
  async names(ids: readonly Id[]): Promise<Map<Id, string>> {
    const rows = await this.database.read<{ id: Id; name: string }>(names, [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async questions(ids: readonly Id[]): Promise<Map<Id, Pick<Challenge, 'question' | 'slug' | 'benches'>>> {
    const rows = await this.database.read<Pick<Challenge, 'id' | 'question' | 'slug' | 'benches'>>(questions, [ids]);
    return new Map(rows.map(({ id, ...question }) => [id, question]));
  }

  introductions({ id }: Region, filter: IntroductionFilter): Promise<number> {
    return this.introducing.count(id, filter);
  }

  async contacts({ id, timeZone }: Region, { from, until }: DayPeriod): Promise<number> {
    return (await this.database.readOne<{ count: number }>(contacts, [id, timeZone, from, until]))!.count;
  }
}
