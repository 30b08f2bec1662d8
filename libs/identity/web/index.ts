import './messages';

export { AccessSection } from './AccessSection';
export { actFor, useChosenFirst } from './actingFor';
export { MandateRequests } from './MandateRequests';
export { MandatesSection } from './MandatesSection';
export { OutgoingMails } from './OutgoingMails';
export { routes } from './routes';
export { signOut, restartAt } from './session';
export { useRememberedLanguage } from './useRememberedLanguage';
export { SecondFactorNotice } from './SecondFactorNotice';
export { useViewer } from './useViewer';
