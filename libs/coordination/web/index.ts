import './messages';

export { ContactButton } from './ContactButton';
export { ContactRequests } from './ContactRequests';
export { IntroduceButton } from './IntroduceButton';
export { IntroductionsOnDesk } from './IntroductionsOnDesk';
export { IntroductionsWaiting } from './IntroductionsWaiting';
export { ReportLink } from './ReportLink';
export { routes } from './routes';
export { OpenThreadButton } from './thread/OpenThreadButton';
export type { ThreadStart } from './thread/ThreadDialog';
export { ThreadsNaming } from './thread/ThreadsNaming';
export { ThreadsToday } from './thread/ThreadsToday';
