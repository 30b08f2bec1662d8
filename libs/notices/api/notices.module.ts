import { Module } from '@nestjs/common';
import { ActorReferences, registerPersonalData } from '@knotenpunkt/identity/api';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { RegionService } from '@knotenpunkt/regions/api';
import { noticeReferences } from './notice-references';
import { DigestNews } from './digest-news';
import { DigestService } from './digest.service';
import { Followables } from './followables';
import { FollowingResolver } from './following.resolver';
import { FollowingService } from './following.service';
import { MailAnswerService } from './mail-answer.service';
import { MailQuestionRepository } from './mail-question.repository';
import { MailQuestionResolver } from './mail-question.resolver';
import { MailQuestionService } from './mail-question.service';
import { personalData } from './personal-data';
import { QuestionKinds } from './question-kinds';
import { ReaderRepository } from './reader.repository';

registerPersonalData(personalData);

const EVERY_HOUR = '20 * * * *';
/** Monday morning, UTC. */
const MONDAY = '10 5 * * 1';

@Module({
  providers: [
    DigestNews,
    DigestService,
    Followables,
    FollowingResolver,
    FollowingService,
    MailAnswerService,
    MailQuestionRepository,
    MailQuestionResolver,
    MailQuestionService,
    QuestionKinds,
    ReaderRepository,
  ],
  exports: [DigestService, Followables, MailQuestionService, QuestionKinds],
})
export class NoticesModule {
  constructor(jobs: Jobs, regions: RegionService, questions: MailQuestionService, digest: DigestService, references: ActorReferences) {
    jobs.every('notices.look-after', EVERY_HOUR, async () => {
      for (const region of await regions.all()) await questions.lookAfter(region);
    });
    jobs.every('notices.digest', MONDAY, async () => {
      for (const region of await regions.all()) await digest.send(region);
    });
    references.register({ move: noticeReferences });
  }
}
