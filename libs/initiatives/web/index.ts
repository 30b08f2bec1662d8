import './messages';

export { ActorInitiatives } from './ActorInitiatives';
export { InitiativesAwaiting } from './InitiativesAwaiting';
export { routes } from './routes';
