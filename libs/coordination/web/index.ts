import './messages';

export { ContactButton } from './ContactButton';
export { ContactRequests } from './ContactRequests';
