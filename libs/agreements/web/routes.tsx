import type { RouteObject } from 'react-router';
import './messages';

export const routes: RouteObject[] = [
  { path: 'zusagen', lazy: async () => ({ Component: (await import('./CommitmentsPage')).CommitmentsPage }) },
];
