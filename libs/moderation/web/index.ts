import './messages';

export { BarrierReportsSection } from './barrier/BarrierReportsSection';
export { DutyPage } from './duty/DutyPage';
export { DutyPagesSection } from './duty/DutyPagesSection';
export { ReportButton } from './report/ReportButton';
export { ReportsOnDesk } from './report/ReportsOnDesk';
export { routes } from './routes';
