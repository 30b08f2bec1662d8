import { Inject, Injectable } from '@nestjs/common';
import { ActorRecipients } from '@knotenpunkt/actors/api';
import { MandateService } from '@knotenpunkt/identity/api';
import { dayIn, type Clock, type Id } from '@knotenpunkt/kernel';
import {
  addressOfReported,
  appealUntil,
  reportDecidedMail,
  reportReceivedMail,
  reportWaitingMail,
  whyNotAppeal,
  type AppealSide,
  type ContentReport,
} from '@knotenpunkt/moderation/domain';
import { newLinkToken } from '@knotenpunkt/notices/api';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { regionName, type Region } from '@knotenpunkt/regions/domain';
import { ContentReportRepository } from './content-report.repository';
import { ReportedEntries } from './reported-entries';

const QUEUE = '/koordination/meldungen';

/** Mails about reports. */
@Injectable()
export class ReportLetters {
  constructor(
    private readonly reports: ContentReportRepository,
    private readonly entries: ReportedEntries,
    private readonly recipients: ActorRecipients,
    private readonly mandates: MandateService,
    private readonly mail: Mail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To whoever reported, where an address was named, and to the coordination. */
  async received(tx: Tx, region: Region, report: ContentReport): Promise<void> {
    if (report.email !== '') {
      const around = { ...this.around(region, report, report.language), url: await this.ownLink(tx, region, report, 'REPORTER') };
      await this.mail.send(tx, { to: report.email, ...reportReceivedMail(report, around, report.language) });
    }
    await this.toThoseWhoDecide(tx, region, report, null);
  }

  /** An objection waits for somebody who has not decided before. */
  appealed(tx: Tx, region: Region, report: ContentReport, text: string): Promise<void> {
    return this.toThoseWhoDecide(tx, region, report, text);
  }

  /** To both sides, each with a link of its own. */
  async decided(tx: Tx, region: Region, report: ContentReport, authorIds: readonly Id[]): Promise<void> {
    if (report.email !== '') await this.tell(tx, region, report, 'REPORTER', { email: report.email, language: report.language });
    for (const addressee of await this.recipients.ofAll(tx, region, authorIds)) await this.tell(tx, region, report, 'AUTHOR', addressee);
  }

  private async tell(
    tx: Tx,
    region: Region,
    report: ContentReport,
    side: AppealSide,
    { email, language }: { email: string; language: 'de' | 'en' },
  ): Promise<void> {
    const decision = report.decisions.at(-1)!;
    const decidedOn = dayIn(decision.decidedAt, region.timeZone);
    const may = whyNotAppeal(report, side, { decidedOn, today: this.clock.today(region.timeZone) }) === null;
    const about = { decision, decidedOn, onAppeal: decision.onAppeal, appealUntil: may ? appealUntil(decidedOn) : null };
    const around = { ...this.around(region, report, language), url: await this.ownLink(tx, region, report, side) };
    await this.mail.send(tx, { to: email, ...reportDecidedMail(report, side, { ...about, ...around }, language) });
  }

  private async toThoseWhoDecide(tx: Tx, region: Region, report: ContentReport, appeal: string | null): Promise<void> {
    const authorIds = await this.entries.authorsOf(tx, report.subjectType, report.subjectId);
    const own = new Set((await this.recipients.ofAll(tx, region, authorIds)).map(({ email }) => email));
    // What the mail quotes is not for the author's side, which may not decide either.
    const coordinators = (await this.mandates.coordinatorAddresses(tx, region)).filter(({ email }) => !own.has(email));
    const deciders = coordinators.length > 0 ? coordinators : await this.mandates.administratorAddresses(tx, region);
    for (const { email, language } of deciders) {
      const around = { ...this.around(region, report, language), url: this.mail.linkTo(region.slug, QUEUE) };
      await this.mail.send(tx, { to: email, ...reportWaitingMail(report, around, language, appeal) });
    }
  }

  private around(region: Region, report: ContentReport, language: 'de' | 'en'): { region: string; entryUrl: string } {
    return { region: regionName(region, language), entryUrl: this.mail.linkTo(region.slug, addressOfReported(report)) };
  }

  private async ownLink(tx: Tx, region: Region, { id }: ContentReport, side: AppealSide): Promise<string> {
    const { token, hash } = newLinkToken();
    await this.reports.insertLink(tx, id, side, hash);
    return this.mail.linkTo(region.slug, `/meldung/${token}`);
  }
}
