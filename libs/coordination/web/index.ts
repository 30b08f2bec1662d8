import './messages';

export { ContactButton } from './ContactButton';
export { ContactRequests } from './ContactRequests';
export { HeldContacts } from './HeldContacts';
export { HeldIntroductions } from './HeldIntroductions';
export { IntroduceButton } from './IntroduceButton';
export { IntroductionsOnDesk } from './IntroductionsOnDesk';
export { IntroductionsWaiting } from './IntroductionsWaiting';
export { RectificationsOnDesk } from './RectificationsOnDesk';
export { Rectify } from './Rectify';
export { ReportLink } from './ReportLink';
export { routes } from './routes';
export { OpenThreadButton } from './thread/OpenThreadButton';
export type { ThreadStart } from './thread/ThreadDialog';
export { ThreadsNaming } from './thread/ThreadsNaming';
export { ThreadsToday } from './thread/ThreadsToday';
