import './messages';

export { ActorFits } from './ActorFits';
export { AskLine, type ContactPart } from './AskLine';
export { DismissedHeld } from './DismissedHeld';
export { EngineHeld } from './EngineHeld';
export { FitsPage } from './FitsPage';
export { LearnedLink } from './LearnedLink';
export { MissingAtTable } from './MissingAtTable';
export { OutcomesHeld } from './OutcomesHeld';
export { Proposals } from './Proposals';
export { Replacements, type ReplacementsProps } from './Replacements';
export { routes } from './routes';
export { useProposals, type Proposal, type ProposedFor } from './useProposals';
export { WhoCouldJoin } from './WhoCouldJoin';
