import { Inject, Injectable } from '@nestjs/common';
import { ActorRecipients } from '@knotenpunkt/actors/api';
import {
  askerName,
  introductionWords,
  messages,
  sideOf,
  silentSides,
  type Introduction,
  type IntroductionNames,
  type IntroductionSide,
} from '@knotenpunkt/coordination/domain';
import { MandateService } from '@knotenpunkt/identity/api';
import type { Addressee } from '@knotenpunkt/identity/domain';
import { fill, type Clock, type Id } from '@knotenpunkt/kernel';
import { MailQuestionService } from '@knotenpunkt/notices/api';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Region } from '@knotenpunkt/regions/domain';
import { IntroductionRepository } from './introduction.repository';

export const INTRODUCTION_QUESTION = 'introduction';

type Names = ReadonlyMap<Id, string>;
type Texts = (typeof messages)['de']['introductions']['mail'];

/** The names an introduction is told with. */
export function namesOf(introduction: Introduction, names: Names): IntroductionNames {
  const named = (side: IntroductionSide['side']) => names.get(sideOf(introduction, side).actorId) ?? '';
  const { askedById } = introduction;
  return {
    asker: askedById === null ? null : (names.get(askedById) ?? ''),
    first: named('FIRST'),
    goBetween: named('GO_BETWEEN'),
    second: named('SECOND'),
  };
}

/** What the three are written: the question, that all have agreed, that nothing comes of it. */
@Injectable()
export class IntroductionLetters {
  constructor(
    private readonly introductions: IntroductionRepository,
    private readonly recipients: ActorRecipients,
    private readonly mandates: MandateService,
    private readonly questions: MailQuestionService,
    private readonly mail: Mail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Puts the text to those who have not asked themselves. */
  async ask(tx: Tx, region: Region, introduction: Introduction): Promise<void> {
    const names = namesOf(introduction, await this.names(tx, introduction));
    const { id: subjectId, textVersion: subjectVersion, purpose, answerBy: untilOn } = introduction;
    for (const { side, actorId } of introduction.sides) {
      if (actorId === introduction.askedById) continue;
      const words = (language: Language) => introductionWords({ side, names, purpose }, { again: subjectVersion > 1, language });
      const asked = { kind: INTRODUCTION_QUESTION, subjectId, subjectVersion, actorId };
      await this.questions.ask(tx, region, { ...asked, recipients: await this.recipients.of(tx, region, actorId), untilOn, words });
    }
  }

  /** One of the three has answered, or puts it off: its links say so. */
  async answered(tx: Tx, region: Region, { id: subjectId, answerBy: untilOn }: Introduction, actorId: Id, later: boolean): Promise<void> {
    const asked = { kind: INTRODUCTION_QUESTION, subjectId, actorId };
    if (later) await this.questions.postpone(tx, region, { ...asked, untilOn });
    else await this.questions.end(tx, asked, 'ANSWERED');
  }

  /** All have agreed: each of the three learns whom to write to. */
  async tellAgreed(tx: Tx, region: Region, introduction: Introduction): Promise<void> {
    const names = await this.names(tx, introduction);
    const contacts = await this.introductions.contactsIn(tx, introduction.id, this.clock.today(region.timeZone));
    const lines = (text: Texts) =>
      introduction.sides
        .flatMap(({ actorId }) => {
          const actor = names.get(actorId) ?? '';
          const known = contacts.filter((contact) => contact.actorId === actorId);
          if (known.length === 0) return [fill(text.noContact, { actor })];
          return known.map(({ name: person, email }) => fill(text.contact, { actor, person, email }));
        })
        .join('\n');
    await this.write(tx, region, introduction, names, introduction.sides, (text) => ({
      subject: text.agreedSubject,
      body: text.agreedBody,
      values: { contacts: lines(text) },
    }));
  }

  /** Nothing comes of it: those who waited are told, without why; the links of the others say so. */
  async tellEnded(tx: Tx, region: Region, introduction: Introduction): Promise<void> {
    const names = await this.names(tx, introduction);
    const { id: subjectId, askedById, state } = introduction;
    for (const { actorId } of introduction.sides) await this.questions.end(tx, { kind: INTRODUCTION_QUESTION, subjectId, actorId });
    const named = (sides: readonly IntroductionSide[]) => sides.map(({ actorId }) => names.get(actorId) ?? '').join(', ');
    const values = {
      declined: named(introduction.sides.filter(({ answer }) => answer === 'NO')),
      silent: named(silentSides(introduction)),
    };
    const waited = introduction.sides.filter(({ actorId, answer }) =>
      state === 'WITHDRAWN' ? actorId !== askedById : actorId === askedById || answer === 'YES',
    );
    await this.write(tx, region, introduction, names, waited, (text) => ({
      subject: text.endedSubject,
      body: { DECLINED: text.declinedBody, UNANSWERED: text.unansweredBody }[state as string] ?? text.withdrawnBody,
      values,
    }));
  }

  /** Somebody said "Ja, aber …": whoever asked has the word. */
  async tellChange(tx: Tx, region: Region, introduction: Introduction, { actorId, note }: IntroductionSide): Promise<void> {
    const names = await this.names(tx, introduction);
    const asking = introduction.sides.filter((side) => side.actorId === introduction.askedById);
    const words = (text: Texts) => ({
      subject: text.changeSubject,
      body: text.changeBody,
      values: { actor: names.get(actorId) ?? '', note },
    });
    if (asking.length > 0) return this.write(tx, region, introduction, names, asking, words);
    await this.send(tx, region, introduction, names, await this.mandates.coordinatorAddresses(tx, region), words);
  }

  names(tx: Tx, { sides }: Introduction): Promise<Map<Id, string>> {
    return this.introductions.names(
      tx,
      sides.map(({ actorId }) => actorId),
    );
  }

  private async write(
    tx: Tx,
    region: Region,
    introduction: Introduction,
    names: Names,
    sides: readonly IntroductionSide[],
    words: Parameters<IntroductionLetters['send']>[5],
  ): Promise<void> {
    for (const { actorId } of sides) {
      await this.send(tx, region, introduction, names, await this.recipients.of(tx, region, actorId), words);
    }
  }

  private async send(
    tx: Tx,
    region: Region,
    introduction: Introduction,
    names: Names,
    addressees: readonly Addressee[],
    words: (text: Texts) => { subject: string; body: string; values: Record<string, string> },
  ): Promise<void> {
    const url = this.mail.linkTo(region.slug, `/vorstellungen/${introduction.id}`);
    for (const { name, email: to, language } of addressees) {
      const { subject, body, values } = words(messages[language].introductions.mail);
      const told = namesOf(introduction, names);
      const all = { ...told, asker: askerName(told.asker, language), purpose: introduction.purpose, name, url, ...values };
      await this.mail.send(tx, { to, subject: fill(subject, all), text: fill(body, all) });
    }
  }
}
