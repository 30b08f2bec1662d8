import { Injectable } from '@nestjs/common';
import { ActorRecipients } from '@knotenpunkt/actors/api';
import { admissionWords, askedAbout, messages, presentMembers, type Admission, type Alliance } from '@knotenpunkt/alliances/domain';
import { dayInWords, fill, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { MailQuestionService } from '@knotenpunkt/notices/api';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceRepository } from '../alliance.repository';

export const ADMISSION_QUESTION = 'alliance admission';

type Told = (typeof messages)[Language]['mail']['membership'];

/** What members are written while an alliance works: who is to come, who came, who goes, and what waits for their word. */
@Injectable()
export class AdmissionLetters {
  constructor(
    private readonly alliances: AllianceRepository,
    private readonly recipients: ActorRecipients,
    private readonly questions: MailQuestionService,
    private readonly mail: Mail,
  ) {}

  /** Puts a version to all who are asked. Who proposes it has agreed by that. */
  async ask(
    tx: Tx,
    region: Region,
    asking: { alliance: Alliance; admission: Admission; version: number; untilOn: LocalDate; without: Id | null },
  ): Promise<void> {
    const { alliance, admission, version, untilOn } = asking;
    const ids = askedAbout(alliance, admission);
    const seats = await this.alliances.seats(tx, region.id, ids);
    const about = { ...admission, title: alliance.title, actor: seats.get(admission.actorId)?.name ?? '' };
    for (const actorId of ids) {
      if (actorId === asking.without) continue;
      const isNewcomer = actorId === admission.actorId;
      const words = (language: Language) => admissionWords(about, { isNewcomer, again: version > 1, language });
      const recipients = await this.recipients.of(tx, region, actorId);
      const asked = { kind: ADMISSION_QUESTION, subjectId: admission.id, subjectVersion: version, actorId };
      await this.questions.ask(tx, region, { ...asked, recipients, untilOn, words });
    }
  }

  async tellJoined(tx: Tx, region: Region, alliance: Alliance, actorId: Id): Promise<void> {
    await this.tell(tx, region, { alliance, about: actorId, on: null, without: null }, ({ joinedSubject, joinedBody }) => [
      joinedSubject,
      joinedBody,
    ]);
  }

  async tellLeaving(
    tx: Tx,
    region: Region,
    alliance: Alliance,
    { actorId, leavesOn }: { actorId: Id; leavesOn: LocalDate },
  ): Promise<void> {
    await this.tell(tx, region, { alliance, about: actorId, on: leavesOn, without: actorId }, ({ leavingSubject, leavingBody }) => [
      leavingSubject,
      leavingBody,
    ]);
  }

  /** Something waits for the word of each member but the one that wrote it. */
  async tellStated(tx: Tx, region: Region, alliance: Alliance, writer: Id): Promise<void> {
    await this.tell(tx, region, { alliance, about: writer, on: null, without: writer }, ({ statedSubject, statedBody }) => [
      statedSubject,
      statedBody,
    ]);
  }

  private async tell(
    tx: Tx,
    region: Region,
    { alliance, about, on, without }: { alliance: Alliance; about: Id; on: LocalDate | null; without: Id | null },
    choose: (words: Told) => [subject: string, body: string],
  ): Promise<void> {
    const url = this.mail.linkTo(region.slug, `/allianzen/${alliance.slug}`);
    const ids = presentMembers(alliance).map(({ actorId }) => actorId);
    const seats = await this.alliances.seats(tx, region.id, [...ids, about]);
    for (const actorId of ids.filter((id) => id !== without)) {
      for (const { name, email: to, language } of await this.recipients.of(tx, region, actorId)) {
        const [subject, body] = choose(messages[language].mail.membership);
        const date = on === null ? '' : dayInWords(on, language);
        const values = { name, actor: seats.get(about)?.name ?? '', title: alliance.title, date, url };
        await this.mail.send(tx, { to, subject: fill(subject, values), text: fill(body, values) });
      }
    }
  }
}
