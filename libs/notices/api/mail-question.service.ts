import { Inject, Injectable } from '@nestjs/common';
import { ViewerService } from '@knotenpunkt/identity/api';
import type { Addressee } from '@knotenpunkt/identity/domain';
import { addDays, dayInWords, fill, newId, type Clock, type LocalDate } from '@knotenpunkt/kernel';
import { messages, reminderAfterLater, reminderOf, stateOf, type MailQuestion, type QuestionWords } from '@knotenpunkt/notices/domain';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';
import { newLinkToken } from './link-token';
import { MailQuestionRepository, type Asked } from './mail-question.repository';
import { QuestionKinds } from './question-kinds';

export interface Asking extends Asked {
  /** Of the text that is asked about. */
  subjectVersion?: number;
  recipients: readonly Addressee[];
  /** The last day for an answer. */
  untilOn: LocalDate;
  /** What is said, in the language of each. */
  words: (language: Language) => QuestionWords;
}

const REMINDERS_AT_ONCE = 500;
const FORGET_AFTER_DAYS = 30;

/** Questions to organisations that go out by mail, each with a personal link, and the one reminder. */
@Injectable()
export class MailQuestionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly questions: MailQuestionRepository,
    private readonly kinds: QuestionKinds,
    private readonly mail: Mail,
    private readonly viewers: ViewerService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Mails a question to everybody who may be asked for an organisation; what was asked about the same before is replaced. */
  async ask(tx: Tx, region: Region, asking: Asking): Promise<void> {
    await this.questions.end(tx, asking, 'REPLACED');
    const remindOn = reminderOf(this.clock.today(region.timeZone), asking.untilOn);
    for (const person of asking.recipients) await this.askOne(tx, region, asking, { person, remindOn });
  }

  /**
   * Sends the one reminder now: to everybody whose question is open, by another link to it; who may be asked since then is
   * asked for the first time. None follows by itself.
   */
  async remind(tx: Tx, region: Region, asking: Asking): Promise<void> {
    const open = await this.questions.open(tx, asking);
    for (const question of open) {
      await this.questions.setReminder(tx, question.id, null);
      if (await this.viewers.mayAnswer(region, question)) {
        await this.remindOne(tx, region, question, asking.words(question.language));
      }
    }
    const asked = new Set(open.map(({ email }) => email));
    for (const person of asking.recipients) {
      if (!asked.has(person.email)) await this.askOne(tx, region, asking, { person, remindOn: null });
    }
  }

  /** "Später", said elsewhere than by a link: the organisation is reminded once more, as after "Später" by link. */
  postpone(tx: Tx, region: Region, { untilOn, ...asked }: Asked & { untilOn: LocalDate }): Promise<void> {
    return this.questions.postpone(tx, asked, reminderAfterLater(this.clock.today(region.timeZone), untilOn));
  }

  /** Nobody is asked any more, or the organisation has answered elsewhere: the links say so. */
  end(tx: Tx, asked: Asked, how: 'ENDED' | 'ANSWERED' = 'ENDED'): Promise<void> {
    return this.questions.end(tx, asked, how);
  }

  /**
   * Sends the reminders that are due in a region to those who can still answer, closes what nobody answered, and forgets
   * what is long over. Gives the number of reminders.
   */
  async lookAfter(region: Region): Promise<number> {
    const today = this.clock.today(region.timeZone);
    let sent = 0;
    for (const question of await this.questions.due(region.id, today, REMINDERS_AT_ONCE)) {
      const asked = (await this.kinds.of(question.kind)?.describe(region, question, question.language)) ?? null;
      const open = stateOf(question, asked, today) === 'OPEN' && (await this.viewers.mayAnswer(region, question));
      await this.unitOfWork.run(async (tx) => {
        await this.questions.setReminder(tx, question.id, null);
        if (!open || !asked) return;
        await this.remindOne(tx, region, question, asked);
        await this.kinds.of(question.kind)?.reminded?.(tx, region, question);
        sent += 1;
      });
    }
    for (const kind of this.kinds.all()) await kind.closeOverdue?.(region);
    await this.unitOfWork.run((tx) => this.questions.forget(tx, region.id, addDays(today, -FORGET_AFTER_DAYS)));
    return sent;
  }

  private async askOne(
    tx: Tx,
    region: Region,
    { kind, subjectId, subjectVersion = 1, actorId, untilOn, words }: Asking,
    { person, remindOn }: { person: Addressee; remindOn: LocalDate | null },
  ): Promise<void> {
    const asked = { kind, subjectId, subjectVersion, actorId, untilOn, remindOn };
    const question: MailQuestion = { ...asked, ...person, id: newId(), regionId: region.id, ended: null };
    const { token, hash } = newLinkToken();
    await this.questions.insert(tx, question, { on: this.clock.today(region.timeZone), hash });
    await this.write(tx, region, question, { token, words: words(person.language), kind: 'asked' });
  }

  private async remindOne(tx: Tx, region: Region, question: MailQuestion, words: QuestionWords): Promise<void> {
    const { token, hash } = newLinkToken();
    await this.questions.addLink(tx, question.id, hash);
    await this.write(tx, region, question, { token, words, kind: 'reminder' });
  }

  private async write(
    tx: Tx,
    region: Region,
    question: MailQuestion,
    { token, words, kind }: { token: string; words: QuestionWords; kind: 'asked' | 'reminder' },
  ): Promise<void> {
    const { mail } = messages[question.language];
    const values = {
      name: question.name,
      subject: words.subject,
      lead: words.lead,
      obligation: words.obligation,
      deadline: dayInWords(question.untilOn, question.language),
      url: this.mail.linkTo(region.slug, `/antwort/${token}`),
    };
    const subject = kind === 'reminder' ? fill(mail.reminderSubject, values) : words.subject;
    await this.mail.send(tx, { to: question.email, subject, text: fill(mail[`${kind}Body`], values) });
  }
}
