import './messages';

export { AccessSection } from './AccessSection';
export { actFor, useChosenFirst } from './actingFor';
export { MandateRequests } from './MandateRequests';
export { ActingLink } from './ActingLink';
export { ActingSection } from './ActingSection';
export { AuditList } from './AuditList';
export { CoordinatorsPage } from './CoordinatorsPage';
export { OutgoingMails } from './OutgoingMails';
export { PrivacyProcessings } from './own-data/PrivacyProcessings';
export { routes } from './routes';
export { signOut, restartAt } from './session';
export { TrailLink } from './TrailLink';
export { useRememberedLanguage } from './useRememberedLanguage';
export { SecondFactorNotice } from './SecondFactorNotice';
export { useActsFor } from './useActsFor';
export { useCoordinates } from './useCoordinates';
export { useViewer } from './useViewer';
