import { Injectable } from '@nestjs/common';
import { CONFIRMATION_ANSWERS, messages, type Actor, type ConfirmationAnswer, type ConfirmationRequest } from '@knotenpunkt/actors/domain';
import type { Addressee } from '@knotenpunkt/identity/domain';
import { dayInWords, fill, type Id } from '@knotenpunkt/kernel';
import { newLinkToken } from '@knotenpunkt/notices/api';
import type { Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { regionName, type Region } from '@knotenpunkt/regions/domain';
import { ActorRecipients } from '../actor-recipients';
import { AskedAboutReader, type AskedAbout } from './asked-about';
import { ConfirmationRepository } from './confirmation.repository';

/** The mails that ask whether entries are still right, with a link of its own for each person and each answer. */
@Injectable()
export class ConfirmationLetters {
  constructor(
    private readonly confirmations: ConfirmationRepository,
    private readonly recipients: ActorRecipients,
    private readonly about: AskedAboutReader,
    private readonly mail: Mail,
  ) {}

  /** To whom one can write about an organisation. */
  peopleOf(tx: Tx, region: Region, actorId: Id): Promise<Addressee[]> {
    return this.recipients.of(tx, region, actorId);
  }

  /** Asks these people, for the first time or once more. */
  async ask(tx: Tx, region: Region, request: ConfirmationRequest, { people, again }: { people: readonly Addressee[]; again: boolean }) {
    const about = await this.about.of(tx, region, request.actorId);
    if (!about) return;
    const kind = again ? 'confirmAgain' : 'confirm';
    for (const person of people) {
      const { mail } = messages[person.language];
      const values = { ...wordsFor(person, region, request, about), ...(await this.linksFor(tx, region, request, person)) };
      await this.mail.send(tx, {
        to: person.email,
        subject: fill(mail[`${kind}Subject`], values),
        text: fill(mail[`${kind}Body`], values),
      });
    }
  }

  /** Tells everybody who was asked that it was taken out of the directory, and by whom, with a way back. */
  async archived(tx: Tx, region: Region, request: ConfirmationRequest, { actor, by }: { actor: Actor; by: string }): Promise<void> {
    for (const to of await this.confirmations.askedPeople(tx, request.id)) {
      const { mail } = messages[to.language];
      const undo = await this.linkFor(tx, region, request, to, 'ARCHIVE');
      const values = { name: to.name, by, actor: actor.name, undo, deadline: dayInWords(request.untilOn, to.language) };
      await this.mail.send(tx, { to: to.email, subject: fill(mail.archivedSubject, values), text: fill(mail.archivedBody, values) });
    }
  }

  private async linksFor(tx: Tx, region: Region, request: ConfirmationRequest, to: Addressee): Promise<Record<string, string>> {
    const links: Record<string, string> = {};
    for (const answer of CONFIRMATION_ANSWERS) links[answer.toLowerCase()] = await this.linkFor(tx, region, request, to, answer);
    return links;
  }

  private async linkFor(tx: Tx, region: Region, request: ConfirmationRequest, to: Addressee, answer: ConfirmationAnswer): Promise<string> {
    const { token, hash } = newLinkToken();
    await this.confirmations.insertLink(tx, request, to, { answer, hash });
    return this.mail.linkTo(region.slug, `/stimmt-noch/${token}`);
  }
}

/** What a mail says of an organisation: the name of its region, since when nobody said that it is right, and what is asked about. */
function wordsFor({ name, language }: Addressee, region: Region, { untilOn }: ConfirmationRequest, { actor, entries }: AskedAbout) {
  const { mail } = messages[language];
  const { confirmedOn } = actor;
  const said = entries.map(({ direction, title }) => fill(mail[`confirm${direction}`], { title }));
  return {
    name,
    actor: actor.name,
    region: regionName(region, language),
    since: confirmedOn === null ? mail.confirmNever : fill(mail.confirmSince, { date: dayInWords(confirmedOn, language) }),
    items: [mail.confirmProfile, ...said].map((item) => `• ${item}`).join('\n'),
    deadline: dayInWords(untilOn, language),
  };
}
