import './messages';

export { ImportLink } from './ImportLink';
export { routes } from './routes';
