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
  async ask(tx: Tx, region: Region, { recipients, words, subjectVersion = 1, untilOn, ...asked }: Asking): Promise<void> {
    await this.questions.end(tx, asked, 'REPLACED');
    const today = this.clock.today(region.timeZone);
    for (const person of recipients) {
      const remindOn = reminderOf(today, untilOn);
      const question: MailQuestion = {
        ...asked,
        ...person,
        id: newId(),
        regionId: region.id,
        subjectVersion,
        untilOn,
        remindOn,
        ended: null,
      };
      const { token, hash } = newLinkToken();
      await this.questions.insert(tx, question, { on: today, hash });
      await this.write(tx, region, question, { token, words: words(person.language), kind: 'asked' });
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
      const open = stateOf(question, asked, today) === 'OPEN' && !(await this.viewers.isBlocked(question.email));
      await this.unitOfWork.run(async (tx) => {
        await this.questions.setReminder(tx, question.id, null);
        if (!open || !asked) return;
        const { token, hash } = newLinkToken();
        await this.questions.addLink(tx, question.id, hash);
        await this.write(tx, region, question, { token, words: asked, kind: 'reminder' });
        sent += 1;
      });
    }
    for (const kind of this.kinds.all()) await kind.closeOverdue?.(region);
    await this.unitOfWork.run((tx) => this.questions.forget(tx, region.id, addDays(today, -FORGET_AFTER_DAYS)));
    return sent;
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
