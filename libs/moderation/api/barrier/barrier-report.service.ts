import { Inject, Injectable } from '@nestjs/common';
import { Attempts, MandateService } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { decodeCursor, ok, refuse, toPage, type Clock, type Id, type Page, type PageRequest, type Result } from '@knotenpunkt/kernel';
import {
  answerBarrier,
  barrierAnsweredMail,
  barrierWaitingMail,
  reportBarrier,
  type BarrierReport,
  type BarrierWish,
} from '@knotenpunkt/moderation/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Region } from '@knotenpunkt/regions/domain';
import { instantOf } from '../instant-of';
import { BarrierReportRepository } from './barrier-report.repository';

const A_DAY_MS = 86_400_000;

/** Who asks without an account: in which language mails go, and from where, which is counted and not kept. */
export interface Sender {
  language: 'de' | 'en';
  clientAddress: string;
}

@Injectable()
export class BarrierReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: BarrierReportRepository,
    private readonly attempts: Attempts,
    private readonly mandates: MandateService,
    private readonly mail: Mail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page({ first, after }: PageRequest): Promise<Page<BarrierReport>> {
    const rows = await this.reports.page(first, instantOf(after ? decodeCursor(after) : null));
    return toPage(rows, first, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  /** Keeps the report and mails the administrators of the platform. */
  async send(region: Region, { language, clientAddress }: Sender, id: Id, wish: BarrierWish): Promise<Result<{ id: Id }>> {
    const checked = reportBarrier(wish, 0);
    if (!checked.ok) return checked;
    if ((await this.attempts.count({ 'report address': clientAddress })) > 0) return refuse('TOO_MANY_REPORTS');
    return this.unitOfWork.run(async (tx): Promise<Result<{ id: Id }>> => {
      if (await this.reports.find(tx, id)) return ok({ id });
      const now = this.clock.now();
      const sentToday = await this.reports.countSince(tx, checked.value.email, new Date(now.getTime() - A_DAY_MS));
      const decided = reportBarrier(wish, sentToday);
      if (!decided.ok) return decided;
      const open = { state: 'OPEN' as const, answer: '', answeredAt: null, erasedOn: null, version: 1 };
      await this.reports.insert(tx, { id, regionId: region.id, ...decided.value, language, createdAt: now, ...open });
      const url = this.mail.linkTo(region.slug, '/verwaltung');
      for (const { email, language: spoken } of await this.mandates.administratorAddresses(tx, region))
        await this.mail.send(tx, { to: email, ...barrierWaitingMail(decided.value, url, spoken) });
      return ok({ id });
    });
  }

  /** Keeps the answer, and mails it where an address was named. */
  answer(viewer: Viewer, asked: { id: Id; expectedVersion: number; answer: string }): Promise<Result<BarrierReport>> {
    return this.unitOfWork.run(async (tx): Promise<Result<BarrierReport>> => {
      const report = await this.reports.find(tx, asked.id);
      if (!report || viewer.personId === null) return refuse('NOT_PERMITTED');
      const decided = answerBarrier(viewer, report.state, asked.answer);
      if (!decided.ok) return decided;
      const given = { answer: decided.value, at: this.clock.now(), personId: viewer.personId };
      const version = await this.reports.answer(tx, asked.id, asked.expectedVersion, given);
      if (!version.ok) return version;
      if (report.email !== '') await this.mail.send(tx, { to: report.email, ...barrierAnsweredMail(report, decided.value) });
      return ok({ ...report, state: 'ANSWERED', answer: decided.value, answeredAt: given.at, version: version.value });
    });
  }
}
