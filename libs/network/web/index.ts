import './messages';

export { ActorSurroundings } from './ActorSurroundings';
export { NetworkPreview } from './NetworkPreview';
export type { IntroducePart } from './closer/Way';
export { routesWith } from './routes';
export { readTies, TieSentence, type TieData } from './TieEntry';
export { NetworkNotesHeld } from './views/NetworkNotesHeld';
