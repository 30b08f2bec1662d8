import type { RouteObject } from 'react-router';
import './messages';

export const routes: RouteObject[] = [
  { path: 'antwort/:token', lazy: async () => ({ Component: (await import('./MailAnswerPage')).MailAnswerPage }) },
  { path: 'folgen', lazy: async () => ({ Component: (await import('./FollowingPage')).FollowingPage }) },
  { path: 'wochenmail/:token', lazy: async () => ({ Component: (await import('./EndWeeklyMailPage')).EndWeeklyMailPage }) },
];
