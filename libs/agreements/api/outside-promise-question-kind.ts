import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LONGEST_OBJECTION, messages, outsideWords, type OutsideState } from '@knotenpunkt/agreements/domain';
import { QuestionKinds, type AskedQuestion, type QuestionKind } from '@knotenpunkt/notices/api';
import type { MailQuestion, MailQuestionState } from '@knotenpunkt/notices/domain';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';
import { OUTSIDE_QUESTION } from './outside-promise-outgoing';
import { OutsidePromiseService } from './outside-promise.service';

const STATES: Record<OutsideState, MailQuestionState> = {
  WAITING: 'OPEN',
  CONFIRMED: 'ANSWERED',
  OBJECTED: 'ANSWERED',
  NO_ANSWER: 'ENDED',
  WITHDRAWN: 'ENDED',
};

/** Whether an organisation has promised what was entered for it, as the page behind a link in a mail shows and answers it. */
@Injectable()
export class OutsidePromiseQuestionKind implements QuestionKind, OnModuleInit {
  constructor(
    private readonly service: OutsidePromiseService,
    private readonly kinds: QuestionKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(OUTSIDE_QUESTION, this);
  }

  async describe(region: Region, { subjectId }: MailQuestion, language: Language): Promise<AskedQuestion | null> {
    const found = await this.service.find(region, subjectId);
    if (!found) return null;
    const { promise, actor } = found;
    const { purpose, text, proof } = promise;
    const { question: said, acts } = messages[language].outside;
    return {
      ...outsideWords(promise, actor, language),
      state: STATES[promise.state],
      actorName: actor,
      asker: said.asker,
      title: text,
      text: proof,
      answers: ['YES', 'NO', 'LATER'],
      reason: { question: acts.objection, hint: acts.objectionHint, longest: LONGEST_OBJECTION, share: null },
      address: `/${purpose.type === 'ALLIANCE' ? 'allianzen' : 'vorhaben'}/${purpose.slug}`,
    };
  }

  answer: QuestionKind['answer'] = async (viewer, region, { subjectId: id }, { answer, reason }) => {
    const expectedVersion = (await this.service.find(region, id))?.promise.version ?? 0;
    if (answer === 'NO') return this.service.object(viewer, region, { id, expectedVersion, objection: reason });
    return this.service.confirm(viewer, region, { id, expectedVersion });
  };

  reminded: NonNullable<QuestionKind['reminded']> = (tx, region, { subjectId }) => this.service.noteReminder(tx, region, subjectId);

  closeOverdue(region: Region): Promise<void> {
    return this.service.closeOverdue(region);
  }
}
