import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'systemzustand', lazy: async () => ({ Component: (await import('./SystemPage')).SystemPage }) },
];
