import { Injectable } from '@nestjs/common';
import { ActorRecipients } from '@knotenpunkt/actors/api';
import { allianceWords, messages, offerInWords, type Alliance, type CounterOffer } from '@knotenpunkt/alliances/domain';
import { MandateService } from '@knotenpunkt/identity/api';
import { fill, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { MailQuestionService } from '@knotenpunkt/notices/api';
import type { Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';
import { contributionInWords } from '@knotenpunkt/themes/domain';
import { AllianceRepository } from './alliance.repository';

export const ALLIANCE_QUESTION = 'alliance';

/** What the members of an alliance are written: the question whether they agree, and that it is formed. */
@Injectable()
export class AllianceLetters {
  constructor(
    private readonly alliances: AllianceRepository,
    private readonly recipients: ActorRecipients,
    private readonly questions: MailQuestionService,
    private readonly mail: Mail,
    private readonly mandates: MandateService,
  ) {}

  /** Puts a version to all members. `without`: those who have agreed to it already. */
  async ask(
    tx: Tx,
    region: Region,
    { alliance, version, untilOn, without }: { alliance: Alliance; version: number; untilOn: LocalDate; without: readonly (Id | null)[] },
  ): Promise<void> {
    for (const { actorId, actor, ...contribution } of await this.members(tx, region, alliance)) {
      if (without.includes(actorId)) continue;
      const about = { title: alliance.title, actor, contribution };
      const words = (language: Language) => allianceWords(about, { again: version > 1, language });
      const recipients = await this.recipients.of(tx, region, actorId);
      const asked = { kind: ALLIANCE_QUESTION, subjectId: alliance.id, subjectVersion: version, actorId };
      await this.questions.ask(tx, region, { ...asked, recipients, untilOn, words });
    }
  }

  /** Tells all members that all have agreed. */
  async tellFormed(tx: Tx, region: Region, alliance: Alliance): Promise<void> {
    await this.tell(tx, region, alliance, ({ formedSubject: subject, formedBody: body }) => ({ subject, body }));
  }

  /** Tells all who were asked and have not declined that nothing comes of it, and why. */
  async tellCalledOff(tx: Tx, region: Region, alliance: Alliance): Promise<void> {
    await this.tell(tx, region, alliance, ({ calledOffSubject: subject, calledOffBody: body }) => ({ subject, body }));
  }

  /** Tells those who lead it that members have brought about a new version, and how to go back. */
  async tellOffers(tx: Tx, region: Region, alliance: Alliance, offers: readonly CounterOffer[]): Promise<void> {
    const { draftedById, title, slug } = alliance;
    const leading = draftedById === null ? this.mandates.coordinatorAddresses(tx, region) : this.recipients.of(tx, region, draftedById);
    const seats = await this.alliances.seats(
      tx,
      region.id,
      offers.map(({ actorId }) => actorId),
    );
    const url = this.mail.linkTo(region.slug, `/allianzen/${slug}`);
    for (const { name, email: to, language } of await leading) {
      const { mail, offer } = messages[language];
      const changes = offers.map((one) => `${seats.get(one.actorId)?.name ?? ''}: ${offerInWords(one, language, offer.change)}`).join('\n');
      const values = { name, title, changes, url };
      await this.mail.send(tx, { to, subject: fill(mail.offerSubject, values), text: fill(mail.offerBody, values) });
    }
  }

  private async tell(
    tx: Tx,
    region: Region,
    alliance: Alliance,
    choose: (words: (typeof messages)[Language]['mail']) => { subject: string; body: string },
  ): Promise<void> {
    const url = this.mail.linkTo(region.slug, `/allianzen/${alliance.slug}`);
    for (const { actorId, actor, ...contribution } of await this.members(tx, region, alliance)) {
      for (const { name, email: to, language } of await this.recipients.of(tx, region, actorId)) {
        const { subject, body } = choose(messages[language].mail);
        const commitment = contributionInWords(contribution, language);
        const values = { name, actor, title: alliance.title, commitment, reason: alliance.callOffReason, url };
        await this.mail.send(tx, { to, subject: fill(subject, values), text: fill(body, values) });
      }
    }
  }

  /** Those who have not declined, with their names. */
  private async members(tx: Tx, region: Region, { members }: Alliance) {
    const present = members.filter(({ state }) => state !== 'DECLINED');
    const ids = present.map(({ actorId }) => actorId);
    const seats = await this.alliances.seats(tx, region.id, ids);
    return present.map((member) => ({ ...member, actor: seats.get(member.actorId)?.name ?? '' }));
  }
}
