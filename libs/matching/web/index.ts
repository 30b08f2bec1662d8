import './messages';

export { ActorFits } from './ActorFits';
export { AskLine, type ContactPart } from './AskLine';
export { DismissedHeld } from './DismissedHeld';
export { EngineHeld } from './EngineHeld';
export { FitsPage } from './FitsPage';
export { MissingAtTable } from './MissingAtTable';
export { Proposals } from './Proposals';
export { useProposals, type Proposal, type ProposedFor } from './useProposals';
export { WhoCouldJoin } from './WhoCouldJoin';
