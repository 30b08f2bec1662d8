export { AnsweredChallenges, type AnswersTeller } from './answered-challenges';
export { ChallengeType } from './challenge.graphql';
export { ChallengeHiding } from './challenge-hiding';
export { ChallengeLoader } from './challenge.loader';
export { ChallengeService } from './challenge.service';
export { ChallengesModule } from './challenges.module';
