import { Injectable, type OnModuleInit } from '@nestjs/common';
import { contactWords } from '@knotenpunkt/coordination/domain';
import { QuestionKinds, type AskedQuestion, type QuestionKind } from '@knotenpunkt/notices/api';
import type { MailQuestion } from '@knotenpunkt/notices/domain';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';
import { CONTACT_QUESTION } from './contact-outgoing';
import { ContactRequestService } from './contact-request.service';

/** A request for a contact, as the page behind a link in a mail shows and answers it. */
@Injectable()
export class ContactQuestionKind implements QuestionKind, OnModuleInit {
  constructor(
    private readonly service: ContactRequestService,
    private readonly kinds: QuestionKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(CONTACT_QUESTION, this);
  }

  async describe(region: Region, { subjectId }: MailQuestion, language: Language): Promise<AskedQuestion | null> {
    const found = await this.service.find(region, subjectId);
    if (!found) return null;
    const { request, actor } = found;
    return {
      ...contactWords({ ...request, actor }, language),
      state: request.state === 'ASKED' ? 'OPEN' : 'ANSWERED',
      actorName: actor,
      asker: `${request.name} (${request.organisation})`,
      title: request.organisation,
      text: request.message,
      answers: ['YES', 'NO', 'LATER'],
      address: '/koordination',
    };
  }

  answer: QuestionKind['answer'] = async (viewer, region, { subjectId: id }, { answer }) => {
    const expectedVersion = (await this.service.find(region, id))?.request.version ?? 0;
    return this.service.decide(viewer, region, { id, expectedVersion, decision: answer === 'NO' ? 'DECLINED' : 'ANSWERED' });
  };
}
