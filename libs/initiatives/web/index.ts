import './messages';

export { ActorInitiatives } from './ActorInitiatives';
export { InitiativePage } from './InitiativePage';
export { InitiativesAwaiting } from './InitiativesAwaiting';
export { routes } from './routes';
