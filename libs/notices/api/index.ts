export { DigestService } from './digest.service';
export { Followables } from './followables';
export { hashOf, newLinkToken } from './link-token';
export { MailQuestionService, type Asking } from './mail-question.service';
export { NoticesModule } from './notices.module';
export { QuestionKinds, type AskedQuestion, type QuestionKind } from './question-kinds';
