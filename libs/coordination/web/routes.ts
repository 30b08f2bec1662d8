import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'koordination/bericht', lazy: async () => ({ Component: (await import('./ReportPage')).ReportPage }) },
  { path: 'koordination/faeden', lazy: async () => ({ Component: (await import('./thread/ThreadsPage')).ThreadsPage }) },
  { path: 'koordination/liste', lazy: async () => ({ Component: (await import('./list/ListPage')).ListPage }) },
  { path: 'koordination/nachfragen', lazy: async () => ({ Component: (await import('./letters/LettersPage')).LettersPage }) },
  { path: 'vorstellungen', lazy: async () => ({ Component: (await import('./IntroductionsPage')).IntroductionsPage }) },
  { path: 'vorstellungen/:id', lazy: async () => ({ Component: (await import('./IntroductionPage')).IntroductionPage }) },
];
