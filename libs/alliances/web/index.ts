import './messages';

export { ActorAlliances } from './ActorAlliances';
export { AllianceAnswersWaiting } from './AllianceAnswersWaiting';
export { AllianceBuilder } from './AllianceBuilder';
export { AlliancePage } from './AlliancePage';
export { AlliancesHeld } from './AlliancesHeld';
export { AlliancesOnDesk } from './AlliancesOnDesk';
export type { BuilderStart } from './builder-values';
export { BuildAllianceLink, ChallengeAlliances, useChallengeAlliances } from './ChallengeAlliances';
export type { TableActor } from './coverage';
export { QuestionsOnDesk } from './QuestionsOnDesk';
export { routes } from './routes';
export { useBuilder, type Builder } from './useBuilder';
export { TABLE_ACTOR, useTableActor } from './useCandidates';
export { useTableActors } from './useTableActors';
