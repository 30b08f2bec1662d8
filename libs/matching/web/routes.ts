import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'koordination/gelernt', lazy: async () => ({ Component: (await import('./LearnedPage')).LearnedPage }) },
];
