import './messages';

export { routes } from './routes';
