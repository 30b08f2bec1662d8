import { Module } from '@nestjs/common';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { RegionService } from '@knotenpunkt/regions/api';
import { MailAnswerService } from './mail-answer.service';
import { MailQuestionRepository } from './mail-question.repository';
import { MailQuestionResolver } from './mail-question.resolver';
import { MailQuestionService } from './mail-question.service';
import { QuestionKinds } from './question-kinds';

@Module({
  providers: [MailAnswerService, MailQuestionRepository, MailQuestionResolver, MailQuestionService, QuestionKinds],
  exports: [MailQuestionService, QuestionKinds],
})
export class NoticesModule {
  constructor(jobs: Jobs, regions: RegionService, questions: MailQuestionService) {
    jobs.every('notices.look-after', '20 * * * *', async () => {
      for (const region of await regions.all()) await questions.lookAfter(region);
    });
  }
}
