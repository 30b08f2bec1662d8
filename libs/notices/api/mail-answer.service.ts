import { Inject, Injectable } from '@nestjs/common';
import { MandateRequestService, ViewerService } from '@knotenpunkt/identity/api';
import { actsFor, VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Result } from '@knotenpunkt/kernel';
import { checkMailAnswer, reminderAfterLater, stateOf, type MailAnswerGiven, type MailQuestion } from '@knotenpunkt/notices/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';
import { hashOf } from './link-token';
import { MailQuestionRepository } from './mail-question.repository';
import { QuestionKinds, type AskedQuestion } from './question-kinds';

/** A question as the page behind its link shows it. */
export interface ShownQuestion extends Omit<AskedQuestion, 'subject'> {
  question: MailQuestion;
  /** The person may promise for the organisation today. */
  mayAgree: boolean;
  /** The person has asked for a mandate and waits. */
  mandateAsked: boolean;
}

/** Whoever was asked by mail may decline for the organisation or put it off, without an account: that obliges nobody. */
function decliner({ id, actorId, name, untilOn }: MailQuestion): Viewer {
  return { ...VISITOR, name, mandates: [{ id, actorId, role: 'DELEGATE', fromOn: untilOn, untilOn }] };
}

/**
 * Answers that come back by the link in a mail. A link that is unknown, of another region, or of somebody who is blocked or has stopped acting
 * for the organisation since is answered with null.
 */
@Injectable()
export class MailAnswerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly questions: MailQuestionRepository,
    private readonly kinds: QuestionKinds,
    private readonly viewers: ViewerService,
    private readonly mandateRequests: MandateRequestService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Looking at a question changes nothing. */
  async show(region: Region, token: string, language: Language): Promise<ShownQuestion | null> {
    const question = await this.questions.byToken(hashOf(token));
    if (question?.regionId !== region.id || !(await this.viewers.mayAnswer(region, question))) return null;
    const asked = (await this.kinds.of(question.kind)?.describe(region, question, language)) ?? null;
    if (!asked) return null;
    const state = stateOf(question, asked, this.clock.today(region.timeZone));
    const viewer = await this.viewers.viewerByMail(region, question.email);
    const mandateAsked = await this.unitOfWork.run((tx) => this.mandateRequests.isOpen(tx, question.actorId, question.email));
    return { ...asked, question, state, mayAgree: viewer !== null && actsFor(viewer, question.actorId), mandateAsked };
  }

  /** Takes an answer; a final one ends all links to this question that went to the organisation. */
  async answer(region: Region, token: string, given: MailAnswerGiven, language: Language): Promise<Result<ShownQuestion>> {
    const shown = await this.show(region, token, language);
    if (!shown) return refuse('LINK_ENDED');
    const { question, state, answers: offered, mayAgree, reason } = shown;
    const checked = checkMailAnswer(given, { state, offered, mayAgree, mayOffer: Boolean(shown.contribution), reason });
    if (!checked.ok) return checked;
    const { answer } = checked.value;
    if (answer === 'LATER') {
      const remindOn = reminderAfterLater(this.clock.today(region.timeZone), question.untilOn);
      await this.unitOfWork.run((tx) => this.questions.setReminder(tx, question.id, remindOn));
      await this.kinds.of(question.kind)?.postpone?.(decliner(question), region, question);
      return ok({ ...shown, question: { ...question, remindOn } });
    }
    const person = mayAgree ? await this.viewers.viewerByMail(region, question.email) : null;
    const taken = await this.kinds.of(question.kind)!.answer(person ?? decliner(question), region, question, { ...checked.value, answer });
    if (!taken.ok) return taken;
    await this.unitOfWork.run((tx) => this.questions.end(tx, question, 'ANSWERED'));
    return ok({ ...shown, question: { ...question, ended: 'ANSWERED', remindOn: null }, state: 'ANSWERED' });
  }

  /** The person behind the link asks for a mandate, so that a yes becomes possible. */
  async askForMandate(region: Region, token: string, name: string, language: Language): Promise<Result<ShownQuestion>> {
    const shown = await this.show(region, token, language);
    if (shown?.state !== 'OPEN') return refuse('LINK_ENDED');
    if (shown.mayAgree) return ok(shown);
    const { actorId, email } = shown.question;
    const asked = await this.unitOfWork.run((tx) => this.mandateRequests.ask(tx, region, { actorId, name, email }));
    return asked.ok ? ok({ ...shown, mandateAsked: true }) : asked;
  }
}
