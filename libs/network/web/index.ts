import './messages';

export { ActorSurroundings } from './ActorSurroundings';
export { NetworkPreview } from './NetworkPreview';
export { routes } from './routes';
