import './messages';

export { ActorCommitments } from './ActorCommitments';
export { CommitmentList } from './CommitmentList';
export { CommitmentsToday } from './CommitmentsToday';
export { ConsentAnswerForm, type SaidAnswer } from './ConsentAnswerForm';
export { ConsentRoundView, ConsentText, readRound, type ConsentRoundFragment } from './ConsentRoundView';
export { OutsideHeld } from './OutsideHeld';
export { OutsideWaiting } from './OutsideList';
export { OutsideOnDesk } from './OutsideOnDesk';
export { PromiseDialog, type PromisedWish } from './PromiseDialog';
export { routes } from './routes';
