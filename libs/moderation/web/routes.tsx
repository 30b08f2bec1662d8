import type { RouteObject } from 'react-router';
import { DUTY_ADDRESSES, type DutyPage as DutyPageName } from '@knotenpunkt/moderation/domain';

/** The privacy page is composed by the app: other rooms say there what they keep. */
const plain = (['IMPRINT', 'ACCESSIBILITY', 'EASY_LANGUAGE', 'SIGN_LANGUAGE'] as const satisfies DutyPageName[]).map(
  (page): RouteObject => ({
    path: DUTY_ADDRESSES[page],
    lazy: async () => {
      const { DutyPage } = await import('./duty/DutyPage');
      return { Component: () => <DutyPage page={page} /> };
    },
  }),
);

export const routes: RouteObject[] = [
  ...plain,
  { path: 'verwaltung/pflichtseiten/:address', lazy: async () => ({ Component: (await import('./duty/EditDutyPage')).EditDutyPage }) },
  { path: 'barriere-melden', lazy: async () => ({ Component: (await import('./barrier/ReportBarrierPage')).ReportBarrierPage }) },
  { path: 'meldung/:token', lazy: async () => ({ Component: (await import('./report/OwnReportPage')).OwnReportPage }) },
  { path: 'koordination/meldungen', lazy: async () => ({ Component: (await import('./report/ReportsPage')).ReportsPage }) },
];
