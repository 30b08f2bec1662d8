import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'koordination/import', lazy: async () => ({ Component: (await import('./ImportPage')).ImportPage }) },
];
