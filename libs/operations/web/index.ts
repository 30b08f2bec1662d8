import './messages';

export { routes } from './routes';
export { SystemLink } from './SystemLink';
