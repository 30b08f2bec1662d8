import { Injectable, type OnModuleInit } from '@nestjs/common';
import { releaseWords } from '@knotenpunkt/initiatives/domain';
import { QuestionKinds, type AskedQuestion, type QuestionKind } from '@knotenpunkt/notices/api';
import type { MailQuestion } from '@knotenpunkt/notices/domain';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';
import { RELEASE } from './initiative-outgoing';
import { InitiativeRepository } from './initiative.repository';
import { InitiativeService } from './initiative.service';

/** A draft that waits for release, as the page behind a link in a mail shows it. Released there it is an idea. */
@Injectable()
export class InitiativeReleaseKind implements QuestionKind, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly initiatives: InitiativeRepository,
    private readonly service: InitiativeService,
    private readonly kinds: QuestionKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(RELEASE, this);
  }

  async describe(region: Region, { subjectId, actorId }: MailQuestion, language: Language): Promise<AskedQuestion | null> {
    return this.unitOfWork.run(async (tx) => {
      const initiative = await this.initiatives.find(tx, subjectId);
      if (!initiative) return null;
      const name = (await this.initiatives.actorNames(tx, region.id, [actorId])).get(actorId) ?? '';
      const { title, slug, state, summary, description } = initiative;
      return {
        ...releaseWords({ title }, language),
        state: state === 'DRAFT' ? 'OPEN' : 'ANSWERED',
        actorName: name,
        asker: name,
        title,
        text: [summary, description].filter(Boolean).join('\n\n'),
        answers: ['YES', 'LATER'],
        address: `/vorhaben/${slug}`,
      };
    });
  }

  answer: QuestionKind['answer'] = async (viewer, region, { subjectId: id }) => {
    const expectedVersion = await this.unitOfWork.run(async (tx) => (await this.initiatives.find(tx, id))?.version ?? 0);
    return this.service.release(viewer, region, { id, expectedVersion, begun: false });
  };
}
