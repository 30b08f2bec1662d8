export {
  CommitmentResult,
  CommitmentType,
  ConsentAnswerEnum,
  ConsentAnswerType,
  ConsentRoundType,
  OnDeclineEnum,
} from './agreements.graphql';
export { AgreementsModule } from './agreements.module';
export { CommitmentService } from './commitment.service';
export { ConsentService } from './consent.service';
export { PromiseInput } from './promise-input.graphql';
export { Purposes } from './purposes';
export type { Signature, StoredRound, Subject, WaitingAnswer } from './stored-round';
